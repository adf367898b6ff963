using System.Collections.Concurrent;
using System.Collections.Frozen;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

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
    // Asked for with every decision, and there are few that differ.
    private static readonly ConcurrentDictionary<int, FrozenSet<string>> Sets = new();

    /// <summary>The circumstances as bits in vocabulary order, as the viewer ticket carries them.</summary>
    public int CircumstanceBits => Circumstances.Aggregate(0, (bits, c) => bits | (1 << (int)c));

    /// <summary>The codes of the circumstances.</summary>
    public FrozenSet<string> CircumstanceCodes => Sets.GetOrAdd(CircumstanceBits, static (_, own) => own.Select(c => c.Code()).ToFrozenSet(StringComparer.Ordinal), Circumstances);

    /// <summary>The role as the convenant knows it; null for a function that it makes no difference by, such as the public desk.</summary>
    public string? RoleCode(CompiledConvenant convenant)
    {
        ArgumentNullException.ThrowIfNull(convenant);
        return convenant.Vocabulary.Axis("rol")?.Find(Membership.Role)?.Code;
    }

    /// <summary>The question what this viewer may do with the items of a case in a phase, under what holds in its municipality.</summary>
    public ViewQuestion Question(Act act, Phase phase, LocalDate day, CompiledConvenant convenant, Edition edition) => new(
        Party.Code(), act.Code(), Purpose.Code(), phase.Code(), day, CircumstanceCodes, Role: RoleCode(convenant), Edition: edition);

    /// <summary>The codes of the question whether this viewer may sit at the table in a phase.</summary>
    public Dictionary<string, string> MeetingCodes(Phase phase, CompiledConvenant convenant)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["partij"] = Party.Code(),
            ["handeling"] = Act.Deelnemen.Code(),
            ["doel"] = Purpose.Code(),
            ["fase"] = phase.Code(),
        };
        if (RoleCode(convenant) is { } role)
            codes["rol"] = role;
        return codes;
    }
}
