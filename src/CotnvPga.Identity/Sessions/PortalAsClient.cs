using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CotnvPga.Identity.Sessions;

/// <summary>The portal logs people in as any client does: by authorization code with PKCE, at its own server.</summary>
internal static class PortalAsClient
{
    public const string ClientId = "portaal";
    public const string ReturnPath = "/inloggen/terug";
    public const string LoggedOutPath = "/uitloggen/terug";

    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    public static AuthenticationBuilder AddPortalAsClient(this AuthenticationBuilder authentication, PortalSettings settings)
    {
        authentication.AddOpenIdConnect(PortalSchemes.OpenIdConnect, options =>
        {
            options.Authority = settings.Address.AbsoluteUri;
            options.RequireHttpsMetadata = !settings.IsDemo;
            options.ClientId = ClientId;
            options.SignInScheme = PortalSchemes.Session;
            options.SignOutScheme = PortalSchemes.Session;
            options.CallbackPath = ReturnPath;
            options.SignedOutCallbackPath = LoggedOutPath;
            options.RemoteSignOutPath = default;
            options.AccessDeniedPath = LogInPath.Failed;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.MapInboundClaims = false;
            options.DisableTelemetry = true;
            options.TokenValidationParameters.NameClaimType = TokenClaims.Name;
            options.Scope.Clear();
            options.Scope.Add(OidcScopes.OpenId);
            options.Scope.Add(OidcScopes.Profile);

            RoundTripCookies.Harden(options, settings);

            options.Events.OnRedirectToIdentityProvider = ComeBackToAPage;
            options.Events.OnAuthorizationCodeReceived = ProveWhoIAm;
            options.Events.OnTokenValidated = BeginSessionAsync;
            options.Events.OnRemoteFailure = ShowFailure;
        });
        return authentication;
    }

    /// <summary>How the portal is known to the server.</summary>
    public static OidcClient Describe(PortalSettings settings, PortalKeys keys) => new(
        ClientId,
        "Het portaal",
        OidcGrant.AuthorizationCode,
        [OidcScopes.OpenId, OidcScopes.Profile],
        [.. Names(settings).Select(a => new Uri(a, ReturnPath))],
        [.. Names(settings).Select(a => new Uri(a, LoggedOutPath))],
        ClientKey.Public(keys.Portal));

    // On a loopback address people type what they like.
    private static IEnumerable<Uri> Names(PortalSettings settings) => settings.IsDemo
        ? LoopbackNames.Select(host => new UriBuilder(settings.Address) { Host = host }.Uri)
        : [settings.Address];

    private static Task ComeBackToAPage(RedirectContext context)
    {
        var request = context.Request;
        // A script that fetches cannot log in; it is told so, and shows the person what to do.
        if (request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode) && mode != "navigate")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HandleResponse();
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            // What was posted cannot be posted again after logging in; the page where it was filled in can be shown.
            context.Properties.RedirectUri = request.PathBase + request.Path + QueryString.Create(request.Query.Where(q => q.Key != "handler"));
        }
        return Task.CompletedTask;
    }

    private static Task ProveWhoIAm(AuthorizationCodeReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        context.TokenEndpointRequest!.ClientAssertionType = ClientAssertion.Type;
        context.TokenEndpointRequest.ClientAssertion = ClientAssertion.Create(
            ClientId,
            services.GetRequiredService<PortalKeys>().Portal,
            services.GetRequiredService<PortalSettings>().Address,
            services.GetRequiredService<TimeProvider>());
        return Task.CompletedTask;
    }

    private static async Task BeginSessionAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var cancel = context.HttpContext.RequestAborted;
        if (TokenClaims.AccountOf(context.Principal!) is not { } account
            || await services.GetRequiredService<AccountStamps>().FindAsync(account, cancel) is not { } stamp)
        {
            context.Fail("The account can no longer be used.");
            return;
        }

        SessionCookie.Begin(context.Properties!, stamp, services.GetRequiredService<TimeProvider>().GetUtcNow());
        // Kept to prove, when logging out, that it is this person who logs out.
        context.Properties!.StoreTokens([new AuthenticationToken
        {
            Name = OpenIdConnectParameterNames.IdToken,
            Value = context.TokenEndpointResponse!.IdToken,
        }]);
    }

    private static Task ShowFailure(RemoteFailureContext context)
    {
        context.Response.Redirect(LogInPath.Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
