using CotnvPga.Domain;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Accounts;

/// <summary>
/// The stamp of an account changes with its password. A session remembers the stamp it started with, so that it ends
/// when somebody else's knowledge of the old password should be worth nothing any more.
/// </summary>
public sealed class AccountStamps(IdentityContext context)
{
    /// <summary>The stamp as it is now; null when the account is gone or blocked.</summary>
    public Task<string?> FindAsync(AccountId account, CancellationToken cancel) => context.Users
        .Where(a => a.Id == account.Value && a.BlockedAt == null)
        .Select(a => a.SecurityStamp)
        .SingleOrDefaultAsync(cancel);
}
