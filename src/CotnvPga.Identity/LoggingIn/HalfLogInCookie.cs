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
    private const string NewStep = "nieuwe_stap";

    /// <summary>Remembers that the password of this account was right, and which second step it is making, if it is.</summary>
    public async Task SetAsync(HttpContext context, AccountId account, Guid? newStep = null)
    {
        var stamp = await stamps.FindAsync(account, context.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, account.ToString()),
                new Claim(Stamp, stamp ?? string.Empty),
                new Claim(NewStep, newStep?.ToString() ?? string.Empty),
            ],
            PortalSchemes.HalfLogIn);
        await context.SignInAsync(PortalSchemes.HalfLogIn, new ClaimsPrincipal(identity));
    }

    /// <summary>Who is half-way; null when nobody is, or when the password or the account changed meanwhile.</summary>
    public async Task<HalfLogIn?> FindAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(PortalSchemes.HalfLogIn);
        if (result.Principal is not { } principal || TokenClaims.AccountOf(principal) is not { } account)
            return null;
        if (await stamps.FindAsync(account, context.RequestAborted) is not { } stamp || principal.FindFirstValue(Stamp) != stamp)
            return null;
        return new HalfLogIn(account, Guid.TryParse(principal.FindFirstValue(NewStep), out var step) ? step : null);
    }

    /// <summary>Forgets it.</summary>
    public static Task ClearAsync(HttpContext context) => context.SignOutAsync(PortalSchemes.HalfLogIn);
}

/// <summary>Somebody who gave the right password.</summary>
/// <param name="Account">Whose.</param>
/// <param name="NewStep">The second step that is being made: only who gave the code of an invitation sees its secret.</param>
public sealed record HalfLogIn(AccountId Account, Guid? NewStep);
