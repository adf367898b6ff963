using System.Security.Claims;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Accounts;

/// <summary>What somebody arranges for the own account: another password, and an end to being logged in somewhere else.</summary>
public sealed class OwnAccount(IdentityContext context, UserManager<Account> accounts, LogIn logIn, LogIns logIns, IdentityLog log, TimeProvider time)
{
    /// <summary>Whether the password is here and the owner's: not for who logs in at the own organisation, nor for somebody of a demo, who is many people at once.</summary>
    public Task<bool> HasPasswordAsync(Actor actor, CancellationToken cancel) =>
        context.Users.AnyAsync(a => a.Id == actor.Account.Value && a.PasswordHash != null && !a.IsDemo, cancel);

    /// <summary>Where the person is logged in now, the latest first.</summary>
    public async Task<IReadOnlyList<OwnLogIn>> LogInsAsync(ClaimsPrincipal who, Actor actor, CancellationToken cancel)
    {
        var (now, here) = (time.Now(), TokenClaims.LogInOf(who));
        var rows = await context.LogIns.AsNoTracking()
            .Where(l => l.AccountId == actor.Account.Value && l.EndedAt == null && l.EndsAt > now && context.Sessions.Any(s => s.LogInId == l.Id && s.ExpiresAt > now))
            .OrderByDescending(l => l.At).ThenBy(l => l.Id)
            .ToListAsync(cancel);
        return rows.ConvertAll(l => new OwnLogIn(l.Id, l.At, AssuranceNames.Of(l.Level), l.Server, l.Id == here));
    }

    /// <summary>Ends a log-in of this person, and the sessions that came from it.</summary>
    public async Task<Result<Guid>> EndAsync(Actor actor, Guid which, ConnectionInfo origin, CancellationToken cancel)
    {
        if (!await context.LogIns.AnyAsync(l => l.Id == which && l.AccountId == actor.Account.Value, cancel))
            return new NotKnown();
        await logIns.EndAsync([which], cancel);
        await log.WriteAsync(IdentityActions.LogOut, IdentityActions.Done, actor.Account, origin, which.ToString(), cancel);
        return which;
    }

    /// <summary>Gives the account another password. Whoever is logged in with the old one no longer is, the person too.</summary>
    /// <returns>The account, or everything that is wrong with what was typed.</returns>
    public async Task<Result<AccountId>> ChangePasswordAsync(Actor actor, PasswordChange change, ConnectionInfo origin, CancellationToken cancel)
    {
        if (!await HasPasswordAsync(actor, cancel))
            return new NotAllowed("Uw wachtwoord staat niet in dit portaal. U wijzigt het waar u inlogt.");
        if (await WrongAsync(actor, change) is { Count: > 0 } errors)
            return new NotValid(errors);
        if (await logIn.TryAsync(IdentityActions.PasswordAsked, actor.UserName, change.Current, origin, cancel) is null)
            return new NotValid("huidig", "Dit is niet uw wachtwoord van nu. Na vijf verkeerde pogingen moet u een kwartier wachten.");
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var (hash, stamp) = (accounts.PasswordHasher.HashPassword(null!, change.New), Guid.NewGuid().ToString("N"));
        await context.Users.Where(a => a.Id == actor.Account.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, hash).SetProperty(a => a.SecurityStamp, stamp), cancel);
        await logIns.EndAllAsync(actor.Account, cancel);
        await log.WriteAsync(IdentityActions.PasswordChanged, IdentityActions.Done, actor.Account, origin, detail: null, cancel);
        await transaction.CommitAsync(cancel);
        return actor.Account;
    }

    private async Task<List<FieldError>> WrongAsync(Actor actor, PasswordChange change)
    {
        var errors = new List<FieldError>();
        if (change.Current.Length == 0)
            errors.Add(new FieldError("huidig", "Typ het wachtwoord waarmee u nu inlogt."));
        if (!await IsStrongAsync(change.New))
            errors.Add(new FieldError("nieuw", $"Kies ten minste {accounts.Options.Password.RequiredLength} tekens, waarvan {accounts.Options.Password.RequiredUniqueChars} verschillende. Een paar losse woorden is goed."));
        else if (change.New.Contains(actor.UserName, StringComparison.OrdinalIgnoreCase) || change.New == change.Current)
            errors.Add(new FieldError("nieuw", "Kies een wachtwoord dat anders is dan het oude, en zonder uw gebruikersnaam erin."));
        if (change.New != change.Again)
            errors.Add(new FieldError("nogmaals", "Dit is niet hetzelfde als het nieuwe wachtwoord erboven."));
        return errors;
    }

    private async Task<bool> IsStrongAsync(string password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, null!, password)).Succeeded)
                return false;
        }
        return true;
    }
}

/// <summary>What somebody types to get another password.</summary>
/// <param name="Current">The password of now.</param>
/// <param name="New">The password to get.</param>
/// <param name="Again">The same once more.</param>
public sealed record PasswordChange(string Current, string New, string Again);

/// <summary>That a person is logged in.</summary>
/// <param name="Id">The log-in.</param>
/// <param name="At">Since when.</param>
/// <param name="Level">How sure it is who logged in.</param>
/// <param name="Server">Code of the server of the own organisation; null for a password here.</param>
/// <param name="IsHere">Whether it is the log-in of this browser.</param>
public sealed record OwnLogIn(Guid Id, Instant At, Assurance Level, string? Server, bool IsHere);
