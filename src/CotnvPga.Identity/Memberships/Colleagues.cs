using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Memberships;

/// <summary>Reads who works somewhere now. A person with two memberships of one party in one municipality is there once for each.</summary>
internal sealed class Colleagues(IdentityContext context, TimeProvider time) : IColleagues
{
    public async Task<IReadOnlyList<Colleague>> InAsync(Municipality municipality, CancellationToken cancel)
    {
        var (now, today) = (time.Now(), time.Today());
        var found = await (
            from m in context.Memberships.AsNoTracking()
            join a in context.Users on m.AccountId equals a.Id
            where m.Municipality == municipality.Code && a.BlockedAt == null && (m.EndedAt == null || m.EndedAt > now)
                && m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil >= today)
            orderby a.DisplayName, m.ValidFrom, m.Id
            select new { a.DisplayName, Row = m }).ToListAsync(cancel);
        return
        [
            .. found.Select(f => (f.DisplayName, f.Row.AccountId, Membership: f.Row.ToMembership()))
                .Select(f => new Colleague(
                    new AccountId(f.AccountId), f.DisplayName, f.Membership.Party, municipality, f.Membership.Id, f.Membership.Role,
                    f.Membership.IsAuthorised(today), f.Membership.IsTrained(today)))
                .OrderBy(c => c.Party),
        ];
    }

    public async Task<IReadOnlyDictionary<AccountId, string>> NamesAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancel)
    {
        var ids = accounts.Select(a => a.Value).ToList();
        return (await context.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancel))
            .ToDictionary(a => new AccountId(a.Id), a => a.DisplayName);
    }
}
