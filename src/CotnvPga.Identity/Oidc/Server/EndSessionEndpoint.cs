using CotnvPga.Identity.LoggingIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Server.AspNetCore;

namespace CotnvPga.Identity.Oidc.Server;

/// <summary>
/// A client says that somebody logs out. With the identity token that the client got: 302 back to the client, logged out.
/// Without it, it may be a link on a foreign page: 302 to the page that asks first.
/// </summary>
internal static class EndSessionEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, LogInCookie cookie)
    {
        var hint = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        // Without a token OpenIddict also succeeds, with nobody.
        if (hint.Principal is not { } principal || TokenClaims.AccountOf(principal) is null)
            return Results.Redirect(LogInPath.LogOut);

        await cookie.EndAsync(context);
        return ServerResults.Return(LogInPath.LogIn);
    }
}
