using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Households;

/// <summary>
/// Cases of one household, linked so that they can be planned in one meeting. A link joins no files and gives no rights: the three see the
/// number of the other case, and who may not know of that case learns nothing more from it.
/// </summary>
public sealed class HouseholdDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader)
{
    private const string Act = "zaken_verbinden";

    /// <summary>Links a case with another one that the same person knows, by its number.</summary>
    public Task<Result<IReadOnlyList<string>>> LinkAsync(Actor actor, SignalId id, string? number, CancellationToken cancel) => ChangeAsync(actor, id, async entry =>
    {
        if (string.IsNullOrWhiteSpace(number))
            return new NotValid("nummer", "Noem het nummer van de andere zaak.");
        await door.ShowPersonAsync(actor, cancel);
        var other = await db.Database.SqlQuery<Guid?>($"select toegang.zaak_met_nummer({number.Trim().ToUpperInvariant()}) as \"Value\"").SingleAsync(cancel);
        // What the person may not know of is told as what does not exist.
        if (other is not { } found || found == id.Value
            || await door.EnterAsync(actor, new SignalId(found), null, forChange: false, cancel) is not { IsDone: true, Value: var there }
            || !lifecycle.Act(Act).From.Contains(there.State.Phase.Code()))
            return new NotValid("nummer", "Wij vinden geen andere zaak met dit nummer.");
        await door.ShowForProcessAsync(entry, cancel);
        return await db.Database.SqlQuery<bool>($"select toegang.verbinden({id.Value}, {found}) as \"Value\"").SingleAsync(cancel)
            ? null
            : new NotNow("Deze zaken zijn al verbonden.", ["nieuw_verband"]);
    }, cancel);

    /// <summary>Takes a link away.</summary>
    public Task<Result<IReadOnlyList<string>>> UnlinkAsync(Actor actor, SignalId id, string number, CancellationToken cancel) => ChangeAsync(actor, id, async entry =>
    {
        await door.ShowForProcessAsync(entry, cancel);
        return await db.Database.SqlQuery<bool>($"select toegang.losmaken({id.Value}, {number}) as \"Value\"").SingleAsync(cancel) ? null : new NotKnown();
    }, cancel);

    /// <summary>The numbers of the cases that a case is linked with; for the three.</summary>
    public Task<Result<IReadOnlyList<string>>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<string>>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        if (CaseDoor.Refusal(lifecycle.Act(Act), entered.Value.Viewer) is { } refusal)
            return refusal;
        await door.ShowForProcessAsync(entered.Value, cancel);
        return Result.Done<IReadOnlyList<string>>(await NumbersAsync(cancel));
    }, cancel);

    private Task<Result<IReadOnlyList<string>>> ChangeAsync(Actor actor, SignalId id, Func<CaseEntry, Task<Refusal?>> change, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<string>>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var (entry, step) = (entered.Value, lifecycle.Act(Act));
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow($"'{step.Label}' kan niet in de fase {entry.State.Phase.Code()}.", ["fase"]);
        if (await change(entry) is { } why)
            return why;
        using var key = await reader.WorkKeyAsync(id, Act, step.Grounds, cancel);
        return Result.Done<IReadOnlyList<string>>(await NumbersAsync(cancel));
    }, cancel);

    private Task<List<string>> NumbersAsync(CancellationToken cancel) => db.Database.SqlQuery<string>($"select nummer as \"Value\" from toegang.verbonden()").ToListAsync(cancel);
}
