using System.Security.Cryptography;
using System.Text;
using CotnvPga.Domain;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>After the password: a code of somebody's telephone, or one of the codes on paper.</summary>
/// <remarks>
/// Everybody has a second step and makes it at the first log-in. Only fictional people do without, which live in a demo alone
/// (<see cref="Instance.DemoGuard"/> and the database see to that).
/// </remarks>
public sealed class SecondStep(IdentityContext context, IDataProtectionProvider protection, PortalSettings settings, IdentityLog log, TimeProvider time)
{
    /// <summary>How many codes on paper somebody gets.</summary>
    public const int RecoveryCodes = 10;

    private const int SecretLength = 20;
    private const string PaperLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly IDataProtector protector = protection.CreateProtector("CotnvPga.Identity.SecondSteps");

    /// <summary>Whether this account needs more than a password.</summary>
    public async Task<bool> IsRequiredAsync(AccountId account, CancellationToken cancel) =>
        !settings.IsDemo || !await context.Users.AnyAsync(a => a.Id == account.Value && a.IsDemo, cancel);

    /// <summary>The secret to put in the app; null when this account has an app already.</summary>
    public async Task<string?> SecretToShareAsync(AccountId account, CancellationToken cancel)
    {
        if (await FindAsync(account, cancel) is not { } row)
        {
            // Two pages opened at the same moment show the same secret: the one that was first.
            var secret = protector.Protect(RandomNumberGenerator.GetBytes(SecretLength));
            await context.Database.ExecuteSqlAsync(
                $"insert into identiteit.tweede_stap (account_id, secret, made_at, last_step, failed) values ({account.Value}, {secret}, {time.GetUtcNow()}, 0, 0) on conflict do nothing",
                cancel);
            row = (await FindAsync(account, cancel))!;
        }
        return row.ConfirmedAt is null ? TimedCode.Write(protector.Unprotect(row.Secret)) : null;
    }

    /// <summary>Takes the first code of a new app; with it come the codes on paper, which are shown this once. Null when the code is not right.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(AccountId account, string code, ConnectionInfo origin, CancellationToken cancel)
    {
        if (await FindAsync(account, cancel) is not { ConfirmedAt: null } row
            || !await ClaimAttemptAsync(row.AccountId, cancel)
            || !await TryAppAsync(row, code, cancel))
        {
            await LogAsync(IdentityActions.SecondStepMade, IdentityActions.Refused, account, origin, cancel);
            return null;
        }
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => NewPaperCode()).ToList();
        context.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCodeRow { AccountId = account.Value, CodeHash = Hash(account, c) }));
        await LogAsync(IdentityActions.SecondStepMade, IdentityActions.Done, account, origin, cancel);
        return codes;
    }

    /// <summary>Whether this code of the app or of the paper is right, now and for the first time.</summary>
    public async Task<bool> TryAsync(AccountId account, string code, ConnectionInfo origin, CancellationToken cancel)
    {
        var row = await FindAsync(account, cancel);
        var isRight = row is { ConfirmedAt: not null }
            && await ClaimAttemptAsync(row.AccountId, cancel)
            && (await TryAppAsync(row, code, cancel) || await TryPaperAsync(account, code, cancel));
        await LogAsync(IdentityActions.SecondStep, isRight ? IdentityActions.Done : IdentityActions.Refused, account, origin, cancel);
        return isRight;
    }

    private async Task<bool> TryAppAsync(SecondStepRow row, string code, CancellationToken cancel)
    {
        var secret = protector.Unprotect(row.Secret);
        var now = TimedCode.StepAt(time.GetUtcNow());
        // The clock of a telephone may be a little off. The code before and the one after count too, each of them once.
        foreach (var step in new[] { now, now - 1, now + 1 })
        {
            if (IsSame(TimedCode.Of(secret, step), code))
                return await TakeStepAsync(row.AccountId, step, cancel);
        }
        return false;
    }

    private async Task<bool> TakeStepAsync(Guid account, long step, CancellationToken cancel)
    {
        Instant? now = time.Now();
        return await context.SecondSteps.Where(s => s.AccountId == account && s.LastStep < step).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.LastStep, step)
                .SetProperty(s => s.ConfirmedAt, s => s.ConfirmedAt ?? now)
                .SetProperty(s => s.Failed, 0)
                .SetProperty(s => s.WaitUntil, (Instant?)null),
            cancel) == 1;
    }

    private async Task<bool> TryPaperAsync(AccountId account, string code, CancellationToken cancel)
    {
        var hash = Hash(account, code);
        Instant? now = time.Now();
        if (await context.RecoveryCodes
            .Where(c => c.AccountId == account.Value && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancel) == 0)
        {
            return false;
        }
        await context.SecondSteps.Where(s => s.AccountId == account.Value).ExecuteUpdateAsync(set => set.SetProperty(s => s.Failed, 0), cancel);
        return true;
    }

    // Counted before the code is looked at, as with passwords (LogIn): guesses at the same moment are still five guesses.
    private async Task<bool> ClaimAttemptAsync(Guid account, CancellationToken cancel)
    {
        var now = time.Now();
        Instant? until = now + Duration.FromTimeSpan(LogIn.Wait);
        return await context.SecondSteps.Where(s => s.AccountId == account && (s.WaitUntil == null || s.WaitUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.WaitUntil, s => s.Failed + 1 > LogIn.Attempts ? until : null)
                .SetProperty(s => s.Failed, s => s.Failed + 1 > LogIn.Attempts ? 0 : s.Failed + 1),
            cancel) == 1
            && !await context.SecondSteps.AnyAsync(s => s.AccountId == account && s.WaitUntil > now, cancel);
    }

    private Task<SecondStepRow?> FindAsync(AccountId account, CancellationToken cancel) =>
        context.SecondSteps.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == account.Value, cancel);

    private Task LogAsync(string action, string outcome, AccountId account, ConnectionInfo origin, CancellationToken cancel) =>
        log.WriteAsync(action, outcome, account, origin, detail: null, cancel);

    private static bool IsSame(string right, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(Bare(typed)));

    private static string NewPaperCode() => $"{RandomNumberGenerator.GetString(PaperLetters, 6)}-{RandomNumberGenerator.GetString(PaperLetters, 6)}";

    private static byte[] Hash(AccountId account, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{account}:{Bare(code)}"));

    // As people type them: with spaces, with or without the dash, in capitals.
    private static string Bare(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
