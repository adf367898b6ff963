using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Plan;

namespace CotnvPga.Data.Plan;

/// <summary>Reading the plan of a case, for who sits at the table of the consultation.</summary>
public sealed class PlanDesk(ZaakContext db, CaseDoor door, CaseReader reader, PlanReader plans)
{
    private const string StopAfter = "stop_voorstel";
    private static readonly string[] Ground = ["wet-pga:6.1", "wet-pga:6.2"];

    /// <summary>The plan; <see cref="NotKnown"/> for who does not sit at the table and in every other phase.</summary>
    public Task<Result<PlanOverview>> OpenAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<PlanOverview>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (!door.SitsAtConsultation(entry))
            return new NotKnown();
        if (CaseDoor.Refusal(entry.Viewer) is { } refusal)
            return refusal;
        await door.ShowForProcessAsync(entry, cancel);
        using var key = await reader.WorkKeyAsync(id, "plan lezen", Ground, cancel);
        return await plans.ReadAsync(entry, key, door.EditionOf(entry).Terms[StopAfter], cancel);
    }, cancel);
}
