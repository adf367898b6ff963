namespace CotnvPga.Identity.Oidc;

/// <summary>How long what the server issues can be used.</summary>
public static class OidcLifetimes
{
    /// <summary>The profile's limit for public clients; also how long an old token can outlive its client.</summary>
    public static readonly TimeSpan AccessToken = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan IdentityToken = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan AuthorizationCode = TimeSpan.FromMinutes(1);

    /// <summary>How long a client's proof of who it is can be used.</summary>
    public static readonly TimeSpan ClientAssertion = TimeSpan.FromMinutes(1);
}
