using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.Oidc;

/// <summary>
/// The seam around the OpenID Connect server. Whatever stands behind it is replaced by writing this interface and
/// <see cref="IOidcClients"/> again; the tests in <c>OidcContract</c> say what a replacement has to do
/// (docs/adr: OpenIddict in plaats van Duende).
/// </summary>
public interface IOidcServer
{
    /// <summary>Registers the server. It finds <see cref="PortalSettings"/> and <see cref="Keys.PortalKeys"/> among the services.</summary>
    void AddTo(IServiceCollection services, PortalSettings settings, string connectionString);

    /// <summary>Maps the endpoints of <see cref="OidcPaths"/> that are not served by middleware.</summary>
    void MapTo(IEndpointRouteBuilder endpoints);
}

/// <summary>The clients that the server knows.</summary>
public interface IOidcClients
{
    /// <summary>Adds the client, or makes the one with this id equal to it.</summary>
    Task SaveAsync(OidcClient client, CancellationToken cancel);

    /// <summary>Takes the client away; nothing happens when it is not there.</summary>
    Task RemoveAsync(string clientId, CancellationToken cancel);

    /// <summary>Removes codes and tokens that expired before this moment.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancel);
}
