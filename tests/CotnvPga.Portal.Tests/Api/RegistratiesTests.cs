using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>What one's own party recorded goes out whole; nothing of others, nothing of a case that one may not know, and each value stands in the log.</summary>
public sealed class RegistratiesTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task A_party_gets_what_it_recorded_itself_and_nothing_else()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Alleen van de burgemeester 7319."));
        var number = (await Burgemeester.Get(signal)).Is(HttpStatusCode.OK)["nummer"]!.GetValue<string>();
        var own = await Of(Burgemeester);

        var line = own.AsArray().Single(r => ((string)r!["waarde"]!).Contains("7319", StringComparison.Ordinal))!;
        ((string)line["zaak"]!, (string)line["veld"]!, line["fase"]).ShouldBe((number, "waarneming", null));
        line["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        (await Of(Om)).ToJsonString().ShouldNotContain("7319");
        (await Of(As("politie.modelveen"))).ToJsonString().ShouldNotContain("7319");
    }

    [Fact]
    public async Task Each_value_that_goes_out_stands_in_the_log()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Voor het logboek 4482."));
        async Task<int> Lines() => (await Burgemeester.Get($"{signal}/logboek")).Is(HttpStatusCode.OK)["regels"]!.AsArray().Count(r => (string?)r!["handeling"] == "raadplegen");
        var before = await Lines();
        (await Of(Burgemeester)).ToJsonString().ShouldContain("4482");

        (await Lines()).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("registraties", "van", "tot")]
    [InlineData("registraties?van=gisteren&tot=2026-01-01", "van")]
    [InlineData("registraties?van=2026-02-01&tot=2026-01-01", "tot")]
    public async Task Days_that_are_missing_or_wrong_are_told(string address, params string[] fields) => (await Politie.Get(address)).WrongFields.ShouldBe(fields);

    [Fact]
    public async Task The_page_gives_it_as_a_file_and_keeps_what_was_typed()
    {
        await InWeging(Words.Gegeven("waarneming", "=SOM(A1) 5521"));
        using var browser = Fixture.Portal.CreateDefaultClient(Fixture.Portal.Address, new CookieContainerHandler());
        (await browser.LogInAsync("coordinator.voorbeeldstad", PortalFixture.PasswordOf("coordinator.voorbeeldstad"), "/registraties")).EnsureSuccessStatusCode();

        using var file = await AskAsync(browser, Day(-7));
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var text = await file.Content.ReadAsStringAsync();
        text.ShouldContain("5521");
        text.ShouldNotContain(";=SOM", customMessage: "a spreadsheet would take it for a formula");

        using var refused = await AskAsync(browser, "32-13-2026");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("32-13-2026");
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient browser, string from)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync("/registraties"));
        return await browser.PostAsync("/registraties", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["formuliersleutel"] = page.QuerySelector<IHtmlInputElement>("input[name=formuliersleutel]")!.Value,
            ["Input.Van"] = from,
            ["Input.Tot"] = Day(0),
            ["Input.Vorm"] = "csv",
        }));
    }

    private static string Day(int days) => DutchDay.Text(DutchDay.Today.PlusDays(days));

    private static async Task<System.Text.Json.Nodes.JsonNode> Of(ApiPerson person) => (await person.Get($"registraties?van={Day(-7)}&tot={Day(1)}")).Is(HttpStatusCode.OK)["registraties"]!;
}
