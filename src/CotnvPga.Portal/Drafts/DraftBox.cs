using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CotnvPga.Data.Drafts;
using CotnvPga.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace CotnvPga.Portal.Drafts;

/// <summary>
/// Keeps what somebody typed, per account and form, encrypted: it survives an error, a session that ran out and a restart.
/// The table shows neither whose case nor what; a row moved to another account or form does not open.
/// </summary>
public sealed class DraftBox(DraftRows rows, IDataProtectionProvider protection, IClock clock)
{
    /// <summary>How long a draft is kept. Long enough for a weekend, short enough not to become a second file.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(7);

    /// <summary>The draft of this account for the form at this path; null when there is none.</summary>
    public async Task<Draft?> FindAsync(AccountId account, string path, CancellationToken cancel)
    {
        if (await rows.FindAsync(Key(account, path), clock.GetCurrentInstant(), cancel) is not { } row)
            return null;
        try
        {
            var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(Protector(account, path).Unprotect(row.Content))!;
            return new Draft(fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)), row.SavedAt);
        }
        catch (CryptographicException)
        {
            // The keys were renewed: nobody can read it any more.
            await rows.RemoveAsync(Key(account, path), cancel);
            return null;
        }
    }

    /// <summary>Keeps what was typed, in place of an earlier draft of the same form.</summary>
    /// <param name="account">Who typed it.</param>
    /// <param name="path">Path of the form.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>When it was kept.</returns>
    public async Task<Instant> SaveAsync(AccountId account, string path, IFormCollection form, CancellationToken cancel)
    {
        var fields = form.Where(f => !FormFields.IsOwn(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToArray());
        var content = Protector(account, path).Protect(JsonSerializer.SerializeToUtf8Bytes(fields));
        var now = clock.GetCurrentInstant();
        await rows.SaveAsync(Key(account, path), new DraftRow(content, now), now + KeptFor, cancel);
        return now;
    }

    /// <summary>Throws the draft away, because the form was sent.</summary>
    public Task RemoveAsync(AccountId account, string path, CancellationToken cancel) => rows.RemoveAsync(Key(account, path), cancel);

    private static byte[] Key(AccountId account, string path) => SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{path.ToLowerInvariant()}"));

    private IDataProtector Protector(AccountId account, string path) =>
        protection.CreateProtector("concept", account.ToString(), path.ToLowerInvariant());
}
