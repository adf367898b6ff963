using System.Security.Claims;
using CotnvPga.Domain;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>That somebody gave the right password and still has to take the second step, in a cookie of a few minutes. It opens nothing.</summary>
public sealed class HalfLogInCookie(AccountStamps stamps)
{
    /// <summary>How long somebody may look for the telephone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string Stamp = "stempel";

    /// <summary>Remembers that the password of this account was right.</summary>
    public async Task SetAsync(HttpContext context, AccountId account)
    {
        var stamp = await stamps.FindAsync(account, context.RequestAborted);
        var identity = new ClaimsIdentity(
            [new Claim(TokenClaims.Subject, account.ToString()), new Claim(Stamp, stamp ?? string.Empty)], PortalSchemes.HalfLogIn);
        await context.SignInAsync(PortalSchemes.HalfLogIn, new ClaimsPrincipal(identity));
    }

    /// <summary>Who is half-way; null when nobody is, or when the password or the account changed meanwhile.</summary>
    public async Task<AccountId?> FindAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(PortalSchemes.HalfLogIn);
        if (result.Principal is not { } principal || TokenClaims.AccountOf(principal) is not { } account)
            return null;
        return await stamps.FindAsync(account, context.RequestAborted) is { } stamp && principal.FindFirstValue(Stamp) == stamp ? account : null;
    }

    /// <summary>Forgets it.</summary>
    public static Task ClearAsync(HttpContext context) => context.SignOutAsync(PortalSchemes.HalfLogIn);
}
