using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Reports by anyone, and what the receiver does with them.</summary>
public sealed class MeldingenTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task A_report_gives_a_receipt_and_nothing_else()
    {
        var answer = (await Nobody.Post("meldingen", Report())).Is(HttpStatusCode.Accepted);

        answer.Json.AsObject().Select(m => m.Key).ShouldBe(["ontvangstcode"]);
        var code = (string)answer["ontvangstcode"]!;
        code.Length.ShouldBeGreaterThanOrEqualTo(32);
        (await Nobody.Post("meldingen/_stand", new { ontvangstcode = code })).Is(HttpStatusCode.OK).Text.ShouldBe("""{"stand":"ontvangen"}""");
        (await Nobody.Post("meldingen/_stand", new { ontvangstcode = code[..^1] + "x" })).Is(HttpStatusCode.NotFound);
        (await Nobody.Post("meldingen/_stand", new { })).WrongFields.ShouldBe(["ontvangstcode"]);
        answer.Headers.ContainsKey("Location").ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_receiver_gets_it_and_reading_it_is_logged()
    {
        var report = await NewReportFor("om");

        report["gegevens"]!.AsArray().Select(g => $"{g!["veld"]}={g["waarde"]}").ShouldBe(
            ["aanleiding=Praat over geweld.", "achternaam=Jansen", "voornamen=Piet", "inbrenger=Buurvrouw, 06-1"], ignoreOrder: true);
        foreach (var other in new[] { Politie, Burgemeester, College, Fg, As("om.modelveen") })
            (await other.Get("meldingen?aantal=100")).Is(HttpStatusCode.OK).Text.ShouldNotContain((string)report["id"]!);
        (await Om.Get($"signalen/{report["id"]}/logboek"))["regels"]!.AsArray().ShouldContain(l => (string)l!["handeling"]! == "raadplegen");
        (await Om.Get("signalen?aantal=100")).Text.ShouldNotContain((string)report["id"]!);
    }

    [Fact]
    public async Task The_identity_of_who_reported_is_in_no_line_of_the_log()
    {
        var report = await NewReportFor("om");

        var lines = (await Om.Get($"signalen/{report["id"]}/logboek"))["regels"]!.AsArray();

        lines.ShouldNotContain(l => (string?)l!["categorie"] == "inbrenger");
    }

    [Fact]
    public async Task Not_bringing_it_takes_a_reason_of_the_norm_and_a_second_person_and_leaves_a_line()
    {
        var report = await NewReportFor("burgemeester");
        var path = $"meldingen/{report["id"]}/niet-aanmelden";
        var reason = new { reden = "geloofsuiting", toelichting = "Alleen een baard." };

        (await Burgemeester.Post(path, new { reden = "geen zin" })).WrongFields.ShouldBe(["reden"]);
        (await Burgemeester.Post(path, reason)).Is(HttpStatusCode.Accepted)["wachtOp"]!.ToJsonString().ShouldBe("""["tweede_persoon"]""");
        (await Burgemeester.Post(path, reason)).Is(HttpStatusCode.Accepted);
        (await Plaatsvervanger.Post(path, reason)).Is(HttpStatusCode.OK);

        (await Burgemeester.Get($"signalen/{report["id"]}")).Is(HttpStatusCode.NotFound);
        foreach (var person in Three)
            (await person.Get("niet-aangemeld")).Is(HttpStatusCode.OK)["nietAangemeld"]!.AsArray().ShouldContain(l => (string)l!["reden"]! == "geloofsuiting" && (string)l["partij"]! == "burgemeester");
        (await As("om.modelveen").Get("niet-aangemeld"))["nietAangemeld"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_or_reporter_may_be_a_text_alone()
    {
        (await Nobody.Post("meldingen", new { gemeente = "9901", aan = "om", omschrijving = "x", persoon = "De Boer", melder = "Leraar" })).Is(HttpStatusCode.Accepted);

        var report = (await Om.Get("meldingen?aantal=100"))["meldingen"]!.AsArray().Last()!;

        report["gegevens"]!.AsArray().Select(g => $"{g!["veld"]}={g["waarde"]}").ShouldBe(["aanleiding=x", "achternaam=De Boer", "inbrenger=Leraar"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_wrong_with_a_report_is_told_at_once()
    {
        (await Nobody.Post("meldingen", new { gemeente = "0001", aan = "college", soortMelder = "kennis" })).WrongFields.ShouldBe(["gemeente", "aan", "omschrijving", "soortMelder"]);
        (await Nobody.Post("meldingen", new { gemeente = 9901, omschrijving = "x", persoon = new[] { "x" } })).WrongFields.ShouldBe(["gemeente", "persoon"], ignoreOrder: true);
        (await Nobody.PostRaw("meldingen", Encoding.UTF8.GetBytes($$"""{"gemeente":"9901","omschrijving":"{{new string('a', 10_240)}}"}"""))).Is(HttpStatusCode.RequestEntityTooLarge);
        (await Nobody.PostRaw("meldingen", "--x"u8.ToArray(), "multipart/form-data; boundary=x")).Is(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Who_reports_too_often_is_asked_to_wait()
    {
        await using var small = await PortalFixture.StartAsync(("Pga:MeldingenPerMinuut", "3"));
        var stranger = new ApiPerson(small, null);
        for (var i = 0; i < 3; i++)
            (await stranger.Post("meldingen", Report())).Is(HttpStatusCode.Accepted);

        var answer = (await stranger.Post("meldingen", Report())).Is(HttpStatusCode.TooManyRequests);

        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
        int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
    }

    private static object Report(string aan = "burgemeester") => new
    {
        gemeente = "9901",
        aan,
        omschrijving = "Praat over geweld.",
        persoon = new { achternaam = "Jansen", voornamen = "Piet", schoenmaat = 45 },
        melder = new { naam = "Buurvrouw", contact = "06-1" },
        soortMelder = "burger",
    };

    private async Task<JsonNode> NewReportFor(string receiver)
    {
        (await Nobody.Post("meldingen", Report(receiver))).Is(HttpStatusCode.Accepted);
        var reader = receiver == "om" ? Om : Burgemeester;
        return (await reader.Get("meldingen?aantal=100")).Is(HttpStatusCode.OK)["meldingen"]!.AsArray().Last()!;
    }
}
