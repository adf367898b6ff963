namespace CotnvPga.Identity.Oidc;

/// <summary>The way in which the command line asks for a token of a demo account; exists in demo mode only.</summary>
public static class DemoGrant
{
    public const string Type = "urn:cotnvpga:grant:demo-account";

    /// <summary>The client that may use it.</summary>
    public const string ClientId = "opdrachtregel";

    /// <summary>Parameter with the name of the account.</summary>
    public const string UserName = "gebruiker";
}
