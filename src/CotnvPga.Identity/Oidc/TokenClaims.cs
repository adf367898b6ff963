using System.Security.Claims;
using CotnvPga.Domain;
using CotnvPga.Identity.LoggingIn;

namespace CotnvPga.Identity.Oidc;

/// <summary>What a token says about a person, whichever server issues it.</summary>
/// <remarks>
/// No party, role or municipality: those are read at every request, because they may end before the token does.
/// </remarks>
public static class TokenClaims
{
    /// <summary>Id of the account.</summary>
    public const string Subject = "sub";

    public const string Name = "name";

    public const string UserName = "preferred_username";

    /// <summary>How sure it is who logged in; the profile requires it. <c>amr</c> is not given, which the profile forbids.</summary>
    public const string AuthenticationContext = "acr";

    public const string AuthenticationTime = "auth_time";

    /// <summary>Id of the log-in, which ends with it.</summary>
    public const string LogIn = "sid";

    /// <summary>Granted scopes, separated by spaces.</summary>
    public const string Scope = "scope";

    /// <summary>For whom access tokens are meant: the API of the portal.</summary>
    public const string Audience = "urn:cotnvpga:api";

    /// <summary>A password alone is level "low" of the eIDAS regulation.</summary>
    public const string LowAssurance = "http://eidas.europa.eu/LoA/low";

    /// <summary>A password and something that only the person has.</summary>
    public const string SubstantialAssurance = "http://eidas.europa.eu/LoA/substantial";

    /// <summary>The identity of a person, with exactly the claims above that are about the person.</summary>
    public static ClaimsIdentity For(LoggedIn person)
    {
        var actor = person.Actor;
        var identity = new ClaimsIdentity("oidc", Name, roleType: null);
        identity.AddClaim(new Claim(Subject, actor.Account.ToString()));
        identity.AddClaim(new Claim(Name, actor.DisplayName));
        identity.AddClaim(new Claim(UserName, actor.UserName));
        identity.AddClaim(new Claim(AuthenticationContext, person.Level.AuthenticationContext()));
        identity.AddClaim(new Claim(AuthenticationTime, $"{person.At.ToUnixTimeSeconds()}", ClaimValueTypes.Integer64));
        if (person.Id is { } logIn)
            identity.AddClaim(new Claim(LogIn, logIn.ToString()));
        return identity;
    }

    /// <summary>Whose token or session it is; null when it does not say.</summary>
    public static AccountId? AccountOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(Subject), out var id) ? new AccountId(id) : null;

    /// <summary>Which log-in it comes from; null when it does not say.</summary>
    public static Guid? LogInOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(LogIn), out var id) ? id : null;

    /// <summary>Whether the token has the scope.</summary>
    public static bool HasScope(ClaimsPrincipal principal, string scope) =>
        principal.FindAll(Scope).SelectMany(c => c.Value.Split(' ')).Contains(scope, StringComparer.Ordinal);
}
