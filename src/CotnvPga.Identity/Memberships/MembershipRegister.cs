using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Memberships;

/// <summary>Grants and ends memberships. Each change is logged in the same save, with who did it.</summary>
public sealed class MembershipRegister(IdentityContext context, TimeProvider time)
{
    /// <summary>All memberships that an account has or had, oldest first.</summary>
    public async Task<IReadOnlyList<Membership>> ListAsync(AccountId account, CancellationToken cancel)
    {
        var rows = await context.Memberships.AsNoTracking()
            .Where(m => m.AccountId == account.Value)
            .OrderBy(m => m.ValidFrom).ThenBy(m => m.Id)
            .ToListAsync(cancel);
        return [.. rows.Select(m => m.ToMembership())];
    }

    /// <summary>Grants a membership.</summary>
    /// <param name="grant">What to grant.</param>
    /// <param name="by">Who grants it; null for the installation itself.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>The membership, or <see cref="NotValid"/> with everything that is wrong.</returns>
    public async Task<Result<Membership>> GrantAsync(GrantMembership grant, AccountId? by, CancellationToken cancel)
    {
        var errors = grant.Errors(time.Today()).ToList();
        if (!await context.Users.AnyAsync(a => a.Id == grant.Account.Value, cancel))
            errors.Add(new FieldError("account", "Dit account bestaat niet."));
        if (errors.Count > 0)
            return new NotValid(errors);

        var row = new MembershipRow
        {
            Id = Guid.NewGuid(),
            AccountId = grant.Account.Value,
            Party = grant.Party,
            Municipality = grant.Municipality?.Code,
            Role = grant.Role,
            ValidFrom = grant.From,
            ValidUntil = grant.Until,
            ScreenedUntil = grant.ScreenedUntil,
            AuthorisedUntil = grant.AuthorisedUntil,
            TrainedUntil = grant.TrainedUntil,
            DeputyFor = grant.DeputyFor?.Value,
            LentBy = grant.LentBy?.Code,
            GrantedAt = time.Now(),
            GrantedBy = by?.Value,
        };
        context.Memberships.Add(row);
        Log(IdentityActions.MembershipGranted, row, by);
        await context.SaveChangesAsync(cancel);
        return row.ToMembership();
    }

    /// <summary>Ends a membership after a last day, today or later.</summary>
    /// <returns>The membership as it is now; <see cref="NotValid"/> when it was ended before, or would last longer.</returns>
    public async Task<Result<Membership>> EndAsync(Guid membership, LocalDate lastDay, AccountId? by, CancellationToken cancel)
    {
        var row = await context.Memberships.SingleOrDefaultAsync(m => m.Id == membership, cancel);
        if (row is null)
            return new NotValid("lidmaatschap", "Dit lidmaatschap bestaat niet.");
        if (Closed(row) is { } closed)
            return closed;
        if (lastDay < time.Today() || lastDay < row.ValidFrom || row.ValidUntil < lastDay)
            return new NotValid("tot", "Kies een dag vanaf vandaag, binnen de duur van het lidmaatschap.");

        row.ValidUntil = lastDay;
        row.EndedBy = by?.Value;
        Log(IdentityActions.MembershipEnded, row, by);
        await context.SaveChangesAsync(cancel);
        return row.ToMembership();
    }

    /// <summary>Ends a membership at this moment: the next request of the person no longer has it.</summary>
    /// <returns>The membership as it is now; <see cref="NotValid"/> when it was over already.</returns>
    public async Task<Result<Membership>> EndNowAsync(Guid membership, AccountId? by, CancellationToken cancel)
    {
        var row = await context.Memberships.SingleOrDefaultAsync(m => m.Id == membership, cancel);
        if (row is null)
            return new NotValid("lidmaatschap", "Dit lidmaatschap bestaat niet.");
        if (Closed(row) is { } closed)
            return closed;

        row.ValidUntil = LocalDate.Max(row.ValidFrom, time.Today());
        row.EndedAt = time.Now();
        row.EndedBy = by?.Value;
        Log(IdentityActions.MembershipEnded, row, by);
        await context.SaveChangesAsync(cancel);
        return row.ToMembership();
    }

    private NotValid? Closed(MembershipRow row) => row.EndedAt is not null || row.ValidUntil < time.Today()
        ? new NotValid("lidmaatschap", "Dit lidmaatschap is al beëindigd.")
        : null;

    private void Log(string action, MembershipRow row, AccountId? by) => context.Events.Add(new IdentityEvent
    {
        At = time.Now(),
        Action = action,
        Outcome = IdentityActions.Done,
        AccountId = row.AccountId,
        ActorId = by?.Value,
        Detail = $"{row.Id} {row.Party.Code()} {row.Municipality ?? "landelijk"} {row.Role}",
    });
}
