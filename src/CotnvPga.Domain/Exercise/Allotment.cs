using System.Security.Cryptography;
using System.Text;

namespace CotnvPga.Domain.Exercise;

/// <summary>
/// Which weegploeg gets which version of a case: in the order of SHA-256 over seed, case and municipality they take turns, so that the groups differ
/// by at most one, nobody chooses, and anybody can do it again.
/// </summary>
public static class Allotment
{
    /// <summary>The version of every municipality.</summary>
    /// <param name="seed">The seed of the round.</param>
    /// <param name="exerciseCase">The case.</param>
    /// <param name="municipalities">Codes of the municipalities that take part.</param>
    public static IReadOnlyDictionary<string, CaseVersion> Of(string seed, Guid exerciseCase, IEnumerable<string> municipalities) => municipalities
        .Distinct(StringComparer.Ordinal)
        .OrderBy(m => Convert.ToHexStringLower(Hash(seed, exerciseCase, m)), StringComparer.Ordinal)
        .Select((m, i) => (m, i))
        .ToDictionary(x => x.m, x => x.i % 2 == 0 ? CaseVersion.A : CaseVersion.B, StringComparer.Ordinal);

    /// <summary>The version of one municipality. One that joined after the draw gets it as if it were drawn alone: by the first bit of its own hash.</summary>
    /// <param name="seed">The seed of the round.</param>
    /// <param name="exerciseCase">The case.</param>
    /// <param name="municipalities">Codes of the municipalities in the draw.</param>
    /// <param name="municipality">Its code.</param>
    public static CaseVersion VersionOf(string seed, Guid exerciseCase, IReadOnlyList<string> municipalities, string municipality) =>
        Of(seed, exerciseCase, municipalities).TryGetValue(municipality, out var drawn) ? drawn
        : Hash(seed, exerciseCase, municipality)[0] < 0x80 ? CaseVersion.A : CaseVersion.B;

    private static byte[] Hash(string seed, Guid exerciseCase, string municipality) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{exerciseCase}:{municipality}"));
}

/// <summary>The two versions of a case.</summary>
public enum CaseVersion
{
    /// <summary>The first.</summary>
    A,

    /// <summary>The other, which differs in one trait.</summary>
    B,
}
