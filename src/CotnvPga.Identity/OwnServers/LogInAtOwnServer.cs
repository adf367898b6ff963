using CotnvPga.Domain;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Sessions;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CotnvPga.Identity.OwnServers;

/// <summary>Logging in at the server of an own organisation, in place of a password here. Who was not made here beforehand is nobody.</summary>
internal static class LogInAtOwnServer
{
    private const string Level = "niveau";

    private static readonly string[] SubstantialOrMore = [TokenClaims.SubstantialAssurance, "http://eidas.europa.eu/LoA/high"];

    public static AuthenticationBuilder AddOwnServers(this AuthenticationBuilder authentication, OwnServers servers, PortalSettings settings)
    {
        foreach (var server in servers.All)
            authentication.AddOpenIdConnect(server.Scheme, server.Name, options => Configure(options, server, settings));
        return authentication;
    }

    private static void Configure(OpenIdConnectOptions options, OwnServer server, PortalSettings settings)
    {
        options.Authority = server.Address.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.IsDemo;
        options.ClientId = server.ClientId;
        options.SignInScheme = PortalSchemes.HalfLogIn;
        options.CallbackPath = server.ReturnPath;
        options.RemoteSignOutPath = default;
        options.AccessDeniedPath = LogInPath.Failed;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.Scope.Clear();
        options.Scope.Add(OidcScopes.OpenId);
        RoundTripCookies.Harden(options, settings);
        options.Events.OnAuthorizationCodeReceived = context => ProveWhoIAmAsync(context, server);
        options.Events.OnTokenValidated = RememberLevel;
        options.Events.OnTicketReceived = context => LogInAsync(context, server);
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(LogInPath.Failed);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task ProveWhoIAmAsync(AuthorizationCodeReceivedContext context, OwnServer server)
    {
        var services = context.HttpContext.RequestServices;
        var there = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        context.TokenEndpointRequest!.ClientAssertionType = ClientAssertion.Type;
        context.TokenEndpointRequest.ClientAssertion = ClientAssertion.Create(
            server.ClientId, services.GetRequiredService<PortalKeys>().Portal, new Uri(there.Issuer), services.GetRequiredService<TimeProvider>());
    }

    // The handler takes this claim away before anybody is logged in.
    private static Task RememberLevel(TokenValidatedContext context)
    {
        var level = SubstantialOrMore.Contains(context.Principal!.FindFirst(TokenClaims.AuthenticationContext)?.Value) ? Assurance.Substantial : Assurance.Low;
        context.Properties!.Items[Level] = level.Code();
        return Task.CompletedTask;
    }

    private static async Task LogInAsync(TicketReceivedContext context, OwnServer server)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var log = services.GetRequiredService<IdentityLog>();
        var subject = context.Principal!.FindFirst(TokenClaims.Subject)!.Value;
        var account = await AccountOfAsync(services.GetRequiredService<IdentityContext>(), server, subject, http.RequestAborted);
        await log.WriteAsync(
            IdentityActions.LogIn, account is null ? IdentityActions.Refused : IdentityActions.Done, account, http.Connection, $"bij {server.Code}", http.RequestAborted);
        context.HandleResponse();
        if (account is not { } known)
        {
            http.Response.Redirect(LogInPath.Failed);
            return;
        }
        await services.GetRequiredService<LogInCookie>().SetAsync(
            http, known, AssuranceNames.Of(context.Properties!.Items[Level]!), new SessionAtServer(server.Code, context.Principal.FindFirst(TokenClaims.LogIn)?.Value));
        http.Response.Redirect(context.ReturnUri ?? "/");
    }

    internal static async Task<AccountId?> AccountOfAsync(IdentityContext context, OwnServer server, string subject, CancellationToken cancel)
    {
        var found = await context.UserLogins
            .Where(l => l.LoginProvider == server.Code && l.ProviderKey == subject)
            .Join(context.Users.Where(a => a.BlockedAt == null), l => l.UserId, a => a.Id, (_, a) => (Guid?)a.Id)
            .SingleOrDefaultAsync(cancel);
        return found is { } id ? new AccountId(id) : null;
    }
}
