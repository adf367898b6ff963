using System.Net;
using AngleSharp.Html.Parser;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>Two colleagues help a third who cannot log in any more, each on the page of the municipality.</summary>
public sealed class HerstelTests : IAsyncLifetime
{
    private const string Place = "/continuiteit/9901/herstel";
    private PortalFixture _portal = null!;

    public async Task InitializeAsync() => _portal = await PortalFixture.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task One_asks_and_only_another_confirms_and_sees_the_code()
    {
        var colleague = DemoWorld.Person("zorg.voorbeeldstad");
        using var first = await BrowserAsync("coordinator.voorbeeldstad");
        using var second = await BrowserAsync("plaatsvervanger.voorbeeldstad");

        (await first.SendFormAsync(Place, new Dictionary<string, string>(), FormOf("account", $"{colleague.Account}"))).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await TextAsync(first)).ShouldContain("wacht op een ander");
        var confirmed = await second.SendFormAsync(Place, new Dictionary<string, string>(), "main form[action*=Bevestig]");
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await new HtmlParser().ParseDocumentAsync(await confirmed.Content.ReadAsStringAsync());
        page.QuerySelector("main code")!.TextContent.Length.ShouldBe("abcdef-abcdef".Length);
        (await TextAsync(second)).ShouldNotContain("wacht op een ander");
        (await new HtmlParser().ParseDocumentAsync(await TextAsync(second))).QuerySelector("main code").ShouldBeNull("shown once");
    }

    [Fact]
    public async Task Who_does_not_arrange_access_finds_no_such_page()
    {
        using var browser = await BrowserAsync("politie.voorbeeldstad");

        (await browser.GetAsync(Place)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string FormOf(string field, string value) => $"main form:has(input[name={field}][value='{value}'])";

    private async Task<HttpClient> BrowserAsync(string userName)
    {
        var browser = _portal.Portal.Browser();
        await browser.LogInAsync(userName, PortalFixture.PasswordOf(userName), "/werkvoorraad");
        return browser;
    }

    private static async Task<string> TextAsync(HttpClient browser) => await (await browser.GetAsync(Place)).Content.ReadAsStringAsync();
}
