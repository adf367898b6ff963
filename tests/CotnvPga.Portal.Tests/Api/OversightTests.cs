using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Reviews, requests of the person concerned, the log, and national reports.</summary>
public sealed class OversightTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly object Review = new { reden = "Steekproef.", tot = "2026-12-31" };

    [Fact]
    public async Task A_reviewer_sees_what_is_necessary_for_the_review_once_it_is_open()
    {
        var signal = await InWeging(Words.Gegeven("achternaam", "Jansen"));
        (await Fg.Get(signal)).Is(HttpStatusCode.NotFound);

        (await Fg.Post($"{signal}/toetsingen", new { reden = "" })).WrongFields.ShouldBe(["reden", "tot"]);
        (await Fg.Post($"{signal}/toetsingen", Review)).Is(HttpStatusCode.Created)["id"].ShouldNotBeNull();
        var item = (await ItemsFor(Burgemeester, signal))["achternaam"];
        (await Burgemeester.Put($"gegevens/{item}/noodzaak", new { noodzaakPerPartij = new[] { new { partij = "fg", noodzaak = "Voor de toetsing." } } })).Is(HttpStatusCode.NoContent);

        (await ItemsFor(Fg, signal)).Keys.ShouldBe(["achternaam"]);
        (await As("auditor.landelijk").Get(signal)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_log_shows_reviewers_every_line_and_a_participant_its_own()
    {
        var signal = await InWeging(Words.Gegeven("achternaam", "Jansen"));
        (await Om.Get(signal)).Is(HttpStatusCode.OK);
        (await Om.Get(signal)).Is(HttpStatusCode.OK);

        var own = (await Om.Get($"{signal}/logboek")).Is(HttpStatusCode.OK)["regels"]!.AsArray();

        own.Select(l => (string)l!["partij"]!).Distinct().ShouldBe(["om"]);
        // Each value returned is one line: two items, twice.
        own.Count(l => (string)l!["handeling"]! == "raadplegen" && l["gegeven"] is not null).ShouldBe(4);
        own.ShouldContain(l => (string?)l!["categorie"] == "identificatie" && l["grondslagen"]!.AsArray().Count > 0);

        (await Fg.Post($"{signal}/toetsingen", Review)).Is(HttpStatusCode.Created);
        var item = (await ItemsFor(Burgemeester, signal))["achternaam"];
        (await Burgemeester.Put($"gegevens/{item}/noodzaak", new { noodzaakPerPartij = new[] { new { partij = "fg", noodzaak = "Voor de toetsing." } } })).Is(HttpStatusCode.NoContent);
        var all = (await Fg.Get($"{signal}/logboek")).Is(HttpStatusCode.OK)["regels"]!.AsArray();
        all.Select(l => (string)l!["partij"]!).Distinct().ShouldBe(["burgemeester", "om", "fg"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_reviewer_has_the_decisions_of_the_log_made_again_and_nobody_else_may()
    {
        var signal = await InWeging(Words.Gegeven("achternaam", "Jansen"));
        (await Om.Get(signal)).Is(HttpStatusCode.OK);
        (await Fg.Get($"{signal}/logboek/herhaling")).Is(HttpStatusCode.NotFound);
        (await Fg.Post($"{signal}/toetsingen", Review)).Is(HttpStatusCode.Created);
        var item = (await ItemsFor(Burgemeester, signal))["achternaam"];
        (await Burgemeester.Put($"gegevens/{item}/noodzaak", new { noodzaakPerPartij = new[] { new { partij = "fg", noodzaak = "Voor de toetsing." } } })).Is(HttpStatusCode.NoContent);

        var again = (await Fg.Get($"{signal}/logboek/herhaling")).Is(HttpStatusCode.OK);

        again["regels"]!.AsArray().ShouldContain(l => (string)l!["partij"]! == "om" && (string)l["uitkomst"]! == "gelijk");
        ((int)again["gelijk"]!).ShouldBe(again["regels"]!.AsArray().Count);
        (await Om.Get($"{signal}/logboek/herhaling")).Is(HttpStatusCode.Forbidden);
        (await Om.Get($"{signal}/logboek/herhaling", ("Doel", "toetsing"))).Is(HttpStatusCode.Forbidden);
        (await Reclassering.Get($"{signal}/logboek/herhaling")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_request_opens_the_case_for_the_contact_point()
    {
        var signal = await AtTable([], Words.Gegeven("achternaam", "Jansen"));

        (await Burgemeester.Post($"{signal}/verzoeken", new { soort = "inzage", verzoeker = "relatie" })).WrongFields.ShouldBe(["gegevens"]);
        (await Burgemeester.Post($"{signal}/verzoeken", new { soort = "inzage", verzoeker = "betrokkene" })).Is(HttpStatusCode.Created);

        (await Burgemeester.Get(signal, ("Doel", "rechten"))).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Count.ShouldBe(2);
        var early = await InWeging();
        (await Burgemeester.Post($"{early}/verzoeken", new { soort = "inzage", verzoeker = "betrokkene" })).Missing.ShouldBe(["fase"]);
    }

    [Fact]
    public async Task Uniformity_tables_are_for_the_national_report_only()
    {
        var national = As("nctv.rapportage");

        (await national.Get("rapportages/uniformiteit?jaar=2025")).Is(HttpStatusCode.OK)["tabellen"]!.AsArray().ShouldBeEmpty();
        (await national.Get("rapportages/uniformiteit?jaar=MMXXV")).WrongFields.ShouldBe(["jaar"]);
        (await Burgemeester.Get("rapportages/uniformiteit?jaar=x")).Is(HttpStatusCode.Forbidden);
        (await As("nctv.adviseur").Get("rapportages/uniformiteit?jaar=2025")).Is(HttpStatusCode.Forbidden);
    }
}
