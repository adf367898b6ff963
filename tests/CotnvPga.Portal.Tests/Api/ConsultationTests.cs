using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Guests at the table and items handed over outside the system.</summary>
public sealed class ConsultationTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly object Carer = new
    {
        partij = "derde",
        persoon = "Mw. De Vries",
        organisatie = "Jeugdhulp Voorbeeld",
        grondslag = "deskundigheid",
        doel = "Kennis van autisme.",
        overleg = "2099-03-01 overleg 2",
    };

    [Fact]
    public async Task A_third_party_is_let_in_by_three_equal_posts()
    {
        var signal = await AtTable(["college"]);

        (await Burgemeester.Post($"{signal}/toelatingen", Carer)).Is(HttpStatusCode.Accepted)["wachtOp"]!.ToJsonString().ShouldBe("""["om","politie"]""");
        (await Om.Get($"{signal}/voorstellen/toelaten")).Is(HttpStatusCode.OK)["woorden"]!["organisatie"]!.GetValue<string>().ShouldBe("Jeugdhulp Voorbeeld");
        (await Politie.Post($"{signal}/toelatingen", Carer)).Is(HttpStatusCode.Accepted);
        (await Om.Post($"{signal}/toelatingen", Carer)).Is(HttpStatusCode.OK)["id"].ShouldNotBeNull();
        // What a third party says may now be recorded, by a participant (wet-pga:3.4).
        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { Words.Gegeven("school_opleiding", "Mbo 2.", "derde") } })).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whom_the_law_does_not_let_in_is_refused_with_the_article()
    {
        var weighing = await InWeging();
        var table = await AtTable(["college"]);
        var adviser = new { partij = "nctv", persoon = "A", organisatie = "NCTV", grondslag = "deskundigheid", doel = "Duiding.", overleg = "2099-03-01" };

        (await Burgemeester.Post($"{table}/toelatingen", adviser)).Is(HttpStatusCode.Forbidden)["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        (await Burgemeester.Post($"{weighing}/toelatingen", Carer)).Is(HttpStatusCode.Forbidden);
        (await College.Post($"{table}/toelatingen", Carer)).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Post($"{table}/toelatingen", new { partij = "college" })).WrongFields.ShouldContain("grondslag");
    }

    [Fact]
    public async Task Who_names_a_concrete_event_records_event_measure_and_reason()
    {
        var table = await AtTable(["college"]);
        var adviser = new
        {
            partij = "nctv",
            persoon = "A",
            organisatie = "NCTV",
            grondslag = "taak_cotnv",
            doel = "Duiding.",
            overleg = "2099-03-01",
            concreteGebeurtenis = new { wat = "Uitreis dreigt", maatregel = "Paspoortmaatregel", reden = "Er is een ticket geboekt." },
        };

        (await Burgemeester.Post($"{table}/toelatingen", adviser)).Is(HttpStatusCode.Accepted);
        (await Om.Get($"{table}/voorstellen/toelaten")).Is(HttpStatusCode.OK)["woorden"]!["concreteGebeurtenis"]!["reden"]!.GetValue<string>().ShouldBe("Er is een ticket geboekt.");
    }

    [Fact]
    public async Task Items_are_handed_over_all_or_none_and_logged()
    {
        var signal = await AtTable([], Words.Gegeven("achternaam", "Jansen"), Words.Gegeven("waarneming", "Zoekt ruzie."));
        await Together($"{signal}/toelatingen", Carer);
        var items = await ItemsFor(Burgemeester, signal);
        var forCarer = new { noodzaakPerPartij = new[] { new { partij = "derde", noodzaak = "Om te adviseren." } } };
        (await Burgemeester.Put($"gegevens/{items["achternaam"]}/noodzaak", forCarer)).Is(HttpStatusCode.NoContent);

        (await Burgemeester.Post($"{signal}/verstrekkingen", new { aan = "derde", gegevens = items.Values })).Is(HttpStatusCode.Forbidden)["ontbreekt"]!.ToJsonString().ShouldContain("noodzakelijk");
        var handed = (await Burgemeester.Post($"{signal}/verstrekkingen", new { aan = "derde", gegevens = new[] { items["achternaam"] } })).Is(HttpStatusCode.Created);

        handed["aan"]!.GetValue<string>().ShouldBe("derde");
        handed["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        (await Burgemeester.Post($"{signal}/verstrekkingen", new { aan = "derde", gegevens = new[] { Guid.NewGuid() } })).WrongFields.ShouldBe(["gegevens[0]"]);
        (await Burgemeester.Post($"{signal}/verstrekkingen", new { aan = "niemand" })).WrongFields.ShouldBe(["aan", "gegevens"]);
    }
}
