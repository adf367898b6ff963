using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Items: all or nothing, by the engine's word; necessity and shielding by who may.</summary>
public sealed class GegevensTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task Items_are_added_all_or_none()
    {
        var signal = await InWeging();

        var added = await Politie.Post($"{signal}/gegevens", new { gegevens = new[] { Words.Politiegegeven("politiemutaties", "Drie mutaties."), Words.Politiegegeven("waarneming", "Gezien bij het station.") } });
        var refused = await Politie.Post($"{signal}/gegevens", new { gegevens = new[] { Words.Politiegegeven("politie_duiding", "Ernstig."), Words.Gegeven("waarneming", "Zonder grondslag.") } });

        added.Is(HttpStatusCode.Created)["gegevens"]!.AsArray().Count.ShouldBe(2);
        refused.Is(HttpStatusCode.Forbidden)["ontbreekt"]!.ToJsonString().ShouldBe("[[\"grondslag_wpg\"]]");
        refused["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        (await ItemsFor(Om, signal)).Keys.ShouldNotContain("politie_duiding");
    }

    [Fact]
    public async Task What_may_never_be_recorded_is_refused_with_the_article()
    {
        var signal = await InWeging();
        var sexual = new { veld = "waarneming", waarde = "x", bijzonder = "seksueel", noodzaak = "x", noodzaakBijzonder = "x" };

        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { sexual } })).Is(HttpStatusCode.Forbidden)["grondslagen"]!.ToJsonString().ShouldContain("wet-pga:8.1");
    }

    [Fact]
    public async Task Necessity_opens_an_item_for_one_party_more()
    {
        var signal = await AtTable(["college"], Words.Gegeven("achternaam", "Jansen"));
        var item = (await ItemsFor(Burgemeester, signal))["achternaam"];
        (await ItemsFor(College, signal)).Keys.ShouldNotContain("achternaam");

        var forCollege = new { noodzaakPerPartij = new[] { new { partij = "college", noodzaak = "Het wijkteam spreekt hem aan." } } };
        (await College.Put($"gegevens/{item}/noodzaak", forCollege)).Is(HttpStatusCode.Forbidden);
        (await Politie.Put($"gegevens/{item}/noodzaak", forCollege)).Is(HttpStatusCode.NoContent);

        (await ItemsFor(College, signal)).Keys.ShouldContain("achternaam");
        (await Politie.Put($"gegevens/{item}/noodzaak", new { noodzaakPerPartij = new[] { new { partij = "college", noodzaak = "" } } })).Is(HttpStatusCode.NoContent);
        (await ItemsFor(College, signal)).Keys.ShouldNotContain("achternaam");
        (await Politie.Put($"gegevens/{item}/noodzaak", new { })).WrongFields.ShouldBe(["noodzaak"]);
    }

    [Fact]
    public async Task Only_the_supplier_shields_and_then_nobody_else_sees_it_or_hears_that_it_exists()
    {
        var signal = await InWeging(Words.Gegeven("achternaam", "Jansen"));
        var item = (await ItemsFor(Burgemeester, signal))["achternaam"];
        var shield = new { zwaarwegendeRedenen = true, reden = "Gevaar voor de bron." };

        (await Om.Put($"gegevens/{item}/afscherming", shield)).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Put($"gegevens/{item}/afscherming", new { reden = "" })).WrongFields.ShouldBe(["zwaarwegendeRedenen", "reden"]);
        (await Burgemeester.Put($"gegevens/{item}/afscherming", shield)).Is(HttpStatusCode.NoContent);

        (await ItemsFor(Burgemeester, signal)).Keys.ShouldContain("achternaam");
        (await Om.Get(signal)).Text.ShouldNotContain(item);
        (await Om.Put($"gegevens/{item}/noodzaak", new { noodzaak = "x" })).Is(HttpStatusCode.NotFound);
        (await Burgemeester.Put($"gegevens/{item}/afscherming", new { zwaarwegendeRedenen = false, reden = "Weg." })).Is(HttpStatusCode.NoContent);
        (await ItemsFor(Om, signal)).Keys.ShouldContain("achternaam");
    }

    [Fact]
    public async Task Data_on_a_minor_reaches_the_others_when_a_second_person_of_the_supplier_has_looked()
    {
        var signal = await InWeging();
        var minor = new { veld = "waarneming", waarde = "Zijn broertje van twaalf was erbij.", noodzaak = "Voor de weging.", extraZorg = "minderjarige" };
        var item = (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { minor } })).Is(HttpStatusCode.Created)["gegevens"]![0]!["id"]!.GetValue<string>();
        (await ItemsFor(Burgemeester, signal)).Keys.ShouldContain("waarneming");
        (await Politie.Get(signal)).Text.ShouldContain("[[\"tweede_blik\"]]");

        var looked = new { toelichting = "Nodig, en niet te veel." };
        (await Burgemeester.Put($"gegevens/{item}/tweede-blik", looked)).Is(HttpStatusCode.Forbidden);
        (await Om.Put($"gegevens/{item}/tweede-blik", looked)).Is(HttpStatusCode.Forbidden);
        (await Plaatsvervanger.Put($"gegevens/{item}/tweede-blik", new { toelichting = " " })).WrongFields.ShouldBe(["toelichting"]);
        (await Plaatsvervanger.Put($"gegevens/{item}/tweede-blik", looked)).Is(HttpStatusCode.NoContent);

        (await ItemsFor(Politie, signal)).Keys.ShouldContain("waarneming");
    }

    [Fact]
    public async Task Extra_care_and_the_ground_of_a_carer_come_from_their_lists()
    {
        var signal = await InWeging();
        var wrong = new { veld = "waarneming", waarde = "x", noodzaak = "x", extraZorg = "kind", zorggrond = new { soort = "gevoel" } };

        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { wrong } }))
            .WrongFields.ShouldBe(["gegevens[0].extraZorg", "gegevens[0].zorggrond.soort", "gegevens[0].zorggrond.toelichting"]);
    }

    [Fact]
    public async Task A_citizen_service_number_is_for_the_three_and_for_coordinators()
    {
        var signal = await AtTable(["college", "reclassering"]);
        var number = new
        {
            veld = "bsn",
            waarde = "999990019",
            noodzaak = "Om de juiste persoon te vinden.",
            noodzaakPerPartij = new[] { new { partij = "college", noodzaak = "x" }, new { partij = "reclassering", noodzaak = "x" } },
        };
        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { number } })).Is(HttpStatusCode.Created);

        (await ItemsFor(Politie, signal)).Keys.ShouldContain("bsn");
        (await ItemsFor(College, signal)).Keys.ShouldNotContain("bsn");
        (await Reclassering.Get(signal)).Text.ShouldNotContain("999990019");
    }
}
