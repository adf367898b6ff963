using CotnvPga.Data.Cases;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Coordination;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.Departures;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Steps;

/// <summary>Where the process of a case stands: what every page of the case needs, in one question to the database.</summary>
/// <param name="Judgements">Who judged in this round, and how; only for the process, the words stay closed.</param>
/// <param name="Moved">The terms that the three moved.</param>
/// <param name="Proposals">What was proposed and waits for others.</param>
/// <param name="Seats">Who sits at the table.</param>
/// <param name="AdviserSeats">The seats for the adviser of the minister that this case asked for, the newest first.</param>
/// <param name="Records">The records that the policies give this viewer, oldest first, without their words.</param>
/// <param name="HasPlan">Whether a plan was agreed.</param>
/// <param name="TransferWaits">Whether another municipality sent something along that has not been taken over.</param>
internal sealed record ProcessStanding(
    IReadOnlyList<StandingRow> Judgements, IReadOnlyList<MovedTerm> Moved, IReadOnlyList<StandingProposal> Proposals, IReadOnlyList<Seat> Seats,
    IReadOnlyList<CaseSeatRow> AdviserSeats, List<StukKop> Records, bool HasPlan, bool TransferWaits)
{
    /// <summary>Reads it, once in a request that only looks. Needs a ticket for the process.</summary>
    public static Task<ProcessStanding> ReadAsync(CaseDoor door, CaseEntry entry, CancellationToken cancel) => door.OnceAsync(entry, "processtand", async () =>
    {
        var row = await door.Context.Database.SqlQuery<ProcessStandingRow>($"select * from toegang.processtand({entry.State.Id.Value}, {entry.State.Round})").SingleAsync(cancel);
        return Of(row);
    });

    internal static ProcessStanding Of(ProcessStandingRow row) => new(
        Canonical.Read<List<StandingRow>>(row.Oordelen),
        Canonical.Read<List<MovedTerm>>(row.Termijnen),
        Canonical.Read<List<StandingProposal>>(row.Voorstellen),
        Canonical.Read<List<Seat>>(row.Betrokken),
        Canonical.Read<List<CaseSeatRow>>(row.Zetels),
        Canonical.Read<List<StukKop>>(row.Stukken),
        row.Plan,
        row.Overdracht);
}

/// <summary>An open proposal without its words.</summary>
/// <param name="Soort">The step or act.</param>
/// <param name="Posten">Who agreed.</param>
internal sealed record StandingProposal(string Soort, IReadOnlyList<StandingPost> Posten);

/// <summary>Who agreed to a proposal.</summary>
internal sealed record StandingPost(string Partij, Guid Door);

internal class ProcessStandingRow
{
    public string Oordelen { get; init; } = "";
    public string Termijnen { get; init; } = "";
    public string Voorstellen { get; init; } = "";
    public string Betrokken { get; init; } = "";
    public string Zetels { get; init; } = "";
    public string Stukken { get; init; } = "";
    public bool Plan { get; init; }
    public bool Overdracht { get; init; }
}
