using System.Net;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CotnvPga.Identity.Oidc.Server;

/// <summary>Exchanges a code, or the request of the demo's command line, for tokens: 200, or 400 with an error of the protocol.</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, IActors actors, LogIns logIns, DemoDirectory demo, IdentityLog log, TimeProvider time)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see this request.");
        return request.IsAuthorizationCodeGrantType()
            ? await ForCodeAsync(context, request, actors, logIns, log)
            : await ForDemoAccountAsync(context, request, actors, demo, log, time);
    }

    private static async Task<IResult> ForCodeAsync(HttpContext context, OpenIddictRequest request, IActors actors, LogIns logIns, IdentityLog log)
    {
        var cancel = context.RequestAborted;
        var code = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var principal = code.Principal ?? throw new InvalidOperationException("OpenIddict accepted a code without a person.");
        if (TokenClaims.AccountOf(principal) is not { } account
            || await actors.FindAsync(account, cancel) is not { } actor
            || await logIns.FindAsync(principal, cancel) is not { } logIn)
            return ServerResults.Refuse(Errors.InvalidGrant, "The account can no longer be used.");

        await log.WriteAsync(
            IdentityActions.TokenIssued, IdentityActions.Done, account, context.Connection, $"{request.ClientId} {string.Join(' ', principal.GetScopes())}", cancel);
        return ServerResults.Issue(TokenClaims.For(LoggedIn.From(actor, logIn)), principal.GetScopes());
    }

    // OpenIddict has checked the client, whose key only the user of the host can read, and that it may ask in this way.
    private static async Task<IResult> ForDemoAccountAsync(
        HttpContext context, OpenIddictRequest request, IActors actors, DemoDirectory demo, IdentityLog log, TimeProvider time)
    {
        var cancel = context.RequestAborted;
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
            return ServerResults.Refuse(Errors.AccessDenied, "This can only be asked on the host itself.");

        var detail = $"{request.ClientId} {request.Scope}";
        AccountId? account = await demo.FindAsync((string?)request[DemoGrant.UserName], cancel);
        if (account is not { } known || await actors.FindAsync(known, cancel) is not { } actor)
        {
            await log.WriteAsync(IdentityActions.TokenIssued, IdentityActions.Refused, account, context.Connection, detail, cancel);
            return ServerResults.Refuse(Errors.InvalidGrant, "No demo account has this name.");
        }

        await log.WriteAsync(IdentityActions.TokenIssued, IdentityActions.Done, account, context.Connection, detail, cancel);
        return ServerResults.Issue(TokenClaims.For(new LoggedIn(actor, time.GetUtcNow(), Assurance.Low, Id: null)), request.GetScopes());
    }
}
