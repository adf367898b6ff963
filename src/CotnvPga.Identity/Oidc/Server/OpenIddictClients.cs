using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CotnvPga.Identity.Oidc.Server;

internal sealed class OpenIddictClients(
    IOpenIddictApplicationManager applications,
    IOpenIddictAuthorizationManager authorizations,
    IOpenIddictTokenManager tokens) : IOidcClients
{
    public async Task SaveAsync(OidcClient client, CancellationToken cancel)
    {
        var descriptor = Describe(client);
        if (await applications.FindByClientIdAsync(client.Id, cancel) is { } existing)
            await applications.UpdateAsync(existing, descriptor, cancel);
        else
            await applications.CreateAsync(descriptor, cancel);
    }

    public async Task RemoveAsync(string clientId, CancellationToken cancel)
    {
        if (await applications.FindByClientIdAsync(clientId, cancel) is { } existing)
            await applications.DeleteAsync(existing, cancel);
    }

    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await tokens.PruneAsync(before, cancel);
        await authorizations.PruneAsync(before, cancel);
    }

    private static OpenIddictApplicationDescriptor Describe(OidcClient client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id,
            DisplayName = client.Name,
            ClientType = client.Key is null ? ClientTypes.Public : ClientTypes.Confidential,
            // A native application may return to a loopback address on any port (RFC 8252).
            ApplicationType = client.Key is null ? ApplicationTypes.Native : ApplicationTypes.Web,
            ConsentType = ConsentTypes.Implicit,
        };
        if (client.Key is { } key)
        {
            descriptor.JsonWebKeySet = new JsonWebKeySet();
            descriptor.JsonWebKeySet.Keys.Add(key);
        }

        descriptor.RedirectUris.UnionWith(client.RedirectUris);
        descriptor.PostLogoutRedirectUris.UnionWith(client.PostLogoutRedirectUris);
        descriptor.Permissions.UnionWith(PermissionsOf(client.Grant));
        descriptor.Permissions.UnionWith(client.Scopes.Where(s => s != OidcScopes.OpenId).Select(s => Permissions.Prefixes.Scope + s));
        return descriptor;
    }

    private static string[] PermissionsOf(OidcGrant grant) => grant switch
    {
        OidcGrant.AuthorizationCode =>
        [
            Permissions.Endpoints.Authorization,
            Permissions.Endpoints.Token,
            Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code,
        ],
        OidcGrant.DemoAccount => [Permissions.Endpoints.Token, Permissions.Prefixes.GrantType + DemoGrant.Type],
        _ => throw new ArgumentOutOfRangeException(nameof(grant), grant, "Unknown grant."),
    };
}
