namespace CotnvPga.Identity.Oidc;

/// <summary>Where the OpenID Connect server is reached, below the address of the portal.</summary>
public static class OidcPaths
{
    public const string Discovery = "/.well-known/openid-configuration";
    public const string Keys = "/oidc/sleutels";
    public const string Authorize = "/oidc/autoriseren";
    public const string Token = "/oidc/token";
    public const string EndSession = "/oidc/afmelden";
}
