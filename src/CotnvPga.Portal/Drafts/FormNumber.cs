using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CotnvPga.Portal.Drafts;

/// <summary>The number of one form as it was shown once, sealed: the same form that comes back has the same number.</summary>
public sealed class FormNumber(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("formuliernummer");

    /// <summary>A new number, sealed for the form.</summary>
    public string New() => _protector.Protect(Guid.NewGuid().ToString("N"));

    /// <summary>The number in a form; null when it is not one of ours.</summary>
    public string? Read(string? seal)
    {
        if (string.IsNullOrEmpty(seal))
            return null;
        try
        {
            return $"formulier:{_protector.Unprotect(seal)}";
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
