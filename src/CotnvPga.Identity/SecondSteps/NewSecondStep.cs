using CotnvPga.Domain;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>Makes a second step, the first one or another in its place. Only with an invitation (<see cref="Invitations"/>).</summary>
public sealed class NewSecondStep(
    IdentityContext context, Invitations invitations, SecondStep second, SecondStepSecrets secrets, LogIns logIns, IdentityLog log, TimeProvider time)
{
    /// <summary>How many codes on paper somebody gets.</summary>
    public const int PaperCodes = 10;

    /// <summary>Begins with the code of an invitation; null when the code is not right. Beginning again with the same code goes on with the same secret.</summary>
    public async Task<Guid?> BeginAsync(AccountId account, string code, CancellationToken cancel)
    {
        if (await invitations.FindAsync(account, code, cancel) is not { } invitation)
            return null;
        await context.Database.ExecuteSqlAsync(
            $"""
            insert into identiteit.tweede_stap (id, account_id, invitation_id, secret, made_at, last_step, failed)
            values ({Guid.NewGuid()}, {account.Value}, {invitation.Id}, {secrets.New()}, {time.Now()}, 0, 0) on conflict (invitation_id) do nothing
            """,
            cancel);
        return await context.SecondSteps.Where(s => s.InvitationId == invitation.Id).Select(s => s.Id).SingleAsync(cancel);
    }

    /// <summary>The secret to put in the app; null when this step is not being made any more.</summary>
    public async Task<string?> SecretToShareAsync(AccountId account, Guid step, CancellationToken cancel) =>
        await FindAsync(account, step, cancel) is { } row ? TimedCode.Write(secrets.Open(row.Secret)) : null;

    /// <summary>
    /// Takes the first code of the app. With it come the codes on paper, which are shown this once; an earlier telephone and its sessions no
    /// longer count. Null when the code is not right.
    /// </summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(AccountId account, Guid step, string code, ConnectionInfo origin, CancellationToken cancel)
    {
        if (await FindAsync(account, step, cancel) is not { } row || !await second.TryNewAppAsync(row, code, cancel))
        {
            await LogAsync(IdentityActions.Refused, account, origin, cancel);
            return null;
        }
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        Instant? now = time.Now();
        // Whoever comes second with the same invitation finds it used.
        if (await context.Invitations.Where(i => i.Id == row.InvitationId && i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancel) == 0)
            return null;
        await context.SecondSteps.Where(s => s.AccountId == account.Value && s.ConfirmedAt != null && s.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ReplacedAt, now), cancel);
        await context.SecondSteps.Where(s => s.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, now), cancel);
        await logIns.EndAllAsync(account, cancel);
        var codes = Enumerable.Range(0, PaperCodes).Select(_ => PaperCode.New()).ToList();
        context.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCodeRow { StepId = row.Id, CodeHash = PaperCode.Hash(row.Id, c) }));
        await LogAsync(IdentityActions.Done, account, origin, cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    private async Task<SecondStepRow?> FindAsync(AccountId account, Guid step, CancellationToken cancel)
    {
        var now = time.Now();
        return await context.SecondSteps.AsNoTracking()
            .Where(s => s.Id == step && s.AccountId == account.Value && s.ConfirmedAt == null)
            .Where(s => context.Invitations.Any(i => i.Id == s.InvitationId && i.UsedAt == null && i.ExpiresAt > now))
            .SingleOrDefaultAsync(cancel);
    }

    private Task LogAsync(string outcome, AccountId account, ConnectionInfo origin, CancellationToken cancel) =>
        log.WriteAsync(IdentityActions.SecondStepMade, outcome, account, origin, detail: null, cancel);
}
