using System.Collections.Frozen;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Consultation;

/// <summary>Parties as receivers in a case: with the circumstances that the case keeps for them, and none of a person.</summary>
public sealed class Receivers(ZaakContext db, Admissions admissions)
{
    /// <summary>A party receives, not a person in a role.</summary>
    private const string NoRole = "onbekend";

    /// <summary>The receiving parties as viewers of this case, in the same order, with the item circumstances of several items for every party. Needs a ticket of the case.</summary>
    internal async Task<(IReadOnlyList<CaseEntry> Receivers, IReadOnlyDictionary<Guid, ItemFlags> Flags)> AtTableAsync(
        CaseEntry entry, IReadOnlyList<PresentParty> parties, IReadOnlyList<Guid> items, CancellationToken cancel)
    {
        var names = parties.Select(p => p.Party).ToArray();
        var places = parties.Select(p => p.Municipality).ToArray();
        var row = await db.Database.SqlQuery<TableRow>($"select * from toegang.tafelzicht({names}, {places}, {items.ToArray()})").SingleAsync(cancel);
        return (
            [.. parties.Zip(row.Bits, (p, b) => Receiver(entry, Codes.Known<Party>(p.Party), p.Municipality, b))],
            Canonical.Read<List<FlagsRow>>(row.Vlaggen).ToDictionary(r => r.Id, r => new ItemFlags(r.Noodzaak, r.NoodzaakBijzonder, r.Vlaggen)));
    }

    private CaseEntry Receiver(CaseEntry entry, Party party, string? municipality, int bits) => entry with
    {
        Viewer = entry.Viewer with
        {
            Party = party,
            Membership = entry.Viewer.Membership with { Role = NoRole },
            Elsewhere = municipality is null ? null : new Municipality(municipality),
            Purpose = admissions.PurposeOf(party),
            Circumstances = Enum.GetValues<Circumstance>().Where(c => (bits & (1 << (int)c)) != 0).ToFrozenSet(),
        },
    };
}

/// <summary>A party at the table.</summary>
/// <param name="Party">Its code.</param>
/// <param name="Municipality">Its municipality, when that is another one.</param>
public sealed record PresentParty(string Party, string? Municipality);

internal sealed class TableRow
{
    public int[] Bits { get; init; } = [];
    public string Vlaggen { get; init; } = "";
}

internal sealed record FlagsRow(Guid Id, int Noodzaak, int NoodzaakBijzonder, int Vlaggen);
