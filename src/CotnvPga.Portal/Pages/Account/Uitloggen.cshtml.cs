using CotnvPga.Identity;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Account;

/// <summary>Ends the session here and at the OpenID Connect server. A link (GET) only asks, so that nobody is logged out by a foreign page.</summary>
[AllowAnonymous]
public sealed class UitloggenModel(ICurrentActor current, LogInCookie cookie, IdentityLog log) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (current.Find() is not { } actor)
        {
            await cookie.EndAsync(HttpContext);
            return LocalRedirect("~/inloggen");
        }

        // What the browser still holds of this site goes too; cookies are ended apart, those of other sites on this domain are not ours.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        await log.WriteAsync(IdentityActions.LogOut, IdentityActions.Done, actor.Account, HttpContext.Connection, detail: null, cancel);
        var afterwards = new AuthenticationProperties { RedirectUri = LogInPath.LogIn };
        return SignOut(afterwards, PortalSchemes.Session, PortalSchemes.OpenIdConnect);
    }
}
