using System.Net;
using CotnvPga.TestHost.Pages;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Browser.Tests;

/// <summary>
/// Every page in every state that people of the demo get to by following links: WCAG 2.2 A and AA at 390 and 1280 pixels, twice the size
/// without sideways scrolling, and everything within reach of Tab. The list is made by walking, so a new page is looked at by itself.
/// </summary>
[Collection(InBrowser.Name)]
public sealed class EveryStateTests(PortalInBrowser browser)
{
    private static readonly string?[] People = ["coordinator.voorbeeldstad", "politie.voorbeeldstad", "zorg.voorbeeldstad", "fg.voorbeeldstad", "coordinator.polderdam", "nctv.adviseur", null];

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task Every_page_in_every_state_can_be_used_by_everybody()
    {
        await using var portal = await RunningPortal.StartWithStoriesAsync();
        var walk = new PageWalk(portal.Database, account => LoggedInAsync(portal, account));
        var looked = new HashSet<string>();
        var wrong = new List<string>();
        foreach (var account in People)
        {
            var person = await browser.PersonAtAsync(portal, account);
            await foreach (var visit in walk.AllAsync(account))
            {
                // The same page in the same state with the same parts looks the same to everybody.
                var parts = string.Join('|', visit.Document.QuerySelectorAll("main h1, main h2, main form, main table").Select(e => e.LocalName + e.Children.Length));
                if (!looked.Add($"{visit.State} {parts}"))
                    continue;
                await person.OpenAsync(visit.Path);
                try
                {
                    await person.LookAsync();
                }
                catch (ShouldAssertException fault)
                {
                    wrong.Add($"{visit}: {fault.Message}");
                }
                wrong.AddRange((await person.NotReachedWithTabAsync()).Select(missed => $"{visit}: Tab does not reach {missed}"));
            }
        }
        wrong.ShouldBeEmpty($"{looked.Count} states");
        looked.Count.ShouldBeGreaterThan(60);
    }

    private static async Task<HttpClient> LoggedInAsync(RunningPortal portal, string? account)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        if (account is not null)
            (await http.LogInAsync(account, PortalFixture.PasswordOf(account), "/werkvoorraad")).EnsureSuccessStatusCode();
        return http;
    }
}
