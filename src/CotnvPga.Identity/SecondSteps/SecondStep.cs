using System.Security.Cryptography;
using System.Text;
using CotnvPga.Domain;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>After the password: a code of somebody's telephone, or one of the codes on paper.</summary>
/// <remarks>
/// Everybody has a second step and makes it at the first log-in (<see cref="NewSecondStep"/>). Only fictional people do without unless they
/// were invited to make one; they live in a demo alone (<see cref="Instance.DemoGuard"/> and the database see to that).
/// </remarks>
public sealed class SecondStep(IdentityContext context, SecondStepSecrets secrets, PortalSettings settings, IdentityLog log, TimeProvider time)
{
    /// <summary>Whether this account needs more than a password.</summary>
    public async Task<bool> IsRequiredAsync(AccountId account, CancellationToken cancel) =>
        !settings.IsDemo || await HasAsync(account, cancel) || !await context.Users.AnyAsync(
            a => a.Id == account.Value && a.IsDemo && !context.Invitations.Any(i => i.AccountId == a.Id && i.CodeHash != null && i.UsedAt == null), cancel);

    /// <summary>Whether this account has a second step that counts.</summary>
    public Task<bool> HasAsync(AccountId account, CancellationToken cancel) =>
        context.SecondSteps.AnyAsync(s => s.AccountId == account.Value && s.ConfirmedAt != null && s.ReplacedAt == null, cancel);

    /// <summary>Whether this code of the app or of the paper is right, now and for the first time.</summary>
    public async Task<bool> TryAsync(AccountId account, string code, ConnectionInfo origin, CancellationToken cancel)
    {
        var row = await context.SecondSteps.AsNoTracking()
            .SingleOrDefaultAsync(s => s.AccountId == account.Value && s.ConfirmedAt != null && s.ReplacedAt == null, cancel);
        var isRight = row is not null
            && await ClaimAttemptAsync(row.Id, cancel)
            && (await TryAppAsync(row, code, cancel) || await TryPaperAsync(row.Id, code, cancel));
        await log.WriteAsync(IdentityActions.SecondStep, isRight ? IdentityActions.Done : IdentityActions.Refused, account, origin, detail: null, cancel);
        return isRight;
    }

    /// <summary>Whether this code of the app is right; counts as an attempt, and the code is then used.</summary>
    internal async Task<bool> TryNewAppAsync(SecondStepRow row, string code, CancellationToken cancel) =>
        await ClaimAttemptAsync(row.Id, cancel) && await TryAppAsync(row, code, cancel);

    private async Task<bool> TryAppAsync(SecondStepRow row, string code, CancellationToken cancel)
    {
        var secret = secrets.Open(row.Secret);
        var now = TimedCode.StepAt(time.GetUtcNow());
        // The clock of a telephone may be a little off. The code before and the one after count too, each of them once.
        foreach (var step in new[] { now, now - 1, now + 1 })
        {
            if (IsSame(TimedCode.Of(secret, step), code))
                return await TakeStepAsync(row.Id, step, cancel);
        }
        return false;
    }

    private async Task<bool> TakeStepAsync(Guid id, long step, CancellationToken cancel) =>
        await context.SecondSteps.Where(s => s.Id == id && s.LastStep < step).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.LastStep, step).SetProperty(s => s.Failed, 0).SetProperty(s => s.WaitUntil, (Instant?)null),
            cancel) == 1;

    private async Task<bool> TryPaperAsync(Guid id, string code, CancellationToken cancel)
    {
        var hash = PaperCode.Hash(id, code);
        Instant? now = time.Now();
        if (await context.RecoveryCodes
            .Where(c => c.StepId == id && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancel) == 0)
        {
            return false;
        }
        await context.SecondSteps.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Failed, 0), cancel);
        return true;
    }

    // Counted before the code is looked at, as with passwords (LogIn): guesses at the same moment are still five guesses.
    private async Task<bool> ClaimAttemptAsync(Guid id, CancellationToken cancel)
    {
        var now = time.Now();
        Instant? until = now + Duration.FromTimeSpan(LogIn.Wait);
        return await context.SecondSteps.Where(s => s.Id == id && (s.WaitUntil == null || s.WaitUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.WaitUntil, s => s.Failed + 1 > LogIn.Attempts ? until : null)
                .SetProperty(s => s.Failed, s => s.Failed + 1 > LogIn.Attempts ? 0 : s.Failed + 1),
            cancel) == 1
            && !await context.SecondSteps.AnyAsync(s => s.Id == id && s.WaitUntil > now, cancel);
    }

    private static bool IsSame(string right, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(PaperCode.Bare(typed)));
}
