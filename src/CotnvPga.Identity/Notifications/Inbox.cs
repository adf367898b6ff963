using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Notifications;

/// <summary>What a person was told in the portal, and how that person wants to get mail.</summary>
public sealed class Inbox(IdentityContext context, TimeProvider time)
{
    private const int MostShown = 100;

    /// <summary>Tells somebody something, once for what it came of.</summary>
    /// <returns>Whether it was new.</returns>
    public async Task<bool> TellAsync(AccountId account, string code, Guid happening, CancellationToken cancel) => await context.Database.ExecuteSqlAsync(
        $"""
        insert into identiteit.bericht (id, account_id, code, event_id, told_at)
        values ({Guid.NewGuid()}, {account.Value}, {code}, {happening}, {time.Now()}) on conflict do nothing
        """,
        cancel) == 1;

    /// <summary>How many messages the person has not read.</summary>
    public Task<int> UnreadAsync(Actor actor, CancellationToken cancel) =>
        context.Messages.CountAsync(m => m.AccountId == actor.Account.Value && m.ReadAt == null, cancel);

    /// <summary>The person's messages, the newest first.</summary>
    public async Task<IReadOnlyList<Message>> ReadAsync(Actor actor, CancellationToken cancel) => await context.Messages.AsNoTracking()
        .Where(m => m.AccountId == actor.Account.Value)
        .OrderByDescending(m => m.ToldAt).ThenBy(m => m.Id)
        .Take(MostShown)
        .Select(m => new Message(m.Id, m.Code, m.ToldAt, m.ReadAt != null))
        .ToListAsync(cancel);

    /// <summary>Marks all messages of the person as read.</summary>
    public async Task<int> MarkReadAsync(Actor actor, CancellationToken cancel)
    {
        var now = time.Now();
        return await context.Messages.Where(m => m.AccountId == actor.Account.Value && m.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
    }

    /// <summary>Whether the person gets one mail a day, instead of at once.</summary>
    public Task<bool> IsDailyAsync(Actor actor, CancellationToken cancel) =>
        context.Preferences.Where(p => p.AccountId == actor.Account.Value).Select(p => p.Daily).SingleOrDefaultAsync(cancel);

    /// <summary>Chooses between mail at once (<c>direct</c>) and once a day (<c>dagelijks</c>).</summary>
    public async Task<Result<string>> PreferAsync(Actor actor, string? way, CancellationToken cancel)
    {
        if (way is not (MailWays.AtOnce or MailWays.Daily))
            return new NotValid("mail", $"Kies: {MailWays.AtOnce} of {MailWays.Daily}.");
        await context.Database.ExecuteSqlAsync(
            $"""
            insert into identiteit.berichtvoorkeur (account_id, daily) values ({actor.Account.Value}, {way == MailWays.Daily})
            on conflict (account_id) do update set daily = excluded.daily
            """,
            cancel);
        return way;
    }
}

/// <summary>Something that a person was told.</summary>
/// <param name="Id">The message.</param>
/// <param name="Code">Code of the notification.</param>
/// <param name="At">When.</param>
/// <param name="IsRead">Whether the person read it.</param>
public sealed record Message(Guid Id, string Code, Instant At, bool IsRead);

/// <summary>How somebody can get mail.</summary>
public static class MailWays
{
    /// <summary>As soon as there is something.</summary>
    public const string AtOnce = "direct";

    /// <summary>One mail each morning in which there is something.</summary>
    public const string Daily = "dagelijks";
}
