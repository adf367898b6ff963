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
            : new Actor(account, found.UserName!, found.DisplayName, [.. found.Memberships.Select(m => m.ToMembership())]);
    }
}
