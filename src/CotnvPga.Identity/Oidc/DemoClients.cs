using CotnvPga.Identity.Keys;

namespace CotnvPga.Identity.Oidc;

/// <summary>Clients that exist in demo mode only.</summary>
public static class DemoClients
{
    /// <summary>A public client with which somebody can try logging in from a program of their own.</summary>
    public const string PublicId = "demo-client";

    internal static IEnumerable<OidcClient> All(PortalKeys keys) =>
    [
        new(
            PublicId,
            "Voorbeeldprogramma",
            OidcGrant.AuthorizationCode,
            OidcScopes.All,
            [new Uri("http://127.0.0.1/terug"), new Uri("http://localhost/terug")],
            [],
            Key: null),
        new(
            DemoGrant.ClientId,
            "Opdrachtregel op de server",
            OidcGrant.DemoAccount,
            [OidcScopes.Api, OidcScopes.AccessEvaluate],
            [],
            [],
            ClientKey.Public(keys.CommandLine)),
    ];
}
