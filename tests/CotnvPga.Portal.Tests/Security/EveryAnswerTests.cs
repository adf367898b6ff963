using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.Portal.Tests.Pages;
using CotnvPga.TestHost.Pages;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>
/// Every answer that the portal gives carries the headers that keep it safe in a browser, whatever the answer is: a page, a refusal, a fault of the
/// sender, a file, an answer to a program. Pages are found by following links and addresses come from the route table: a new one is tried by itself.
/// </summary>
[Collection(nameof(PagesPortal))]
public sealed partial class EveryAnswerTests(PagesPortal portal)
{
    private static readonly string[] Files = ["/portal.css", "/portal.js", "/merk.svg"];

    // Where no person belongs, and where one keeps an address to come back to.
    private static readonly string[] TypedInAddress = ["/kennis zoek", "/registers/{register} zoek", "/delen nummer"];

    [Fact]
    public Task Every_page_is_safe_in_a_browser() => WalkAsync(["rvdk.voorbeeldstad", null]);

    [Fact]
    [Trait("Category", "Lang")]
    public Task Every_page_is_safe_in_the_browser_of_everybody() => WalkAsync(PagesPortal.All);

    [Fact]
    public async Task Every_address_is_safe_whatever_is_asked_of_it_and_how()
    {
        using var nobody = portal.Fixture.Portal.Browser();
        using var program = await portal.Fixture.ProgramAsync("politie.voorbeeldstad");
        var browser = await portal.BrowserAsync("politie.voorbeeldstad");
        var wrong = new List<string>();
        var seen = new HashSet<HttpStatusCode>();
        foreach (var address in Addresses())
        {
            var isApi = IsApi(address);
            foreach (var (client, method) in new[] { (nobody, "GET"), (isApi ? program : browser, "GET"), (nobody, "POST"), (isApi ? program : browser, "POST"), (nobody, "DELETE") })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                if (method == "POST")
                    request.Content = new StringContent("{", Encoding.UTF8, isApi ? "application/json" : "application/x-www-form-urlencoded");
                using var answer = await client.SendAsync(request);
                seen.Add(answer.StatusCode);
                if ((int)answer.StatusCode >= 500)
                    wrong.Add($"{method} {address}: {answer.StatusCode}");
                wrong.AddRange(SafeAnswer.WrongHeaders(PageWalk.HeadersOf(answer), isApi).Select(what => $"{method} {address} {(int)answer.StatusCode}: {what}"));
            }
        }
        wrong.ShouldBeEmpty();
        new[] { HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed }
            .Except(seen).ShouldBeEmpty("every kind of answer was looked at");
    }

    [Fact]
    public async Task A_file_of_the_portal_itself_may_be_kept_and_is_safe_too()
    {
        using var nobody = portal.Fixture.Portal.Browser();
        foreach (var file in Files)
        {
            using var answer = await nobody.GetAsync(file);
            SafeAnswer.WrongHeaders(PageWalk.HeadersOf(answer), isApi: false, isFile: true).ShouldBeEmpty(file);
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("PROPFIND")]
    [InlineData("CONNECT")]
    public async Task A_method_that_nothing_asks_for_does_nothing(string method)
    {
        var browser = await portal.BrowserAsync("politie.voorbeeldstad");
        using var program = await portal.Fixture.ProgramAsync("politie.voorbeeldstad");
        foreach (var (client, address) in new[] { (browser, "/werkvoorraad"), (browser, "/melden"), (program, "/api/v1/signalen"), (browser, "/portal.css") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await client.SendAsync(request);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_is_refused_says_nothing_of_what_runs_here()
    {
        var browser = await portal.BrowserAsync("politie.voorbeeldstad");
        foreach (var address in new[] { "/signalen/geen-nummer", $"/signalen/{Guid.NewGuid()}", "/%2e%2e/%2e%2e/etc/passwd", "/werkvoorraad?pagina=-1", "/.git/config", "/appsettings.json", "/gebouwd/", "/web.config" })
        {
            using var answer = await browser.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            TechnicalWord().Match(text).Value.ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task Logging_out_empties_what_the_browser_kept()
    {
        using var browser = portal.Fixture.Portal.Browser();
        await browser.LogInAsync("rvdk.voorbeeldstad", PortalFixture.PasswordOf("rvdk.voorbeeldstad"), "/werkvoorraad");

        using var answer = await browser.SendFormAsync("/uitloggen", new Dictionary<string, string>());

        answer.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"cache\", \"storage\"");
    }

    [Fact]
    public async Task Two_answers_never_have_the_same_nonce()
    {
        using var nobody = portal.Fixture.Portal.Browser();
        var nonces = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await nobody.GetAsync("/melden");
            nonces.Add(SafeAnswer.NonceIn(answer.Headers.GetValues("Content-Security-Policy").Single()));
        }
        nonces.ShouldBeUnique();
    }

    [Fact]
    public async Task What_is_inline_or_loose_is_found()
    {
        var headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'self'; script-src 'self' 'unsafe-inline' 'nonce-abc'" };
        var page = await new HtmlParser().ParseDocumentAsync("<script>a()</script><p onclick='b()' style='color:red'></p><a href='javascript:c()'>x</a><img src='https://elders.example/x.png'>");

        SafeAnswer.WrongContent(page, headers).Count().ShouldBe(4);
        SafeAnswer.WrongHeaders(headers, isApi: false).ShouldContain(w => w.Contains("script-src is too loose"));
        SafeAnswer.WrongHeaders(headers, isApi: false).ShouldContain(w => w.StartsWith("X-Frame-Options"));
    }

    private async Task WalkAsync(IReadOnlyList<string?> people)
    {
        var wrong = new List<string>();
        var pages = 0;
        foreach (var account in people)
        {
            await foreach (var visit in portal.Walk.AllAsync(account))
            {
                pages++;
                wrong.AddRange(SafeAnswer.WrongHeaders(visit.Headers, isApi: false).Concat(SafeAnswer.WrongContent(visit.Document, visit.Headers)).Concat(WordsInAddress(visit)).Select(what => $"{visit}: {what}"));
            }
        }
        wrong.ShouldBeEmpty();
        pages.ShouldBeGreaterThan(20);
    }

    /// <summary>What somebody types goes in the body of a request: an address ends up in the history of a browser and in logs on the way.</summary>
    private static IEnumerable<string> WordsInAddress(PageVisit visit) =>
        from form in visit.Document.QuerySelectorAll<IHtmlFormElement>("form")
        where (form.GetAttribute("method") ?? "get").Equals("get", StringComparison.OrdinalIgnoreCase)
        from field in form.QuerySelectorAll("textarea[name], input[name]:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=date]):not([type=number])")
        where !TypedInAddress.Contains($"{visit.Route.Pattern} {field.GetAttribute("name")}")
        select $"what is typed in {field.GetAttribute("name")} goes into an address";

    private IEnumerable<string> Addresses() => portal.Fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => "/" + Parameter().Replace(e.RoutePattern.RawText ?? "", "x").Trim('/')).Append("/bestaat-niet").Append("/api/v1/bestaat-niet").Distinct(StringComparer.OrdinalIgnoreCase)
        // Logging out ends what the other tests are logged in with.
        .Where(address => !address.StartsWith("/uitloggen", StringComparison.OrdinalIgnoreCase));

    private static bool IsApi(string address) => new[] { "/api", "/access", "/v1", "/.well-known/authzen" }.Any(root => address.StartsWith(root, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"Exception|   at \w+\.|Npgsql|PostgreSQL|Microsoft\.|\.cshtml|ASP\.NET|Kestrel|pga_app")]
    private static partial Regex TechnicalWord();
}
