using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Continuity;

/// <summary>
/// Ends the memberships of accounts that nobody uses, after a warning. An account is used by logging in or by asking a token; who got a
/// membership starts the term again. Nobody's access ends who was not warned the full term before, also when this did not run for a while.
/// </summary>
public sealed class IdleAccounts(IdentityContext context, MembershipRegister register, ContinuityRules rules, TimeProvider time)
{
    private static readonly string[] Uses = [IdentityActions.LogIn, IdentityActions.TokenIssued];

    /// <summary>Warns and ends what is due today.</summary>
    public async Task<IdleOutcome> RunAsync(CancellationToken cancel)
    {
        var today = time.Today();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        // Two jobs at once would warn twice.
        await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('identiteit.stilte'))", cancel);
        var warned = await context.Idle.ToDictionaryAsync(i => i.AccountId, cancel);
        var (told, ended) = (new List<AccountId>(), new List<AccountId>());
        foreach (var (account, used) in await LastUsedAsync(cancel))
        {
            var warning = warned.GetValueOrDefault(account);
            if (today < rules.WarnsOn(used))
            {
                // Used again, or a new membership: the next silence begins from there.
                if (warning is not null)
                    context.Idle.Remove(warning);
            }
            else if (warning is null || warning.LastUsed != used)
            {
                if (warning is not null)
                    (warning.LastUsed, warning.WarnedAt) = (used, time.Now());
                else
                    context.Idle.Add(new IdleRow { AccountId = account, LastUsed = used, WarnedAt = time.Now() });
                told.Add(new AccountId(account));
            }
            else if (today >= rules.EndsOn(used) && time.Now() >= warning.WarnedAt + Duration.FromDays(rules.WarningDays))
            {
                ended.Add(new AccountId(account));
            }
        }
        await context.SaveChangesAsync(cancel);
        foreach (var account in ended)
            await EndAsync(account, cancel);
        await transaction.CommitAsync(cancel);
        return new IdleOutcome(told, ended);
    }

    private async Task EndAsync(AccountId account, CancellationToken cancel)
    {
        foreach (var membership in await InForce().Where(m => m.AccountId == account.Value).Select(m => m.Id).ToListAsync(cancel))
            await register.EndNowAsync(membership, by: null, cancel);
        context.Events.Add(new IdentityEvent { At = time.Now(), Action = IdentityActions.AccountIdle, Outcome = IdentityActions.Done, AccountId = account.Value });
        await context.Idle.Where(i => i.AccountId == account.Value).ExecuteDeleteAsync(cancel);
        await context.SaveChangesAsync(cancel);
    }

    private IQueryable<MembershipRow> InForce()
    {
        var (now, today) = (time.Now(), time.Today());
        return context.Memberships.Where(m => (m.EndedAt == null || m.EndedAt > now) && (m.ValidUntil == null || m.ValidUntil >= today));
    }

    /// <summary>The day on which each account with a membership was last used, or got its newest membership.</summary>
    private async Task<List<(Guid Account, LocalDate Day)>> LastUsedAsync(CancellationToken cancel)
    {
        var found = await InForce()
            .GroupBy(m => m.AccountId)
            .Select(g => new
            {
                Account = g.Key,
                Granted = g.Max(m => m.GrantedAt),
                Used = context.Events.Where(e => e.AccountId == g.Key && Uses.Contains(e.Action) && e.Outcome == IdentityActions.Done).Max(e => (Instant?)e.At),
            })
            .ToListAsync(cancel);
        return [.. found.Select(f => (f.Account, DutchTime.DayOf(f.Used > f.Granted ? f.Used.Value : f.Granted)))];
    }
}

/// <summary>Who was told that the account will end, and whose memberships ended.</summary>
public sealed record IdleOutcome(IReadOnlyList<AccountId> Warned, IReadOnlyList<AccountId> Ended);
