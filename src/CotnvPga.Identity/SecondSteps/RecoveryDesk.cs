using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>
/// For who lost both telephone and paper: one colleague who arranges access in the municipality asks, another confirms and hands over a code in
/// person. Neither can do it alone or for oneself; the database sees to that too. The password is still needed.
/// </summary>
public sealed class RecoveryDesk(IdentityContext context, ContinuityRules rules, TimeProvider time)
{
    /// <summary>How long a request waits for the second person, and then how long the code can be used.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(1);

    /// <summary>The colleagues in a municipality, and who waits for a second person.</summary>
    public async Task<Result<IReadOnlyList<Recoverable>>> ReadAsync(Actor by, Municipality municipality, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var now = time.Now();
        var found = await PeopleOf(municipality, by)
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                Open = context.Invitations
                    .Where(i => i.AccountId == a.Id && i.Kind == InvitationRow.Recovery && i.CodeHash == null && i.ExpiresAt > now)
                    .Select(i => new { i.Id, AskedBy = i.AskedBy!.Value, Name = context.Users.First(u => u.Id == i.AskedBy).DisplayName })
                    .FirstOrDefault(),
            })
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id)
            .ToListAsync(cancel);
        return found.ConvertAll(f => new Recoverable(
            new AccountId(f.Id), f.DisplayName, f.Open is { } open ? new AskedRecovery(open.Id, open.Name, open.AskedBy == by.Account.Value) : null));
    }

    /// <summary>Asks for a new second step for a colleague.</summary>
    public async Task<Result<Guid>> AskAsync(Actor by, Municipality municipality, AccountId account, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        if (!await PeopleOf(municipality, by).AnyAsync(a => a.Id == account.Value, cancel))
            return new NotKnown();
        var now = time.Now();
        if (await context.Invitations.AnyAsync(i => i.AccountId == account.Value && i.CodeHash == null && i.ExpiresAt > now, cancel))
            return new NotNow("Dit is al gevraagd. Een tweede collega moet het nog bevestigen.", ["ander"]);
        var id = Guid.NewGuid();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.Database.ExecuteSqlAsync(
            $"insert into identiteit.uitnodiging (id, account_id, asked_by, made_at, expires_at) values ({id}, {account.Value}, {by.Account.Value}, {now}, {now + Lifetime})",
            cancel);
        await LogAsync(IdentityActions.RecoveryAsked, account.Value, by, id, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <summary>Confirms what another colleague asked.</summary>
    /// <returns>The code, shown this once, to hand over in person.</returns>
    public async Task<Result<RecoveryCode>> ConfirmAsync(Actor by, Municipality municipality, Guid request, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var now = time.Now();
        var asked = await context.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == request && i.Kind == InvitationRow.Recovery && i.CodeHash == null && i.ExpiresAt > now, cancel);
        var person = asked is null ? null : await PeopleOf(municipality, by).SingleOrDefaultAsync(a => a.Id == asked.AccountId, cancel);
        if (asked is null || person is null)
            return new NotKnown();
        if (asked.AskedBy == by.Account.Value)
            return new NotNow("U hebt dit zelf gevraagd. Een ander bevestigt het.", ["ander"]);
        var code = PaperCode.New();
        var (who, hash) = ((Guid?)by.Account.Value, (byte[]?)PaperCode.Hash(person.Id, code));
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var confirmed = await context.Invitations.Where(i => i.Id == request && i.CodeHash == null).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.ConfirmedBy, who).SetProperty(i => i.CodeHash, hash).SetProperty(i => i.ExpiresAt, now + Lifetime), cancel);
        if (confirmed == 0)
            return new NotNow("Een ander heeft dit al bevestigd.", []);
        await LogAsync(IdentityActions.RecoveryConfirmed, person.Id, by, request, cancel);
        await transaction.CommitAsync(cancel);
        return new RecoveryCode(person.DisplayName, code);
    }

    // The others: nobody arranges this for oneself.
    private IQueryable<Accounts.Account> PeopleOf(Municipality municipality, Actor by)
    {
        var (now, today) = (time.Now(), time.Today());
        return context.Users.AsNoTracking().Where(a => a.BlockedAt == null && a.Id != by.Account.Value && context.Memberships.Any(
            m => m.AccountId == a.Id && m.Municipality == municipality.Code
                && (m.EndedAt == null || m.EndedAt > now) && m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil >= today)));
    }

    private async Task LogAsync(string action, Guid account, Actor by, Guid request, CancellationToken cancel)
    {
        context.Events.Add(new IdentityEvent
        {
            At = time.Now(),
            Action = action,
            Outcome = IdentityActions.Done,
            AccountId = account,
            ActorId = by.Account.Value,
            Detail = request.ToString(),
        });
        await context.SaveChangesAsync(cancel);
    }
}

/// <summary>A colleague whose second step can be replaced.</summary>
/// <param name="Account">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Asked">What waits for a second person; null when nothing does.</param>
public sealed record Recoverable(AccountId Account, string Name, AskedRecovery? Asked);

/// <summary>A request that waits.</summary>
/// <param name="Id">The request.</param>
/// <param name="By">Who asked.</param>
/// <param name="BySelf">Whether that is who looks now, so that somebody else has to confirm.</param>
public sealed record AskedRecovery(Guid Id, string By, bool BySelf);

/// <summary>A code to hand over.</summary>
/// <param name="Name">To whom.</param>
/// <param name="Code">The code.</param>
public sealed record RecoveryCode(string Name, string Code);
