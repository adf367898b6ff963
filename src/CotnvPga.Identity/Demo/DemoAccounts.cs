using System.Security.Cryptography;
using System.Text.Json;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Demo;

/// <summary>Puts the people of the demo in a demo database.</summary>
public static class DemoAccounts
{
    /// <summary>File with the passwords, in the folder given to <see cref="SeedAsync"/>.</summary>
    public const string PasswordFile = "demo.json";

    /// <summary>
    /// Adds the people who are missing. Passwords are random; when the file that holds them is gone everybody gets a new one.
    /// </summary>
    /// <param name="ownerConnectionString">Connection of the role that owns the schemas.</param>
    /// <param name="folder">Where <c>demo.json</c> is written, readable by its owner only.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>Everybody with the password to log in with.</returns>
    /// <exception cref="InvalidOperationException">The database was not made as a demo.</exception>
    public static async Task<IReadOnlyList<DemoPassword>> SeedAsync(
        string ownerConnectionString, string folder, TimeProvider time, CancellationToken cancel = default)
    {
        await using var context = new IdentityContext(IdentityDatabase.Options<IdentityContext>(ownerConnectionString));
        if (!await context.Instances.AnyAsync(i => i.IsDemo, cancel))
            throw new InvalidOperationException("Demo accounts can only be made in a database that was made as a demo.");

        var file = Path.Combine(folder, PasswordFile);
        var known = Read(file);
        var accounts = await context.Users.Where(a => a.IsDemo).ToDictionaryAsync(a => a.Id, cancel);
        var passwords = DemoWorld.People
            .Select(p => new DemoPassword(p.UserName, accounts.ContainsKey(p.Account.Value) && known.TryGetValue(p.UserName, out var kept) ? kept : NewPassword()))
            .ToList();

        // Hashing is slow on purpose; the people do not have to wait for each other.
        var hashes = passwords.AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(p => known.GetValueOrDefault(p.Account) == p.Wachtwoord ? null : new PasswordHasher<Account>().HashPassword(null!, p.Wachtwoord))
            .ToList();

        foreach (var (person, hash) in DemoWorld.People.Zip(hashes))
        {
            if (!accounts.TryGetValue(person.Account.Value, out var account))
                account = Add(context, person, time);
            if (hash is null)
                continue;
            account.PasswordHash = hash;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        // In this order: a password that is stored but not in the file is replaced by the next seed.
        await context.SaveChangesAsync(cancel);
        PrivateFile.CreateFolder(folder);
        await PrivateFile.WriteAllTextAsync(file, JsonSerializer.Serialize(passwords, DemoJson.Options), cancel);
        return passwords;
    }

    private static Account Add(IdentityContext context, DemoPerson person, TimeProvider time)
    {
        var account = new Account
        {
            Id = person.Account.Value,
            UserName = person.UserName,
            NormalizedUserName = person.UserName.ToUpperInvariant(),
            DisplayName = person.DisplayName,
            Email = $"{person.UserName}@demo.example",
            NormalizedEmail = $"{person.UserName}@demo.example".ToUpperInvariant(),
            IsDemo = true,
            LockoutEnabled = true,
        };
        context.Users.Add(account);
        context.Memberships.AddRange(person.Memberships().Select(m => new MembershipRow
        {
            Id = m.Id,
            AccountId = account.Id,
            Party = person.Party,
            Municipality = m.Municipality,
            Role = person.Role,
            ValidFrom = DemoPerson.FirstDay,
            ScreenedUntil = DemoPerson.FarAhead,
            AuthorisedUntil = DemoPerson.FarAhead,
            TrainedUntil = DemoPerson.FarAhead,
            GrantedAt = time.Now(),
        }));
        return account;
    }

    private static Dictionary<string, string> Read(string file) => File.Exists(file)
        ? JsonSerializer.Deserialize<List<DemoPassword>>(PrivateFile.ReadAllText(file), DemoJson.Options)!.ToDictionary(p => p.Account, p => p.Wachtwoord)
        : [];

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
}

/// <summary>How somebody logs in to the demo, as it stands in <c>demo.json</c>.</summary>
/// <param name="Account">The name to log in with.</param>
/// <param name="Wachtwoord">The password of this seed.</param>
public sealed record DemoPassword(string Account, string Wachtwoord);

internal static class DemoJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
