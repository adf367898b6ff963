using System.Security.Cryptography;
using CotnvPga.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace CotnvPga.Portal.Drafts;

/// <summary>
/// Seals in a form for whom it was made. When it comes back after the session ran out, the seal says in whose box the text belongs;
/// who has no such form cannot put anything anywhere.
/// </summary>
public sealed class FormOwner(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The sealed text for the form of this account at this path.</summary>
    public string Seal(AccountId account, string path) => Protector(path).Protect(account.ToString(), Lifetime);

    /// <summary>Whose form it was; null when the seal is not ours, is for another path, or is too old.</summary>
    public AccountId? Open(string? seal, string path)
    {
        if (string.IsNullOrEmpty(seal))
            return null;
        try
        {
            return new AccountId(Guid.Parse(Protector(path).Unprotect(seal)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string path) =>
        protection.CreateProtector("formuliereigenaar", path.ToLowerInvariant()).ToTimeLimitedDataProtector();
}
