using System.Globalization;
using System.Security.Claims;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>
/// That somebody logged in at the OpenID Connect server, in a cookie. It lasts as long as a portal session may be idle
/// and is not renewed, so that whoever was away longer than that gives the password again.
/// </summary>
public sealed class LogInCookie(IActors actors, AccountStamps stamps, TimeProvider time)
{
    private const string Stamp = "stempel";

    /// <summary>Remembers that this account logged in now.</summary>
    public async Task SetAsync(HttpContext context, AccountId account)
    {
        var stamp = await stamps.FindAsync(account, context.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, account.ToString()),
                new Claim(Stamp, stamp ?? string.Empty),
                new Claim(TokenClaims.AuthenticationTime, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            PortalSchemes.LogIn);
        await context.SignInAsync(PortalSchemes.LogIn, new ClaimsPrincipal(identity));
    }

    /// <summary>Who logged in, and when; null when nobody did, or when it no longer counts.</summary>
    public async Task<LoggedIn?> FindAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(PortalSchemes.LogIn);
        if (result.Principal is not { } principal || TokenClaims.AccountOf(principal) is not { } account)
            return null;
        if (await stamps.FindAsync(account, context.RequestAborted) is not { } stamp || principal.FindFirstValue(Stamp) != stamp)
            return null;
        if (await actors.FindAsync(account, context.RequestAborted) is not { } actor)
            return null;

        var at = long.Parse(principal.FindFirstValue(TokenClaims.AuthenticationTime)!, CultureInfo.InvariantCulture);
        return new LoggedIn(actor, DateTimeOffset.FromUnixTimeSeconds(at));
    }

    /// <summary>Forgets it.</summary>
    public static Task ClearAsync(HttpContext context) => context.SignOutAsync(PortalSchemes.LogIn);
}

/// <summary>Somebody who logged in.</summary>
public sealed record LoggedIn(Actor Actor, DateTimeOffset At);
