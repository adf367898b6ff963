using System.Collections.Frozen;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Signals;

/// <summary>Somebody in one case: for which party, for what, and which circumstances hold.</summary>
/// <param name="Actor">The person.</param>
/// <param name="Membership">The membership on which the person is here.</param>
/// <param name="Party">The party in this case; another one than the membership's when the case is of another municipality.</param>
/// <param name="Elsewhere">The person's own municipality, when the case is of another one.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Circumstances">The viewer's circumstances that hold now.</param>
public sealed record Viewer(
    Actor Actor,
    Membership Membership,
    Party Party,
    Municipality? Elsewhere,
    Purpose Purpose,
    FrozenSet<Circumstance> Circumstances)
{
    /// <summary>The circumstances as bits in vocabulary order, as the viewer ticket carries them.</summary>
    public int CircumstanceBits => Circumstances.Aggregate(0, (bits, c) => bits | (1 << (int)c));

    /// <summary>The codes of the circumstances.</summary>
    public FrozenSet<string> CircumstanceCodes => Circumstances.Select(c => c.Code()).ToFrozenSet(StringComparer.Ordinal);
}
