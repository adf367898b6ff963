using System.Net;
using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Registering signals, the list, and one case as the caller may see it.</summary>
public sealed class SignalenTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task One_of_the_three_registers_a_report_and_is_its_receiver()
    {
        var created = (await Politie.Post("signalen", Words.Signaal(Words.Gegeven("achternaam", "Jansen", "melder")))).Is(HttpStatusCode.Created);

        created.Headers["Location"].ShouldBe($"/api/v1/signalen/{created["id"]}");
        Members(created.Json).ShouldBe(["id", "nummer", "fase"]);
        created["fase"]!.GetValue<string>().ShouldBe("melding");
        (await Politie.Get(PathOf(created))).Is(HttpStatusCode.OK)["mogelijkeStappen"]!.AsArray().Select(s => (string)s!).ShouldContain("aanmelden");
        (await Om.Get(PathOf(created))).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_participant_registers_with_one_of_the_three()
    {
        var body = new { gemeente = "9901", aanleiding = "Zorgen in het gezin.", aan = "politie", gegevens = new[] { Words.Gegeven("schulden", "Drie schuldeisers.") } };

        var created = (await College.Post("signalen", body)).Is(HttpStatusCode.Created);

        created["fase"]!.GetValue<string>().ShouldBe("aanmelding");
        (await Politie.Get(PathOf(created))).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Count.ShouldBe(2);
        // The others of the three see identification and signal only; the mayor is not the receiver here.
        (await Burgemeester.Get(PathOf(created))).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Select(g => (string)g!["categorie"]!).Distinct().ShouldBe(["signaal"]);
        (await College.Post("signalen", new { gemeente = "9901", aanleiding = "x", aan = "rvdk" })).WrongFields.ShouldBe(["aan"]);
    }

    [Fact]
    public async Task Who_has_no_place_in_a_municipality_registers_nothing_there()
    {
        (await As("nctv.adviseur").Post("signalen", Words.Signaal())).Is(HttpStatusCode.Forbidden);
        (await Fg.Post("signalen", Words.Signaal())).Is(HttpStatusCode.Forbidden);
        (await As("politie.modelveen").Post("signalen", Words.Signaal())).Is(HttpStatusCode.Forbidden);
        (await Politie.Post("signalen", new { gemeente = "0000", aanleiding = "x" })).WrongFields.ShouldBe(["gemeente"]);
    }

    [Fact]
    public async Task An_item_that_the_law_does_not_let_in_takes_the_whole_signal_with_it()
    {
        var refused = await Burgemeester.Post("signalen", Words.Signaal(Words.Gegeven("achternaam", "Jansen"), Words.Gegeven("schulden", "Veel.")));

        refused.Is(HttpStatusCode.Forbidden)["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        refused["detail"]!.GetValue<string>().ShouldStartWith("Schulden:");
    }

    [Fact]
    public async Task An_item_tells_exactly_what_the_contract_says()
    {
        var special = new { veld = "geloofsovertuiging", waarde = "Bekeerd.", noodzaak = "Nodig om te wegen." };
        var signal = await InWeging(Words.Gegeven("achternaam", "Jansen"));
        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new object[] { Words.Gegeven("waarneming", "Zoekt ruzie.") } })).Is(HttpStatusCode.Created);
        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new object[] { special } })).Is(HttpStatusCode.Forbidden)["ontbreekt"]!.ToJsonString().ShouldBe("[[\"noodzakelijk_bijzonder\"]]");

        var visible = (await Om.Get(signal))["gegevens"]!.AsArray().First(g => (string?)g!["veld"] == "achternaam")!;

        Members(visible).ShouldBe(["id", "veld", "waarde", "categorie", "bijzonder", "verstrekker", "uitkomst", "grondslagen", "toelichting"]);
        visible["uitkomst"]!.GetValue<string>().ShouldBe("zichtbaar");
        visible["waarde"]!.GetValue<string>().ShouldBe("Jansen");
    }

    [Fact]
    public async Task A_conditional_item_tells_neither_what_it_is_nor_what_it_says()
    {
        var belief = new { veld = "geloofsovertuiging", waarde = "Bekeerd.", noodzaak = "Nodig.", noodzaakBijzonder = "Alleen zo te begrijpen." };
        var signal = await InWeging(belief);
        var item = (await ItemsFor(Burgemeester, signal))["geloofsovertuiging"];
        (await Burgemeester.Put($"gegevens/{item}/noodzaak", new { noodzaak = "Nodig.", noodzaakBijzonder = "" })).Is(HttpStatusCode.NoContent);

        var answer = await Om.Get(signal);
        var conditional = answer["gegevens"]!.AsArray().Single(g => (string)g!["uitkomst"]! == "voorwaardelijk")!;

        Members(conditional).ShouldBe(["id", "categorie", "verstrekker", "uitkomst", "ontbreekt", "grondslagen", "toelichting"]);
        conditional["ontbreekt"]!.ToJsonString().ShouldBe("[[\"noodzakelijk_bijzonder\"]]");
        answer.Text.ShouldNotContain("Bekeerd");
        answer.Text.ShouldNotContain("religie");
        answer.Text.ShouldNotContain("geloof");
    }

    [Fact]
    public async Task A_case_tells_steps_terms_and_who_judged()
    {
        var signal = await InWeging();
        (await Politie.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Is(HttpStatusCode.Created);

        var seen = (await Om.Get(signal)).Is(HttpStatusCode.OK).Json;

        Members(seen).ShouldBe(["id", "nummer", "fase", "gemeente", "partij", "mogelijkeStappen", "stappen", "termijnen", "gegevens", "stand"]);
        seen["mogelijkeStappen"]!.AsArray().Select(s => (string)s!).ShouldBe(["raadpleging_openen", "raadpleging_sluiten"]);
        var establish = seen["stappen"]!.AsArray().Single(s => (string)s!["stap"]! == "weging_vaststellen")!;
        establish["wijze"]!.GetValue<string>().ShouldBe("alleen");
        establish["ontbreekt"]!.AsArray().Select(m => (string)m!).ShouldBe(["drie_oordelen"]);
        seen["stand"]!.ToJsonString().ShouldBe("""[{"partij":"burgemeester","gegeven":false},{"partij":"om","gegeven":false},{"partij":"politie","gegeven":true}]""");
        seen["termijnen"]!.AsArray().Select(t => (string)t!["termijn"]!).ShouldContain("wegen");
    }

    [Fact]
    public async Task The_list_holds_the_callers_cases_page_by_page()
    {
        for (var i = 0; i < 3; i++)
            await InWeging();

        var first = (await Om.Get("signalen?pagina=1&aantal=2")).Is(HttpStatusCode.OK).Json;
        var second = (await Om.Get("signalen?pagina=2&aantal=2")).Is(HttpStatusCode.OK).Json;

        first["signalen"]!.AsArray().Count.ShouldBe(2);
        first["totaal"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(3);
        Ids(second).ShouldNotContain(id => Ids(first).Contains(id));
        Members(first["signalen"]![0]!).ShouldBe(["id", "nummer", "gemeente", "fase", "partij", "termijnen"]);
        Ids((await Rvdk.Get("signalen?aantal=100")).Json).ShouldNotContain(id => Ids(first).Contains(id));
        (await Om.Get("signalen?pagina=0&aantal=101")).WrongFields.ShouldBe(["pagina", "aantal"]);
        (await Om.Get("signalen?pagina=x")).WrongFields.ShouldBe(["pagina"]);
        (await Om.Get("signalen?pagina=999999&aantal=100")).Is(HttpStatusCode.OK)["signalen"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_of_police_see_both_their_municipalities_in_one_list()
    {
        var here = await InWeging();
        var created = (await As("coordinator.modelveen").Post("signalen", new { gemeente = "9902", aanleiding = "x" })).Is(HttpStatusCode.Created);
        var there = PathOf(created);
        (await As("coordinator.modelveen").Post($"{there}/stappen", Words.Aanmelden)).Is(HttpStatusCode.OK);

        var list = Ids((await As("politie.eenheid").Get("signalen?aantal=100")).Json);

        list.ShouldContain(here["signalen/".Length..]);
        list.ShouldContain(there["signalen/".Length..]);
        Ids((await Politie.Get("signalen?aantal=100")).Json).ShouldNotContain(there["signalen/".Length..]);
    }

    [Fact]
    public async Task The_purpose_is_bounded_by_the_membership()
    {
        var signal = await AtTable(["college"], Words.Gegeven("achternaam", "Jansen"));

        (await Burgemeester.Get(signal, ("Doel", "onbekend"))).WrongFields.ShouldBe(["Doel"]);
        (await Burgemeester.Get(signal, ("Doel", "toetsing"))).Is(HttpStatusCode.Forbidden);
        (await Reclassering.Get(signal, ("Doel", "onbekend"))).Is(HttpStatusCode.NotFound);
        (await Burgemeester.Get(signal, ("Doel", "persoonsgericht"))).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().ShouldNotBeEmpty();
        (await Burgemeester.Get(signal, ("Doel", "rechten"))).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().ShouldBeEmpty();
        (await Burgemeester.Post($"{signal}/stappen", Words.Plan, ("Doel", "beheer"))).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Post("signalen", Words.Signaal(), ("Doel", "rechten"))).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Get("signalen", ("Doel", "coordinatie"))).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Get("signalen", ("Doel", "x"))).WrongFields.ShouldBe(["Doel"]);
    }

    private static IEnumerable<string> Members(JsonNode node) => node.AsObject().Select(m => m.Key);

    private static List<string> Ids(JsonNode list) => [.. list["signalen"]!.AsArray().Select(s => (string)s!["id"]!)];
}
