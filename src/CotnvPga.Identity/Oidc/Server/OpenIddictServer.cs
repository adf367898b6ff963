using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CotnvPga.Identity.Oidc.Server;

/// <summary>The OpenID Connect server by OpenIddict. Together with the rest of this folder: all that knows of OpenIddict.</summary>
internal sealed class OpenIddictServer : IOidcServer
{
    public void AddTo(IServiceCollection services, PortalSettings settings, string connectionString)
    {
        services.AddDbContext<OidcContext>(options => options.UseIdentityDatabase(connectionString));
        services.AddScoped<IOidcClients, OpenIddictClients>();

        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<OidcContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server => Configure(server, settings));

        services.AddOptions<OpenIddictServerOptions>().Configure<PortalKeys>((options, keys) =>
        {
            options.SigningCredentials.Add(new SigningCredentials(keys.Signing, SecurityAlgorithms.RsaSha256));
            options.EncryptionCredentials.Add(
                new EncryptingCredentials(keys.Encryption, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        });
        // Less than OpenIddict can do: only what the Dutch profiles allow and what these endpoints handle.
        services.PostConfigure<OpenIddictServerOptions>(options =>
        {
            options.CodeChallengeMethods.IntersectWith([CodeChallengeMethods.Sha256]);
            options.ClientAuthenticationMethods.IntersectWith([ClientAuthenticationMethods.PrivateKeyJwt]);
            options.ResponseModes.IntersectWith([ResponseModes.Query]);
            options.PromptValues.IntersectWith([PromptValues.Login, PromptValues.None]);
        });
    }

    public void MapTo(IEndpointRouteBuilder endpoints)
    {
        // OpenIddict has checked the request before it comes here; a person who is not logged in yet is sent to log in.
        endpoints.MapMethods(OidcPaths.Authorize, ["GET", "POST"], AuthorizeEndpoint.HandleAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(OidcPaths.Token, TokenEndpoint.HandleAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapMethods(OidcPaths.EndSession, ["GET", "POST"], (Delegate)EndSessionEndpoint.HandleAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Configure(OpenIddictServerBuilder server, PortalSettings settings)
    {
        server.SetIssuer(settings.Address)
            .SetConfigurationEndpointUris(OidcPaths.Discovery)
            .SetJsonWebKeySetEndpointUris(OidcPaths.Keys)
            .SetAuthorizationEndpointUris(OidcPaths.Authorize)
            .SetTokenEndpointUris(OidcPaths.Token)
            .SetEndSessionEndpointUris(OidcPaths.EndSession);

        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        if (settings.IsDemo)
            server.AllowCustomFlow(DemoGrant.Type);

        server.RegisterScopes([.. OidcScopes.All])
            .RegisterClaims(TokenClaims.Name, TokenClaims.UserName, TokenClaims.AuthenticationContext, TokenClaims.AuthenticationTime, TokenClaims.LogIn)
            .SetAccessTokenLifetime(OidcLifetimes.AccessToken)
            .SetIdentityTokenLifetime(OidcLifetimes.IdentityToken)
            .SetAuthorizationCodeLifetime(OidcLifetimes.AuthorizationCode)
            // The API reads them itself, with the public key; they hold nothing that is secret from their bearer.
            .DisableAccessTokenEncryption();

        var host = server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough();
        if (settings.IsDemo)
            host.DisableTransportSecurityRequirement();
    }
}
