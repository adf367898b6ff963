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
public sealed class LogInCookie(IActors actors, AccountStamps stamps, LogIns logIns)
{
    private const string Stamp = "stempel";

    /// <summary>Remembers that this account logged in now.</summary>
    public Task SetAsync(HttpContext context, AccountId account, Assurance level) => SetAsync(context, account, level, at: null);

    /// <summary>The same, after logging in at the server of an own organisation.</summary>
    internal async Task SetAsync(HttpContext context, AccountId account, Assurance level, SessionAtServer? at)
    {
        var stamp = await stamps.FindAsync(account, context.RequestAborted);
        var begun = await logIns.BeginAsync(account, level, at, context.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new Claim(TokenClaims.Subject, account.ToString()),
                new Claim(Stamp, stamp ?? string.Empty),
                new Claim(TokenClaims.LogIn, begun.Id.ToString()),
            ],
            PortalSchemes.LogIn);
        await context.SignInAsync(PortalSchemes.LogIn, new ClaimsPrincipal(identity));
    }

    /// <summary>Who logged in, and when; null when nobody did, or when it no longer counts.</summary>
    public async Task<LoggedIn?> FindAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var result = await context.AuthenticateAsync(PortalSchemes.LogIn);
        if (result.Principal is not { } principal || TokenClaims.AccountOf(principal) is not { } account)
            return null;
        if (await stamps.FindAsync(account, cancel) is not { } stamp || principal.FindFirstValue(Stamp) != stamp)
            return null;
        if (await actors.FindAsync(account, cancel) is not { } actor || await logIns.FindAsync(principal, cancel) is not { } found)
            return null;
        return LoggedIn.From(actor, found);
    }

    /// <summary>Ends the log-in and forgets it.</summary>
    public async Task EndAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(PortalSchemes.LogIn);
        if (result.Principal is { } principal && TokenClaims.LogInOf(principal) is { } logIn)
            await logIns.EndAsync([logIn], context.RequestAborted);
        await context.SignOutAsync(PortalSchemes.LogIn);
    }
}

/// <summary>Somebody who logged in.</summary>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
/// <param name="Level">How sure it is.</param>
/// <param name="Id">The log-in; null for the command line of a demo, which asks once and keeps nothing.</param>
public sealed record LoggedIn(Actor Actor, DateTimeOffset At, Assurance Level, Guid? Id)
{
    internal static LoggedIn From(Actor actor, LogInRow row) => new(actor, row.At.ToDateTimeOffset(), AssuranceNames.Of(row.Level), row.Id);
}
