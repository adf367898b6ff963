using System.Security.Cryptography;
using System.Text;

namespace CotnvPga.Domain.Registers;

/// <summary>
/// Draws a sample that anybody can draw again: everything that could be drawn is put in the order of SHA-256 over the seed, a colon and its id;
/// the first ones are the sample. Who chooses the seed cannot foresee what is drawn, and the seed is recorded.
/// </summary>
public static class SampleDraw
{
    private const int SeedBytes = 16;

    /// <summary>A seed that nobody chose.</summary>
    public static string NewSeed() => RandomNumberGenerator.GetHexString(SeedBytes * 2, lowercase: true);

    /// <summary>The sample, in the order of the draw.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="population">Everything that could be drawn.</param>
    /// <param name="many">How many are drawn; all when there are fewer.</param>
    public static IReadOnlyList<Guid> Of(string seed, IEnumerable<Guid> population, int many) =>
        [.. population.OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{id}"))), StringComparer.Ordinal).Take(many)];
}
