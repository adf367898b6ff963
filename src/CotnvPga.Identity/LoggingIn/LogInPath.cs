using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>The pages of logging in, which the portal shows.</summary>
public static class LogInPath
{
    public const string LogIn = "/inloggen";
    public const string Failed = "/inloggen/mislukt";
    public const string SecondStep = "/inloggen/tweede-stap";
    public const string LogOut = "/uitloggen";

    /// <summary>Parameter of <see cref="LogIn"/>: where to go afterwards, on this site.</summary>
    public const string Return = "terug";

    /// <summary>The page to log in, that then returns to a place on this site.</summary>
    public static string ReturningTo(string place) => LogIn + QueryString.Create(Return, place);
}
