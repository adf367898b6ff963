using CotnvPga.Identity.Oidc;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>How sure it is who logged in.</summary>
public enum Assurance
{
    /// <summary>A password alone.</summary>
    Low,

    /// <summary>A password and a second step, or as much at an organisation's own server.</summary>
    Substantial,
}

/// <summary>The names of <see cref="Assurance"/>.</summary>
internal static class AssuranceNames
{
    /// <summary>As it stands in the database.</summary>
    public static string Code(this Assurance level) => level is Assurance.Substantial ? "substantieel" : "laag";

    /// <summary>The level with this code.</summary>
    public static Assurance Of(string code) => code == Assurance.Substantial.Code() ? Assurance.Substantial : Assurance.Low;

    /// <summary>The level of the eIDAS regulation, as <c>acr</c> says it.</summary>
    public static string AuthenticationContext(this Assurance level) =>
        level is Assurance.Substantial ? TokenClaims.SubstantialAssurance : TokenClaims.LowAssurance;
}
