using System.Text;
using CotnvPga.Data.Signals;
using CotnvPga.Identity;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Openbaar;

/// <summary>What programs look for: where to tell of a leak (RFC 9116), what search engines may show, and which pages are for anybody.</summary>
internal static class PublicFiles
{
    /// <summary>Setting with the address (https or mailto) where somebody tells of a weakness; without it the page with privacy stands there.</summary>
    public const string ContactSetting = "Pga:Beveiligingscontact";

    // RFC 9116 §2.5.5: less than a year, so that an address that nobody reads any more lapses.
    private static readonly Duration Valid = Duration.FromDays(180);

    public static void MapPublicFiles(this WebApplication app)
    {
        app.MapGet("/.well-known/security.txt", Security).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/robots.txt", Robots).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/sitemap.xml", SiteMap).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Security(PortalSettings settings, IConfiguration configuration, IClock clock)
    {
        var contact = configuration[ContactSetting] ?? settings.At("/privacy").AbsoluteUri;
        var expires = InstantPattern.General.Format(Instant.FromUnixTimeSeconds((clock.GetCurrentInstant() + Valid).ToUnixTimeSeconds() / 86_400 * 86_400));
        return Text($"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: {settings.At("/.well-known/security.txt")}\n");
    }

    // Everything else is behind a log-in; what is not named here is no business of a search engine.
    private static IResult Robots(PortalSettings settings) =>
        Text($"User-agent: *\nAllow: /meldpunt\nAllow: /en/meldpunt\nAllow: /melden$\nAllow: /privacy\nAllow: /toegankelijkheid\nDisallow: /\nSitemap: {settings.At("/sitemap.xml")}\n");

    private static IResult SiteMap(PortalSettings settings, Municipalities municipalities)
    {
        string[] pages = ["/meldpunt", "/melden", "/privacy", "/toegankelijkheid", .. municipalities.All.SelectMany(m => new[] { $"/meldpunt/{m.Code}", $"/en/meldpunt/{m.Code}" })];
        var urls = string.Concat(pages.Select(p => $"<url><loc>{settings.At(p).AbsoluteUri}</loc></url>"));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{urls}</urlset>\n", "application/xml", Encoding.UTF8);
    }

    private static IResult Text(string text) => Results.Text(text, "text/plain", Encoding.UTF8);
}
