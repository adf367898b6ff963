using CotnvPga.Domain;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>The codes with which somebody makes a second step. A password alone is not enough: whoever knows a first password is not yet its owner.</summary>
public sealed class Invitations(IdentityContext context, TimeProvider time)
{
    /// <summary>How long a code can be used after it was given.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(7);

    /// <summary>Invites an account that has no second step yet; only the owner of the schemas may.</summary>
    /// <param name="ownerConnectionString">Connection of the role that owns the schemas.</param>
    /// <param name="userName">The account.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>The code, to hand over in person; null when no such account can be invited.</returns>
    public static async Task<string?> InviteAsync(string ownerConnectionString, string userName, TimeProvider time, CancellationToken cancel = default)
    {
        await using var context = new IdentityContext(IdentityDatabase.Options<IdentityContext>(ownerConnectionString));
        var name = userName.ToUpperInvariant();
        var account = await context.Users
            .Where(a => a.NormalizedUserName == name && a.BlockedAt == null)
            .Where(a => !context.SecondSteps.Any(s => s.AccountId == a.Id && s.ConfirmedAt != null))
            .Select(a => (Guid?)a.Id)
            .SingleOrDefaultAsync(cancel);
        if (account is not { } id)
            return null;
        var (code, now) = (PaperCode.New(), time.Now());
        context.Invitations.Add(new InvitationRow
        {
            Id = Guid.NewGuid(),
            AccountId = id,
            Kind = InvitationRow.New,
            MadeAt = now,
            CodeHash = PaperCode.Hash(id, code),
            ExpiresAt = now + Lifetime,
        });
        context.Events.Add(new IdentityEvent { At = now, Action = IdentityActions.InvitationMade, Outcome = IdentityActions.Done, AccountId = id });
        await context.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>The invitation of this account with this code; null when there is none that counts now.</summary>
    internal async Task<InvitationRow?> FindAsync(AccountId account, string code, CancellationToken cancel)
    {
        var (hash, now) = (PaperCode.Hash(account.Value, code), time.Now());
        return await context.Invitations.AsNoTracking()
            .Where(i => i.AccountId == account.Value && i.CodeHash == hash && i.UsedAt == null && i.ExpiresAt > now)
            .Where(i => i.Kind == InvitationRow.Recovery || !context.SecondSteps.Any(s => s.AccountId == i.AccountId && s.ConfirmedAt != null))
            .FirstOrDefaultAsync(cancel);
    }
}
