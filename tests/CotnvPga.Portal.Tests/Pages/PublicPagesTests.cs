using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.TestHost.Portals;
using Npgsql;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>What anybody can open: no cookie, nothing of third parties, and a report that is saved once and lost never.</summary>
[Collection(nameof(PagesPortal))]
public sealed partial class PublicPagesTests(PagesPortal portal)
{
    private static readonly string[] Pages = ["/meldpunt", "/meldpunt/9901", "/meldpunt/9903", "/en/meldpunt/9901", "/melden", "/melden?gemeente=9901", "/melden/stand", "/privacy", "/toegankelijkheid"];
    private static readonly string[] Files = ["/.well-known/security.txt", "/robots.txt", "/sitemap.xml", "/v1/openapi.json"];

    [Fact]
    public async Task They_set_no_cookie_and_ask_nothing_of_anybody_else()
    {
        using var browser = portal.Fixture.Portal.Browser();
        foreach (var path in Pages.Concat(Files))
        {
            using var answer = await browser.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Headers.TryGetValues("Set-Cookie", out var cookies).ShouldBeFalse($"{path}: {string.Join("; ", cookies ?? [])}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var document = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            document.QuerySelectorAll("[src], link[href], form[action]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? e.GetAttribute("action"))
                .ShouldAllBe(address => address!.StartsWith('/'), path);
        }
    }

    [Fact]
    public async Task Search_engines_may_show_what_is_for_anybody_and_nothing_else()
    {
        using var browser = portal.Fixture.Portal.Browser();
        foreach (var path in Pages.Where(p => p != "/melden/stand"))
            (await DocumentAsync(browser, path)).QuerySelector("meta[name=robots]").ShouldBeNull(path);
        foreach (var path in new[] { "/melden/stand", "/inloggen" })
            (await DocumentAsync(browser, path)).QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex, nofollow", path);
        (await browser.GetStringAsync("/sitemap.xml")).ShouldContain("/en/meldpunt/9903</loc>");
    }

    [Fact]
    public async Task The_security_contact_lapses_within_a_year()
    {
        using var browser = portal.Fixture.Portal.Browser();
        var lines = (await browser.GetStringAsync("/.well-known/security.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
        lines["Contact"].ShouldNotBeEmpty();
        var expires = DateTimeOffset.Parse(lines["Expires"], System.Globalization.CultureInfo.InvariantCulture);
        expires.ShouldBeInRange(DateTimeOffset.UtcNow.AddDays(30), DateTimeOffset.UtcNow.AddDays(365));
        lines["Canonical"].ShouldEndWith("/.well-known/security.txt");
    }

    [Fact]
    public async Task A_report_gives_a_code_without_a_cookie_and_is_saved_once_however_often_it_is_sent()
    {
        using var browser = portal.Fixture.Portal.Browser();
        var sent = await FilledAsync(browser);
        var before = await CountAsync();

        using var first = await browser.PostAsync("/melden", new FormUrlEncodedContent(sent));
        using var again = await browser.PostAsync("/melden", new FormUrlEncodedContent(sent));

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var code = await ReceiptAsync(first);
        code.ShouldNotBeNull();
        (await ReceiptAsync(again)).ShouldBe(code, "who presses twice, or reloads, sees the same code");
        (await CountAsync()).ShouldBe(before + 1);

        using var standing = await browser.SendFormAsync("/melden/stand", new Dictionary<string, string> { ["Code"] = code });
        (await standing.Content.ReadAsStringAsync()).ShouldContain("Uw melding is ontvangen.");
        standing.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Other_words_under_the_same_form_stay_and_can_be_sent_anew()
    {
        using var browser = portal.Fixture.Portal.Browser();
        var sent = await FilledAsync(browser);
        (await browser.PostAsync("/melden", new FormUrlEncodedContent(sent))).Dispose();
        var before = await CountAsync();
        sent["Input.Omschrijving"] = "En gisteren gebeurde het weer.";
        using var other = await browser.PostAsync("/melden", new FormUrlEncodedContent(sent));

        var document = await new HtmlParser().ParseDocumentAsync(await other.Content.ReadAsStringAsync());
        (document.QuerySelector("textarea") as IHtmlTextAreaElement)!.Value.ShouldBe("En gisteren gebeurde het weer.");
        document.Body!.TextContent.ShouldContain("hebt u al eerder verstuurd");
        (await CountAsync()).ShouldBe(before);
        sent["formuliernummer"] = document.QuerySelector<IHtmlInputElement>("main [name=formuliernummer]")!.Value;
        using var anew = await browser.PostAsync("/melden", new FormUrlEncodedContent(sent));
        (await ReceiptAsync(anew)).ShouldNotBeNull();
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_fills_in_everything_is_refused_and_loses_nothing()
    {
        using var browser = portal.Fixture.Portal.Browser();
        var sent = await FilledAsync(browser);
        sent["Input.Website"] = "https://reclame.example";
        var before = await CountAsync();
        using var refused = await browser.PostAsync("/melden", new FormUrlEncodedContent(sent));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Mijn buurjongen zegt vreemde dingen.");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_unknown_municipality_has_no_reporting_point()
    {
        using var browser = portal.Fixture.Portal.Browser();
        foreach (var path in new[] { "/meldpunt/0000", "/en/meldpunt/0000", "/meldpunt/voorbeeldstad" })
            (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    /// <summary>The receipt code on the page; null when there is none.</summary>
    internal static async Task<string?> ReceiptAsync(HttpResponseMessage answer) =>
        Receipt().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } found ? found.Groups[1].Value : null;

    private static async Task<Dictionary<string, string>> FilledAsync(HttpClient browser)
    {
        var form = (await DocumentAsync(browser, "/melden?gemeente=9901")).QuerySelector<IHtmlFormElement>("main form")!;
        form.QuerySelector<IHtmlSelectElement>("[name='Input.Gemeente']")!.Value.ShouldBe("9901", "the page of a municipality fills it in");
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value);
        fields["Input.Gemeente"] = "9901";
        fields["Input.Aan"] = "politie";
        fields["Input.Omschrijving"] = "Mijn buurjongen zegt vreemde dingen.";
        return fields;
    }

    private static async Task<IHtmlDocument> DocumentAsync(HttpClient browser, string path) => await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path));

    private async Task<long> CountAsync()
    {
        await using var connection = new NpgsqlConnection(portal.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from zaak.signaal", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("class=\"portal-code\"><code>([0-9a-f]+)</code>")]
    private static partial Regex Receipt();
}
