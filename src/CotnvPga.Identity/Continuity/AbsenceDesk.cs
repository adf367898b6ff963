using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Continuity;

/// <summary>The days on which a person does not work: marked by that person, without a reason.</summary>
public sealed class AbsenceDesk(IdentityContext context, TimeProvider time)
{
    /// <summary>The own days that are still to come or run now, the first one first.</summary>
    public async Task<IReadOnlyList<Absence>> MineAsync(Actor actor, CancellationToken cancel)
    {
        var today = time.Today();
        return await context.Absences.AsNoTracking()
            .Where(a => a.AccountId == actor.Account.Value && a.WithdrawnAt == null && a.LastDay >= today)
            .OrderBy(a => a.FirstDay)
            .Select(a => new Absence(a.Id, a.FirstDay, a.LastDay))
            .ToListAsync(cancel);
    }

    /// <summary>Marks days.</summary>
    public async Task<Result<Absence>> MarkAsync(Actor actor, NewAbsence sent, CancellationToken cancel)
    {
        if (sent.Errors(time.Today()).ToList() is { Count: > 0 } errors)
            return new NotValid(errors);
        var (first, last) = (sent.From!.Value, sent.Until!.Value);
        if (await context.Absences.AnyAsync(a => a.AccountId == actor.Account.Value && a.WithdrawnAt == null && a.FirstDay <= last && a.LastDay >= first, cancel))
            return new NotNow("Een deel van deze dagen staat er al.", ["andere_dagen"]);
        var row = new AbsenceRow { Id = Guid.NewGuid(), AccountId = actor.Account.Value, FirstDay = first, LastDay = last, NotedAt = time.Now() };
        context.Absences.Add(row);
        await context.SaveChangesAsync(cancel);
        return new Absence(row.Id, first, last);
    }

    /// <summary>Takes days back: the person works after all.</summary>
    public async Task<Result<Guid>> WithdrawAsync(Actor actor, Guid absence, CancellationToken cancel)
    {
        var now = time.Now();
        var withdrawn = await context.Absences
            .Where(a => a.Id == absence && a.AccountId == actor.Account.Value && a.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.WithdrawnAt, now), cancel);
        return withdrawn == 1 ? absence : new NotKnown();
    }
}

/// <summary>Days on which somebody does not work.</summary>
public sealed record Absence(Guid Id, LocalDate First, LocalDate Last);
