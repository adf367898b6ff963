using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Memberships;

/// <summary>Reads who somebody is from the database, every time: what was taken away is gone at the next request.</summary>
internal sealed class Actors(IdentityContext context, TimeProvider time) : IActors
{
    public async Task<Actor?> FindAsync(AccountId account, CancellationToken cancel)
    {
        var now = time.Now();
        var found = await context.Users.AsNoTracking()
            .Where(a => a.Id == account.Value && a.BlockedAt == null)
            .Select(a => new
            {
                a.UserName,
                a.DisplayName,
                Memberships = context.Memberships
                    .Where(m => m.AccountId == a.Id && (m.EndedAt == null || m.EndedAt > now))
                    .OrderBy(m => m.Municipality).ThenBy(m => m.ValidFrom).ThenBy(m => m.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel);

        return found is null
            ? null
            : new Actor(account, found.UserName!, found.DisplayName, StandingInFirst([.. found.Memberships.Select(m => m.ToMembership())]));
    }

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
