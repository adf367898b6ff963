using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Oidc;

/// <summary>A program that asks for tokens. One client has one way to ask (NLGov profile for OAuth).</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="Name">What people see.</param>
/// <param name="Grant">How it asks.</param>
/// <param name="Scopes">What it may ask for.</param>
/// <param name="RedirectUris">Where a log-in may return to.</param>
/// <param name="PostLogoutRedirectUris">Where a log-out may return to.</param>
/// <param name="Key">
/// Public half of the key with which it proves who it is (<c>private_key_jwt</c>); null for a public client, which then
/// runs on somebody's own machine and returns to a loopback address on any port.
/// </param>
public sealed record OidcClient(
    string Id,
    string Name,
    OidcGrant Grant,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<Uri> RedirectUris,
    IReadOnlyList<Uri> PostLogoutRedirectUris,
    JsonWebKey? Key);

/// <summary>How a client asks for tokens.</summary>
public enum OidcGrant
{
    /// <summary>Authorization code with PKCE: a person logs in.</summary>
    AuthorizationCode,

    /// <summary>The command line on the host of a demo: for a demo account, without a password.</summary>
    DemoAccount,
}
