using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CotnvPga.Identity.Oidc.Server;

/// <summary>What an endpoint can tell OpenIddict to do.</summary>
internal static class ServerResults
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>Issues what was asked for to this person.</summary>
    public static IResult Issue(ClaimsIdentity identity, IEnumerable<string> scopes)
    {
        identity.SetScopes(scopes);
        identity.SetResources(TokenClaims.Audience);
        identity.SetDestinations(Destinations);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, Scheme);
    }

    /// <summary>Refuses with an error of the protocol.</summary>
    public static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [Scheme]);

    /// <summary>Ends the log-out at the place where the client asked to return to.</summary>
    public static IResult Return(string elsewhere) =>
        Results.SignOut(new AuthenticationProperties { RedirectUri = elsewhere }, [Scheme]);

    // An access token says no more than who it is of; the name is for the client that shows it, if it asked for it.
    private static string[] Destinations(Claim claim) => claim.Type switch
    {
        // Of a client that acts for somebody, the API has to know how long ago that somebody proved who it is (RFC 9470).
        TokenClaims.Subject or TokenClaims.AuthenticationContext or TokenClaims.AuthenticationTime => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        TokenClaims.LogIn => [OpenIddictConstants.Destinations.IdentityToken],
        TokenClaims.Name or TokenClaims.UserName when claim.Subject!.HasScope(Scopes.Profile) => [OpenIddictConstants.Destinations.IdentityToken],
        _ => [],
    };
}
