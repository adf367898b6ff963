using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>Makes and opens the secrets that telephones share, which the database keeps sealed.</summary>
public sealed class SecondStepSecrets(IDataProtectionProvider protection)
{
    private const int Length = 20;

    private readonly IDataProtector protector = protection.CreateProtector("CotnvPga.Identity.SecondSteps");

    /// <summary>A new secret, sealed.</summary>
    internal byte[] New() => protector.Protect(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The secret itself.</summary>
    internal byte[] Open(byte[] secret) => protector.Unprotect(secret);
}
