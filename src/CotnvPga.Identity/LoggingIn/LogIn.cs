using CotnvPga.Domain;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>Checks a name and a password.</summary>
/// <remarks>
/// Whatever is wrong, the answer is the same and takes the same work, so that nobody learns who has an account: also
/// for an unknown name a password is hashed, a row is looked for and a line is logged.
/// </remarks>
public sealed class LogIn(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, IdentityContext context, IdentityLog log, TimeProvider time)
{
    /// <summary>Wrong passwords in a row after which the account has to wait.</summary>
    public const int Attempts = 5;

    /// <summary>How long it then has to wait.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <summary>The account that may log in now; null when the name, the password or the moment is not right.</summary>
    public Task<AccountId?> TryAsync(string userName, string password, ConnectionInfo origin, CancellationToken cancel) =>
        TryAsync(IdentityActions.LogIn, userName, password, origin, cancel);

    /// <summary>The same for another end than logging in; the log tells which.</summary>
    internal async Task<AccountId?> TryAsync(string action, string userName, string password, ConnectionInfo origin, CancellationToken cancel)
    {
        var account = await accounts.FindByNameAsync(userName);
        var mayTry = await ClaimAttemptAsync(account?.Id ?? Guid.Empty, cancel);
        var isRight = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        var mayLogIn = account is { BlockedAt: null } && mayTry && isRight;
        if (mayLogIn)
            await ForgetAttemptsAsync(account!.Id, cancel);

        var outcome = mayLogIn ? IdentityActions.Done : account is null || mayTry ? IdentityActions.Refused : IdentityActions.LockedOut;
        AccountId? who = account is null ? null : new AccountId(account.Id);
        await log.WriteAsync(action, outcome, who, origin, detail: null, cancel);
        return mayLogIn ? who : null;
    }

    // An attempt is counted before the password is looked at and in one statement, so that a hundred guesses at the same
    // moment are still five guesses.
    private async Task<bool> ClaimAttemptAsync(Guid account, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + Wait;
        return await context.Users
            .Where(a => a.Id == account && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= Attempts ? until : null)
                    .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= Attempts ? 0 : a.AccessFailedCount + 1),
                cancel) == 1;
    }

    private async Task ForgetAttemptsAsync(Guid account, CancellationToken cancel) => await context.Users
        .Where(a => a.Id == account)
        .ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0), cancel);
}
