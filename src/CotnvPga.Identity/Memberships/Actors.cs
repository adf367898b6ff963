using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Memberships;

/// <summary>Reads who somebody is from the database, every time: what was taken away is gone at the next request.</summary>
internal sealed class Actors(IdentityContext context, TimeProvider time) : IActors
{
    public async Task<Actor?> FindAsync(AccountId account, CancellationToken cancel) => (await FindWithStampAsync(account, cancel))?.Actor;

    /// <summary>The same, with the stamp of the account (see <see cref="AccountStamps"/>): a session needs both at every request.</summary>
    public async Task<StampedActor?> FindWithStampAsync(AccountId account, CancellationToken cancel)
    {
        var now = time.Now();
        var found = await context.Users.AsNoTracking()
            .Where(a => a.Id == account.Value && a.BlockedAt == null)
            .Select(a => new
            {
                a.UserName,
                a.DisplayName,
                a.SecurityStamp,
                Memberships = context.Memberships
                    .Where(m => m.AccountId == a.Id && (m.EndedAt == null || m.EndedAt > now))
                    .OrderBy(m => m.Municipality).ThenBy(m => m.ValidFrom).ThenBy(m => m.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);

        return found is null ? null : Stamped(account, found.UserName!, found.DisplayName, found.SecurityStamp, found.Memberships);
    }

    /// <summary>The ticket of a session and whose it is, in one question; no person when the account can no longer be used.</summary>
    public async Task<(byte[] Ticket, StampedActor? Person)?> FindBySessionAsync(byte[] keyHash, CancellationToken cancel)
    {
        var now = time.Now();
        var found = await context.Sessions.AsNoTracking()
            .Where(s => s.KeyHash == keyHash)
            .Select(s => new
            {
                s.Ticket,
                s.AccountId,
                Account = context.Users.Where(a => a.Id == s.AccountId && a.BlockedAt == null)
                    .Select(a => new { a.UserName, a.DisplayName, a.SecurityStamp })
                    .FirstOrDefault(),
                Memberships = context.Memberships
                    .Where(m => m.AccountId == s.AccountId && (m.EndedAt == null || m.EndedAt > now))
                    .OrderBy(m => m.Municipality).ThenBy(m => m.ValidFrom).ThenBy(m => m.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        return (found.Ticket, found.Account is { } account
            ? Stamped(new AccountId(found.AccountId), account.UserName!, account.DisplayName, account.SecurityStamp, found.Memberships)
            : null);
    }

    private static StampedActor Stamped(AccountId account, string userName, string displayName, string? stamp, IEnumerable<MembershipRow> memberships) =>
        new(new Actor(account, userName, displayName, StandingInFirst([.. memberships.Select(m => m.ToMembership())])), stamp);

    /// <summary>
    /// A person acts in a case by the first membership that gives a place. Who stands in for a colleague of the same party in the same
    /// municipality does that with both names, so that membership goes before the own one; the order of the others stays.
    /// </summary>
    private static List<Membership> StandingInFirst(List<Membership> memberships) =>
    [
        .. memberships
            .Select((m, index) => (Membership: m, First: memberships.FindIndex(other => other.Party == m.Party && other.Municipality == m.Municipality), Index: index))
            .OrderBy(m => m.First).ThenBy(m => m.Membership.DeputyFor is null).ThenBy(m => m.Index)
            .Select(m => m.Membership),
    ];
}

/// <summary>Who somebody is now, with the stamp of the account.</summary>
internal sealed record StampedActor(Actor Actor, string? Stamp);
