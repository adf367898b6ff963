using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CotnvPga.Identity.Tests.OwnServers;

/// <summary>The OpenID Connect server of an organisation: an OpenIddict of its own, with keys, people and sessions of which the portal knows nothing.</summary>
internal sealed class OrganisationServer : IAsyncDisposable
{
    public const string ClientId = "cotnvpga";
    public static readonly Uri Address = new("https://inloggen.gemeente.example/");

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "organisatie" };
    private WebApplication _app = null!;

    /// <summary>Who sits at the browser there.</summary>
    public string Person { get; set; } = "1001";

    /// <summary>The session there.</summary>
    public string Session { get; set; } = "sessie-1";

    /// <summary>How sure that server is of it.</summary>
    public string Level { get; set; } = "http://eidas.europa.eu/LoA/substantial";

    /// <summary>What the portal showed to get its tokens.</summary>
    public string? Proof { get; private set; }

    public static async Task<OrganisationServer> StartAsync(TimeProvider time)
    {
        var server = new OrganisationServer();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(time);
        builder.Services.AddOpenIddict().AddServer(server.Configure);
        server._app = builder.Build();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>How the portal reaches it.</summary>
    public HttpMessageHandler Handler() => ((TestServer)_app.Services.GetRequiredService<IServer>()).CreateHandler();

    /// <summary>A browser that came to it.</summary>
    public HttpClient Browser() => new(Handler()) { BaseAddress = Address };

    /// <summary>What it sends when somebody logs out there.</summary>
    public string LogOutToken(DateTimeOffset at, string? session = null, string? subject = null, string audience = ClientId, string issuer = "https://inloggen.gemeente.example/", RsaSecurityKey? key = null, bool isLogOut = true, string? nonce = null)
    {
        var claims = new Dictionary<string, object> { ["jti"] = Guid.NewGuid().ToString() };
        if (session is not null)
            claims["sid"] = session;
        if (subject is not null)
            claims["sub"] = subject;
        if (nonce is not null)
            claims["nonce"] = nonce;
        if (isLogOut)
            claims["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "logout+jwt",
            Issuer = issuer,
            Audience = audience,
            IssuedAt = at.UtcDateTime,
            Expires = at.UtcDateTime.AddMinutes(2),
            Claims = claims,
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode();
        server.SetIssuer(Address)
            .SetAuthorizationEndpointUris("/toegang")
            .SetTokenEndpointUris("/token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterClaims("acr", "sid");
        server.AddSigningKey(_key).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.RedirectUri?.EndsWith("/inloggen/bij/gemeente/terug", StringComparison.Ordinal) != true)
                context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            var identity = new ClaimsIdentity("organisatie");
            identity.AddClaim(new Claim(Claims.Subject, Person).SetDestinations(Destinations.IdentityToken, Destinations.AccessToken));
            identity.AddClaim(new Claim("sid", Session).SetDestinations(Destinations.IdentityToken));
            identity.AddClaim(new Claim("acr", Level).SetDestinations(Destinations.IdentityToken));
            var principal = new ClaimsPrincipal(identity);
            principal.SetScopes(context.Request.GetScopes());
            context.SignIn(principal);
            return default;
        }));
        // Without a store of clients OpenIddict has no key to hold the proof against: the test does that itself.
        server.AddEventHandler<OpenIddictServerEvents.ExtractTokenRequestContext>(handler => handler.SetOrder(int.MaxValue).UseInlineHandler(context =>
        {
            Proof = context.Request!.ClientAssertion;
            (context.Request.ClientAssertion, context.Request.ClientAssertionType) = (null, null);
            return default;
        }));
        server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => default));
    }
}
