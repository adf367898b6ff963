using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.Sessions;

/// <summary>The cookies that hold a log-in together while the browser is at an OpenID Connect server, our own or another.</summary>
internal static class RoundTripCookies
{
    public static void Harden(OpenIdConnectOptions options, PortalSettings settings)
    {
        // The answer comes back by a redirect to a page, with which a browser sends lax cookies also from another site.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy =
            settings.IsDemo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        var prefix = settings.IsDemo ? "pga-" : "__Host-pga-";
        (options.CorrelationCookie.Name, options.CorrelationCookie.Path) = ($"{prefix}verzoek.", "/");
        (options.NonceCookie.Name, options.NonceCookie.Path) = ($"{prefix}eenmalig.", "/");
    }
}
