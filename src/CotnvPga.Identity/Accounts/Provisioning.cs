using System.Security.Cryptography;
using CotnvPga.Domain;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Accounts;

/// <summary>Makes the account of a person, with the first membership. Only whoever manages the host can: the portal makes nobody.</summary>
public static class Provisioning
{
    /// <summary>Adds a person.</summary>
    /// <param name="ownerConnectionString">Connection of the role that owns the schemas.</param>
    /// <param name="person">Who.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>What to hand over, or <see cref="NotValid"/> with everything that is wrong.</returns>
    public static async Task<Result<HandedOver>> AddAsync(string ownerConnectionString, NewPerson person, TimeProvider time, CancellationToken cancel = default)
    {
        await using var context = new IdentityContext(IdentityDatabase.Options<IdentityContext>(ownerConnectionString));
        var name = person.UserName.ToUpperInvariant();
        if (await context.Users.AnyAsync(a => a.NormalizedUserName == name, cancel))
            return new NotValid("gebruiker", "Deze gebruikersnaam bestaat al.");
        var password = person.AtServer is null ? string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5))) : null;
        var account = new Account
        {
            Id = Guid.NewGuid(),
            UserName = person.UserName,
            NormalizedUserName = name,
            DisplayName = person.DisplayName,
            Email = person.Email,
            NormalizedEmail = person.Email?.ToUpperInvariant(),
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordHash = password is null ? null : new PasswordHasher<Account>().HashPassword(null!, password),
        };
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        context.Users.Add(account);
        if (person.AtServer is { } at)
            context.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = at.Server, ProviderKey = at.Subject, UserId = account.Id });
        await context.SaveChangesAsync(cancel);
        var granted = await new MembershipRegister(context, time).GrantAsync(person.Membership with { Account = new AccountId(account.Id) }, by: null, cancel);
        if (!granted.IsDone)
            return granted.Refusal;
        await transaction.CommitAsync(cancel);
        return new HandedOver(password, password is null ? null : await Invitations.InviteAsync(ownerConnectionString, person.UserName, time, cancel));
    }
}

/// <summary>A person who gets an account.</summary>
/// <param name="UserName">The name to log in with.</param>
/// <param name="DisplayName">The name that colleagues see.</param>
/// <param name="Email">Where messages go; null for nowhere.</param>
/// <param name="Membership">What the person starts with; the account is filled in.</param>
/// <param name="AtServer">Who the person is at the log-in server of the own organisation; null for a password here.</param>
public sealed record NewPerson(string UserName, string DisplayName, string? Email, GrantMembership Membership, PersonAtServer? AtServer = null);

/// <summary>A person at the log-in server of an organisation.</summary>
/// <param name="Server">Code of the server, as in the settings.</param>
/// <param name="Subject">The person's <c>sub</c> there.</param>
public sealed record PersonAtServer(string Server, string Subject);

/// <summary>What a new person gets, in person and apart from each other; both null for who logs in at the own organisation.</summary>
public sealed record HandedOver(string? Password, string? ActivationCode);
