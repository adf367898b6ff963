using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The adviser of the minister: asked by the three, judged by two persons on that side, who never see the case.</summary>
public sealed class CoordinatieTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Later = DateTimeOffset.UtcNow.AddMonths(1).ToString("yyyy-MM-dd", null);

    private ApiPerson Adviser => As("nctv.adviseur");
    private ApiPerson Compliance => As("nctv.compliance");

    [Fact]
    public async Task A_seat_is_asked_by_the_three_and_granted_by_two_persons_who_see_no_case()
    {
        var signal = await AtTable(["college"], Words.Gegeven("achternaam", "Verborgen"));
        (await Om.Post($"{signal}/stukken", new { stuk = "nctv_toets", velden = new { taak = true, waarom = "Drie gemeenten zijn betrokken." } })).Is(HttpStatusCode.OK);
        await Together($"{signal}/stukken", new { stuk = "nctv_verzoek", velden = new { grondslag = "taak_cotnv", doel = "samenhang", overleg = Later, gebeurtenis = "Aanhouding van Verborgen", maatregel = "Uitreisverbod" } });

        var desk = (await Adviser.Get("coordinatie")).Is(HttpStatusCode.OK);
        desk.Json.ToJsonString().ShouldNotContain("Verborgen");
        desk.Json.ToJsonString().ShouldNotContain(signal["signalen/".Length..]);
        var seat = desk["zetels"]!.AsArray().Single(z => (string)z!["stand"]! == "gevraagd")!;
        (seat["gemeente"]!.GetValue<string>(), seat["gebeurtenis"]!.GetValue<bool>()).ShouldBe(("9901", true));
        var path = $"coordinatie/zetels/{(string)seat["id"]!}";

        (await Compliance.Post($"{path}/akkoord", new { akkoord = true })).Missing.ShouldBe(["tweede_persoon"]);
        (await Adviser.Post($"{path}/beoordeling", new { wet = "wvo" })).WrongFields.ShouldBe(["wet", "toelichting"]);
        (await Adviser.Post($"{path}/beoordeling", new { wet = "taak_cotnv", toelichting = "Samenhang tussen drie gemeenten." })).Is(HttpStatusCode.OK);
        (await Adviser.Post($"{path}/akkoord", new { akkoord = true })).Missing.ShouldBe(["tweede_persoon"]);
        (await Compliance.Post($"{path}/akkoord", new { akkoord = true })).Is(HttpStatusCode.OK);
        (await Adviser.Get("coordinatie")).Is(HttpStatusCode.OK)["zetels"]!.AsArray().Single(z => (string)z!["id"]! == (string)seat["id"]!)!["stand"]!.GetValue<string>().ShouldBe("toegestaan");
        (await Adviser.Get(signal)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_is_an_answer_too_and_is_kept()
    {
        var signal = await AtTable(["college"], Words.Gegeven("waarneming", "Zoekt ruzie."));
        (await Om.Post($"{signal}/stukken", new { stuk = "nctv_toets", velden = new { taak = false, waarom = "Dit lukt lokaal." } })).Is(HttpStatusCode.OK);
        (await Politie.Get($"{signal}/stukken")).Is(HttpStatusCode.OK)["stukken"]!.AsArray().Single(s => (string)s!["stuk"]! == "nctv_toets")!["velden"]!["taak"]![0]!.GetValue<string>().ShouldBe("nee");
    }

    [Fact]
    public async Task A_municipality_asks_for_help_and_reads_good_practices_without_seats()
    {
        (await Burgemeester.Post("coordinatie/hulpvragen", new { gemeente = "9902", onderwerp = "weging" })).WrongFields.ShouldBe(["gemeente"]);
        var asked = (await Burgemeester.Post("coordinatie/hulpvragen", new { gemeente = "9901", onderwerp = "detentie" })).Is(HttpStatusCode.OK);
        (await Adviser.Post($"coordinatie/hulpvragen/{(string)asked["id"]!}/opgepakt", new { })).Is(HttpStatusCode.OK);
        (await Adviser.Post("coordinatie/voorbeelden", new { titel = "Vroeg bellen", tekst = "Zijn nummer is 999990007." })).WrongFields.ShouldBe(["tekst"]);
        (await Adviser.Post("coordinatie/voorbeelden", new { titel = "Vroeg bellen", tekst = "Bel de ouders in de eerste week." })).Is(HttpStatusCode.OK);

        var desk = (await Burgemeester.Get("coordinatie")).Is(HttpStatusCode.OK);
        desk["zetels"]!.AsArray().ShouldBeEmpty();
        desk["voorbeelden"]!.AsArray().ShouldContain(v => (string)v!["titel"]! == "Vroeg bellen");
        (await As("coordinator.modelveen").Get("coordinatie")).Is(HttpStatusCode.OK)["hulpvragen"]!.AsArray().ShouldNotContain(h => (string)h!["gemeente"]! == "9901");
        (await Politie.Get("coordinatie")).Is(HttpStatusCode.NotFound);
        (await Burgemeester.Post("coordinatie/zetels/00000000-0000-0000-0000-000000000000/akkoord", new { akkoord = true })).Is(HttpStatusCode.Forbidden);
    }
}
