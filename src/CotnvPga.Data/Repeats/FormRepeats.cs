using CotnvPga.Data.Cases;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Repeats;

/// <summary>
/// A form of the pages that comes back: sent twice, or again from the browser's history. Each form that is shown has a number; what came of
/// it is kept a day under that number, next to the idempotency keys of programs. Unlike those it is not in the transaction of the effect:
/// a form that is refused shows the case again, and what was shown must stay in the log.
/// </summary>
public sealed class FormRepeats(ZaakContext db, CaseDoor door, IClock clock)
{
    private const int Taken = 303;
    private const int Refused = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes a number, so that nobody else handles the form under it.</summary>
    /// <returns>Null when it is taken now; else what came of the form before.</returns>
    public async Task<EarlierForm?> TakeAsync(Actor actor, string path, string number, byte[] body, CancellationToken cancel)
    {
        var account = actor.Account.Value;
        var added = await WithAsync(actor, () => db.Database.ExecuteSqlAsync(
            $"""
            insert into zaak.herhaling as h (account, pad, sleutel, inhoud_hash, op) values ({account}, {path}, {number}, {body}, {clock.GetCurrentInstant()})
            on conflict (account, pad, sleutel) do update set inhoud_hash = excluded.inhoud_hash, status = null, op = excluded.op where h.status = {Refused}
            """, cancel), cancel);
        return added > 0 ? null : await EarlierAsync(actor, path, number, body, cancel);
    }

    /// <summary>Keeps what came of the form.</summary>
    /// <param name="place">Where it led to; null when it was refused, so that it may be sent again.</param>
    /// <param name="told">What the next page was told, sealed.</param>
    public Task KeepAsync(Actor actor, string path, string number, string? place, byte[] told, CancellationToken cancel)
    {
        var account = actor.Account.Value;
        var status = place is null ? Refused : Taken;
        return WithAsync(actor, () => db.Herhalingen.Where(h => h.Account == account && h.Pad == path && h.Sleutel == number).ExecuteUpdateAsync(
            set => set.SetProperty(h => h.Status, status).SetProperty(h => h.Antwoord, told).SetProperty(h => h.Locatie, place), cancel), cancel);
    }

    private async Task<EarlierForm> EarlierAsync(Actor actor, string path, string number, byte[] body, CancellationToken cancel)
    {
        var account = actor.Account.Value;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var found = await WithAsync(actor, () => db.Herhalingen.AsNoTracking().SingleAsync(h => h.Account == account && h.Pad == path && h.Sleutel == number, cancel), cancel);
            // The first of two at once is still busy; or the portal stopped while it was, and nobody knows what came of it.
            if (found.Status is not null || waited >= Patience)
                return new EarlierForm(found.InhoudHash.AsSpan().SequenceEqual(body), found.Status == Taken ? found.Locatie : null, found.Antwoord ?? []);
            await Task.Delay(Pause, cancel);
        }
    }

    private async Task<T> WithAsync<T>(Actor actor, Func<Task<T>> work, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await door.ShowPersonAsync(actor, cancel);
        var result = await work();
        await transaction.CommitAsync(cancel);
        return result;
    }
}

/// <summary>What came of a form that was sent before.</summary>
/// <param name="IsSame">Whether it said the same.</param>
/// <param name="Place">Where it led to; null when nobody knows.</param>
/// <param name="Told">What the next page was told, sealed.</param>
public sealed record EarlierForm(bool IsSame, string? Place, byte[] Told);
