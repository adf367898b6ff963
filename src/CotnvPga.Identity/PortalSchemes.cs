namespace CotnvPga.Identity;

/// <summary>The ways in which a request can say who sent it.</summary>
public static class PortalSchemes
{
    /// <summary>The default: <see cref="Bearer"/> below <c>/api</c> and <c>/access</c>, <see cref="Session"/> elsewhere.</summary>
    /// <remarks>A browser sends cookies by itself, so the API does not read them: a foreign page cannot make it act.</remarks>
    public const string ByPath = "naar-pad";

    /// <summary>Session of the portal, in a cookie.</summary>
    public const string Session = "sessie";

    /// <summary>Log-in at the OpenID Connect server, in a cookie of its own.</summary>
    public const string LogIn = "inlog";

    /// <summary>Password given, second step not yet taken, in a cookie of its own.</summary>
    public const string HalfLogIn = "halverwege";

    /// <summary>The portal as a client of its own server.</summary>
    public const string OpenIdConnect = "oidc";

    /// <summary>Access token in the header.</summary>
    public const string Bearer = "Bearer";
}
