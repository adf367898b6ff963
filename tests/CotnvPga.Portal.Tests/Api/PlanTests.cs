using System.Net;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The plan, its ending and the rights of the person: through the API and on the pages of the same portal.</summary>
public sealed class PlanTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Later = DateTimeOffset.UtcNow.AddMonths(1).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task A_plan_is_proposed_agreed_followed_and_shown_on_its_page()
    {
        var signal = await AtTable(["college"], Words.Gegeven("achternaam", "Jansen"));
        var goal = await Laid(College, signal, "plan_doel", new { leefgebied = "wonen", doel = "Een eigen kamer." });
        var work = await Laid(College, signal, "plan_interventie", new { interventie = "begeleid_werk", leefgebied = "werk_dagbesteding", afspraak = "Drie dagen.", eigenaar = "college", klaar_op = Later });
        (await Om.Post($"{signal}/stukken", new { stuk = "plan_interventie", velden = new { interventie = "toveren", eigenaar = "derde", klaar_op = "ooit" } })).WrongFields
            .ShouldBe(["interventie", "leefgebied", "afspraak", "eigenaar", "klaar_op"], ignoreOrder: true);

        await Together($"{signal}/stappen", new { stap = "plan_vaststellen", stukken = new[] { goal, work } });
        await Laid(College, signal, "plan_voortgang", new { stand = "loopt", toelichting = "Hij begon maandag." }, work);

        var plan = (await Om.Get($"{signal}/plan")).Is(HttpStatusCode.OK);
        var intervention = plan["versies"]![0]!["plan"]!["interventies"]![0]!;
        ((string)intervention["eigenaar"]!, (string)intervention["voortgang"]![0]!["stand"]!).ShouldBe(("college", "loopt"));
        (await Rvdk.Get($"{signal}/plan")).Is(HttpStatusCode.NotFound);

        var page = await PageAsync("zorg.voorbeeldstad", $"{signal}/plan");
        page.ShouldContain("Een eigen kamer.");
        page.ShouldContain("Voortgang");
        page.ShouldContain("Werk of een werkplek");
        (await PageAsync("om.voorbeeldstad", $"{signal}/stukken/plan_versie")).ShouldContain("Een eigen kamer.", customMessage: "the form offers what can be chosen");
        (await PageAsync("om.voorbeeldstad", $"{signal}/stappen/evalueren")).ShouldContain("nodig");
    }

    [Fact]
    public async Task A_request_is_answered_with_a_copy_and_a_letter_that_says_no_more_than_was_decided()
    {
        var signal = await AtTable([], Words.Gegeven("achternaam", "Jansen"));
        var request = (string)(await Burgemeester.Post($"{signal}/verzoeken", new { soort = "inzage", verzoeker = "betrokkene" })).Is(HttpStatusCode.Created)["id"]!;
        (await PageAsync("coordinator.voorbeeldstad", $"{signal}/rechten")).ShouldContain("Nog te beslissen");
        (await PageAsync("coordinator.voorbeeldstad", $"{signal}/rechten/{request}/kopie")).ShouldContain("Jansen");
        (await StatusAsync("politie.voorbeeldstad", $"{signal}/rechten/{request}/kopie")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("coordinator.voorbeeldstad", $"{signal}/rechten/{request}/brief")).ShouldBe(HttpStatusCode.NotFound, "it was not decided");

        (await Burgemeester.Post($"{signal}/verzoeken/{request}/besluit", new { besluit = "U krijgt een deel.", uitkomst = "deels_toegewezen", gronden = new[] { "strafbare_feiten" }, grondenNoemen = false })).Is(HttpStatusCode.OK);
        var letter = await PageAsync("coordinator.voorbeeldstad", $"{signal}/rechten/{request}/brief");
        letter.ShouldContain("U krijgt een deel.");
        letter.ShouldNotContain("strafbare feiten", Case.Insensitive);
        letter.ShouldNotContain("Jansen");
        (await StatusAsync("coordinator.voorbeeldstad", $"{signal}/rechten/{request}/kopie")).ShouldBe(HttpStatusCode.NotFound, "the request is closed");
        var file = await BytesAsync("coordinator.voorbeeldstad", $"{signal}/rechten/{request}/brief?handler=bestand");
        file[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_transfer_arrives_as_a_registration_of_the_other_municipality()
    {
        var needed = new { veld = "achternaam", waarde = "Jansen", noodzaak = "Nodig.", noodzaakPerPartij = new[] { new { partij = "casusoverleg_elders", noodzaak = "Voor hun toets." } } };
        var signal = await AtTable([], needed);
        (await Burgemeester.Post($"{signal}/overdracht", new { gemeente = "9902", toelichting = "Zij verhuist." })).Is(HttpStatusCode.Conflict);
        await Together($"{signal}/stappen", new { stap = "overdragen", gemeente = "9902", toelichting = "Zij verhuist." });
        ((int)(await Burgemeester.Post($"{signal}/overdracht", new { gemeente = "9902", toelichting = "Zij verhuist." })).Is(HttpStatusCode.OK)["aantalGegevens"]!).ShouldBe(1);
        (await PageAsync("coordinator.voorbeeldstad", $"{signal}/overdracht")).ShouldContain("Warme overdracht");

        var there = As("coordinator.modelveen");
        var newest = (await there.Get("signalen?aantal=100")).Is(HttpStatusCode.OK)["signalen"]!.AsArray().Select(s => $"signalen/{s!["id"]}").ToList();
        var arrived = "";
        foreach (var one in newest)
        {
            if ((await there.Get($"{one}/overdracht")).Is(HttpStatusCode.OK)["overdrachten"]!.AsArray().Count > 0)
                arrived = one;
        }
        (await PageAsync("coordinator.modelveen", $"{arrived}/overdracht")).ShouldContain("Neem over");
        (await there.Post($"{arrived}/overdracht/overnemen", new { })).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Count.ShouldBe(1);
        (await PageAsync("coordinator.modelveen", arrived)).ShouldContain("eerst van");
        (await there.Post($"{arrived}/overdracht/overnemen", new { })).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_destroyed_case_leaves_a_certificate_for_the_mayor_alone()
    {
        var signal = await InWeging(Words.Gegeven("achternaam", "Weg"));
        var number = (string)(await Burgemeester.Get(signal)).Is(HttpStatusCode.OK)["nummer"]!;
        foreach (var person in Three)
            (await person.Post($"{signal}/wegingen", Words.Oordeel("niet_in_overeenstemming"))).Is(HttpStatusCode.Created);
        (await Om.Post($"{signal}/stappen", Words.Stap("weging_vaststellen"))).Is(HttpStatusCode.OK);
        (await Burgemeester.Post($"{signal}/stappen", new { stap = "vernietigen", toelichting = "Niet nodig." })).Is(HttpStatusCode.Accepted);
        (await Plaatsvervanger.Post($"{signal}/stappen", new { stap = "vernietigen", toelichting = "Niet nodig." })).Is(HttpStatusCode.OK);

        (await Burgemeester.Get("vernietigingen")).Is(HttpStatusCode.OK)["vernietigingen"]!.AsArray().ShouldContain(v => (string)v!["nummer"]! == number);
        (await Politie.Get("vernietigingen")).Is(HttpStatusCode.OK)["vernietigingen"]!.AsArray().ShouldBeEmpty();
        (await PageAsync("coordinator.voorbeeldstad", $"/vernietigingen/{number}")).ShouldContain("Verklaring van vernietiging");
        (await PageAsync("coordinator.voorbeeldstad", "/vernietigingen")).ShouldNotContain("Weg.");
        (await StatusAsync("om.voorbeeldstad", $"/vernietigingen/{number}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_register_of_breaches_is_kept_by_the_mayors_people_and_read_by_the_officer_of_that_municipality()
    {
        var breach = new { soort = "verkeerd_verstrekt", ontdektOp = "2026-01-05T09:00:00Z", omschrijving = "Een brief ging naar een oud adres.", gevolgen = "Iemand weet dat er een brief is.", aantalMensen = 1 };
        var id = (string)(await Burgemeester.Post("datalekken", breach)).Is(HttpStatusCode.OK)["id"]!;
        (await Burgemeester.Post("datalekken", new { soort = "ramp", ontdektOp = "morgen", aantalMensen = "veel" })).WrongFields.ShouldBe(["aantalMensen", "soort", "ontdektOp", "omschrijving", "gevolgen"], ignoreOrder: true);
        (await Politie.Post("datalekken", breach)).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Post($"datalekken/{id}/regels", new { soort = "gemeld_ap", tekst = "Gemeld." })).Is(HttpStatusCode.OK);
        (await As("coordinator.modelveen").Post($"datalekken/{id}/regels", new { soort = "gemeld_ap", tekst = "Gemeld." })).Is(HttpStatusCode.NotFound);
        (await Fg.Post($"datalekken/{id}/regels", new { soort = "gemeld_ap", tekst = "Gemeld." })).Is(HttpStatusCode.Forbidden);

        var read = (await Fg.Get("datalekken")).Is(HttpStatusCode.OK)["datalekken"]!.AsArray().Single(d => (string)d!["id"]! == id)!;
        ((string)read["meldenVoor"]!).ShouldStartWith("2026-01-08T09:00:00", customMessage: "72 hours later");
        (await As("coordinator.modelveen").Get("datalekken")).Is(HttpStatusCode.OK)["datalekken"]!.AsArray().ShouldNotContain(d => (string)d!["id"]! == id);
        (await PageAsync("fg.voorbeeldstad", $"/datalekken/{id}")).ShouldContain("oud adres");
        (await PageAsync("coordinator.voorbeeldstad", "/datalekken")).ShouldContain("Nieuw datalek");
        (await StatusAsync("om.voorbeeldstad", "/datalekken")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> Laid(ApiPerson person, string signal, string kind, object fields, string? about = null) =>
        (string)(await person.Post($"{signal}/stukken", new { stuk = kind, velden = fields, bij = about })).Is(HttpStatusCode.OK)["id"]!;

    private async Task<string> PageAsync(string account, string path)
    {
        using var answer = await GetAsync(account, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> StatusAsync(string account, string path)
    {
        using var answer = await GetAsync(account, path);
        return answer.StatusCode;
    }

    private async Task<byte[]> BytesAsync(string account, string path)
    {
        using var answer = await GetAsync(account, path);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> GetAsync(string account, string path)
    {
        using var browser = Fixture.Portal.Browser();
        (await browser.LogInAsync(account, PortalFixture.PasswordOf(account), "/werkvoorraad")).EnsureSuccessStatusCode();
        return await browser.GetAsync(path.StartsWith('/') ? path : $"/{path}");
    }
}
