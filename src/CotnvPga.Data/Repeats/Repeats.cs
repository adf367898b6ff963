using System.Security.Cryptography;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Repeats;

/// <summary>
/// Idempotency keys: the same request under the same key gives the same answer and one effect. The answer is stored in the transaction of
/// the effect; two at once follow each other, because the second waits for the row of the first.
/// </summary>
public sealed class Repeats(ZaakContext db, CaseDoor door, IClock clock)
{
    /// <summary>Runs the work once per account, path and key.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="key">The key that the caller chose.</param>
    /// <param name="body">The request's body: another one under the same key is refused.</param>
    /// <param name="work">Does the work and gives the answer to store.</param>
    /// <param name="known">Whether the person may still know of what the answer is about: who lost that hears nothing again.</param>
    public Task<Result<StoredAnswer>> OnceAsync(
        Actor actor, string path, string key, ReadOnlyMemory<byte> body, Func<Task<Result<StoredAnswer>>> work, Func<Task<bool>> known, CancellationToken cancel) =>
        db.InTransactionAsync<StoredAnswer>(async () =>
        {
            await door.ShowPersonAsync(actor, cancel);
            var account = actor.Account.Value;
            var hash = SHA256.HashData(body.Span);
            var added = await db.Database.ExecuteSqlAsync(
                $"insert into zaak.herhaling (account, pad, sleutel, inhoud_hash, op) values ({account}, {path}, {key}, {hash}, {clock.GetCurrentInstant()}) on conflict do nothing", cancel);
            if (added == 0)
            {
                if (!await known())
                    return new NotKnown();
                await door.ShowPersonAsync(actor, cancel);
                var earlier = await db.Herhalingen.AsNoTracking().SingleAsync(h => h.Account == account && h.Pad == path && h.Sleutel == key, cancel);
                return earlier.InhoudHash.AsSpan().SequenceEqual(hash)
                    ? new StoredAnswer(earlier.Status ?? throw new InvalidOperationException("An answer was kept without its status."), earlier.Antwoord ?? [], earlier.Locatie)
                    : new KeyReused();
            }
            var result = await work();
            if (!result.IsDone)
                return result;
            await door.ShowPersonAsync(actor, cancel);
            await db.Herhalingen.Where(h => h.Account == account && h.Pad == path && h.Sleutel == key).ExecuteUpdateAsync(
                set => set.SetProperty(h => h.Status, result.Value.Status).SetProperty(h => h.Antwoord, result.Value.Body).SetProperty(h => h.Locatie, result.Value.Location), cancel);
            return result;
        }, cancel);
}

/// <summary>An answer that was given.</summary>
public sealed record StoredAnswer(int Status, byte[] Body, string? Location);
