using System.Net;
using System.Text;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Nobody's work hangs on one person: through the API and on the pages.</summary>
public sealed class ContinuiteitTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Deputy = DemoWorld.Person("plaatsvervanger.voorbeeldstad").Account.ToString();

    private string Today => DutchDay.Text(DutchDay.On(Fixture.Portal.Clock.GetUtcNow()));

    private string Later => DutchDay.Text(DutchDay.On(Fixture.Portal.Clock.GetUtcNow()).PlusDays(20));

    [Fact]
    public async Task A_deputy_acts_with_both_names_from_the_step_to_the_timeline()
    {
        var board = (await Burgemeester.Get("continuiteit/9901")).Is(HttpStatusCode.OK);
        var mine = board["functies"]!.AsArray().Single(f => (string)f!["partij"]! == "burgemeester")!["mensen"]!.AsArray().First(m => (string)m!["rol"]! == "coordinator")!;
        var sent = new { lidmaatschap = (string)mine["lidmaatschap"]!, persoon = Deputy, van = Today, tot = Later };
        (await Politie.Post("continuiteit/9901/vervangingen", sent)).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Post("continuiteit/9901/vervangingen", new { van = "straks" })).WrongFields.ShouldBe(["van"]);
        var granted = (string)(await Burgemeester.Post("continuiteit/9901/vervangingen", sent)).Is(HttpStatusCode.Created)["id"]!;
        try
        {
            var signal = await InAanmelding();
            (await Plaatsvervanger.Post($"{signal}/stappen", Words.Stap("in_weging"))).Is(HttpStatusCode.OK);
            var step = (await Burgemeester.Get($"{signal}/stappen")).Is(HttpStatusCode.OK)["stappen"]!.AsArray().Single(s => (string)s!["stap"]! == "in_weging")!;
            ((string)step["vervangt"]!["naam"]!, (string)step["vervangt"]!["door"]!).ShouldBe(("Coördinator Voorbeeldstad", "Plaatsvervangend coördinator Voorbeeldstad"));
            (await Politie.Get($"{signal}/stappen")).Is(HttpStatusCode.OK)["stappen"]!.AsArray().ShouldAllBe(s => s!["vervangt"] == null);
            using var browser = await BrowserAsync("coordinator.voorbeeldstad");
            System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync($"/{signal}/tijdlijn")).ShouldContain("Plaatsvervangend coördinator Voorbeeldstad, plaatsvervanger van Coördinator Voorbeeldstad");
            System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync($"/{signal}/logboek")).ShouldContain("plaatsvervanger van Coördinator Voorbeeldstad");
            System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync("/continuiteit/9901")).ShouldContain("vervangt Coördinator Voorbeeldstad");
        }
        finally
        {
            (await Burgemeester.Post($"continuiteit/9901/vervangingen/{granted}/einde", new { })).Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Absence_shows_in_the_worklist_of_who_shares_the_function_and_of_who_arranges()
    {
        var marked = (string)(await Om.Post("afwezigheid", new { van = Today, tot = Today })).Is(HttpStatusCode.Created)["id"]!;
        using var coordinator = await BrowserAsync("coordinator.voorbeeldstad");
        var list = await coordinator.GetStringAsync("/werkvoorraad");
        list.ShouldContain("Openbaar ministerie Voorbeeldstad is afwezig");
        list.ShouldContain("rust nu op");
        list.ShouldContain("Toegang nagaan in Voorbeeldstad");
        using var region = await BrowserAsync("om.parket");
        (await region.GetStringAsync("/werkvoorraad")).ShouldContain("is afwezig tot en met");
        using var care = await BrowserAsync("zorg.voorbeeldstad");
        (await care.GetStringAsync("/werkvoorraad")).ShouldNotContain("is afwezig");

        (await Om.Get("afwezigheid")).Is(HttpStatusCode.OK)["afwezigheid"]!.AsArray().Count.ShouldBe(1);
        (await Politie.Post($"afwezigheid/{marked}/einde", new { })).Is(HttpStatusCode.NotFound);
        (await Om.Post($"afwezigheid/{marked}/einde", new { })).Is(HttpStatusCode.OK);
        (await coordinator.GetStringAsync("/werkvoorraad")).ShouldNotContain("is afwezig");
    }

    [Fact]
    public async Task A_municipality_asks_another_lends_and_the_helper_works_on_its_cases()
    {
        var (lender, asker) = (As("coordinator.modelveen"), As("coordinator.polderdam"));
        var membership = (await lender.Get("continuiteit/9902")).Is(HttpStatusCode.OK)["functies"]!.AsArray().Single(f => (string)f!["partij"]! == "burgemeester")!["mensen"]!.AsArray().Single()!["lidmaatschap"]!;
        (await lender.Post("continuiteit/9902/aanbod", new { lidmaatschap = (string)membership!, tot = Later })).Is(HttpStatusCode.Created);
        var offer = (await asker.Get("continuiteit/9903/achtervang")).Is(HttpStatusCode.OK)["pool"]!.AsArray().Single()!["id"]!;
        (await asker.Post("continuiteit/9903/achtervang", new { aanbod = (string)offer!, van = Today })).WrongFields.ShouldBe(["tot", "reden"], ignoreOrder: true);
        var request = (string)(await asker.Post("continuiteit/9903/achtervang", new { aanbod = (string)offer!, van = Today, tot = Later, reden = "Verlof." })).Is(HttpStatusCode.Created)["id"]!;
        (await lender.Post($"continuiteit/9902/achtervang/{request}/antwoord", new { })).WrongFields.ShouldBe(["akkoord"]);
        (await lender.Post($"continuiteit/9902/achtervang/{request}/antwoord", new { akkoord = true })).Is(HttpStatusCode.OK)["lidmaatschap"].ShouldNotBeNull();

        (await lender.Post("signalen", new { gemeente = "9903", aanleiding = "Een melding in Polderdam.", gegevens = Array.Empty<object>() })).Is(HttpStatusCode.Created);
        using var browser = await BrowserAsync("coordinator.polderdam");
        (await browser.GetStringAsync("/continuiteit/9903")).ShouldContain("uitgeleend door Modelveen");
        (await browser.GetStringAsync("/continuiteit/9903/achtervang")).ShouldContain("akkoord");
    }

    [Fact]
    public async Task The_review_of_access_is_a_page_with_a_decision_for_each()
    {
        using var browser = await BrowserAsync("coordinator.polderdam");
        var page = await browser.GetStringAsync("/continuiteit/9903/toegang");
        page.ShouldContain("Raad voor de kinderbescherming Polderdam");
        var answer = await browser.SendFormAsync("/continuiteit/9903/toegang", new Dictionary<string, string> { ["besluit"] = "bevestigen" }, "main table:nth-of-type(2) form");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/continuiteit/9903/toegang")).ShouldContain("bevestigd");
        using var police = await BrowserAsync("politie.polderdam");
        (await police.GetAsync("/continuiteit/9903/toegang")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await police.GetAsync("/continuiteit/9903")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/continuiteit/9999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Work_goes_over_in_bulk_with_a_report_as_page_and_file_without_the_person()
    {
        var reclassering = As("reclassering.modelveen");
        var signal = await InWeging(Words.Gegeven("achternaam", "K-achternaam"));
        var id = signal.Split('/')[^1];
        using var browser = await BrowserAsync("coordinator.voorbeeldstad");
        var page = await browser.GetStringAsync("/continuiteit/overdracht");
        page.ShouldContain(id);
        page.ShouldNotContain("K-achternaam");
        var csv = await browser.GetAsync("/continuiteit/overdracht?handler=Csv");
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var file = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync());
        file.ShouldContain("zaak;gemeente;fase;termijn");
        file.ShouldNotContain("K-achternaam");

        var answer = await browser.SendFormAsync("/continuiteit/overdracht", new Dictionary<string, string>
        {
            ["Input.Naar"] = Deputy,
            ["Input.Zaken[0].Id"] = id,
            ["Input.Zaken[0].Mee"] = "true",
            ["Input.Zaken[0].Verslag"] = "De moeder belt elke week.",
        }, "#overdragen");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Plaatsvervanger.Get($"{signal}/werkoverdracht")).Is(HttpStatusCode.OK)["overdrachten"]!.AsArray().Single()!["verslag"]!.GetValue<string>().ShouldBe("De moeder belt elke week.");
        (await Politie.Get($"{signal}/werkoverdracht")).Is(HttpStatusCode.OK)["overdrachten"]!.AsArray().ShouldBeEmpty();
        (await reclassering.Get("werkoverdracht")).Is(HttpStatusCode.OK)["zaken"]!.AsArray().ShouldBeEmpty();
        (await Burgemeester.Post("werkoverdracht", new { naar = Deputy, zaken = new[] { new { id = Guid.NewGuid() } } })).WrongFields.ShouldBe(["zaken[0].id"]);
        (await Burgemeester.Get("werkoverdracht?persoon=wie")).WrongFields.ShouldBe(["persoon"]);
    }

    private async Task<HttpClient> BrowserAsync(string userName)
    {
        var browser = Fixture.Portal.Browser();
        (await browser.LogInAsync(userName, PortalFixture.PasswordOf(userName), "/werkvoorraad")).EnsureSuccessStatusCode();
        return browser;
    }
}
