using System.Collections.Immutable;

namespace CotnvPga.Identity.Oidc;

/// <summary>What a client can ask for.</summary>
public static class OidcScopes
{
    public const string OpenId = "openid";

    /// <summary>The name of the person.</summary>
    public const string Profile = "profile";

    /// <summary>The API of the portal, with the rights of the person.</summary>
    public const string Api = "api";

    /// <summary>Asking the engine what is allowed; reads no case.</summary>
    public const string AccessEvaluate = "access.evaluate";

    public static readonly ImmutableArray<string> All = [OpenId, Profile, Api, AccessEvaluate];
}
