using System.Net;
using System.Text.Json.Nodes;
using CotnvPga.TestHost;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Registers, the desks of who oversees and the weighing exercise, as programs use them.</summary>
public sealed class RegistersTests(ApiPortal portal) : ApiTest(portal)
{
    private ApiPerson Adviser => As("nctv.adviseur");
    private ApiPerson Compliance => As("nctv.compliance");

    [Fact]
    public async Task Work_of_the_minister_goes_from_judgement_to_assignment_to_work()
    {
        var judgement = await Laid(Adviser, "cotnv", "cotnv_beoordeling", null, new { activiteit = "Berichten volgen", vraag = "Wordt dit meer?", gericht = "trend", gebeurtenis = false, wet = "wet_cotnv", waarom = "Een trend." });
        var words = new { opdrachtgever = "Hoofd", vraag = "Wordt dit meer?", behoefte = "Overleg.", product = "trend", bronnen = new[] { "media" }, persoonsgegevens = false, van = Day(0), tot = Day(30) };
        (await Adviser.Post("registers/cotnv/stukken", new { stuk = "cotnv_opdracht", bij = judgement, velden = words })).Is(HttpStatusCode.Conflict);
        (await Adviser.Post("registers/cotnv/stukken", new { stuk = "cotnv_beoordeling_akkoord", bij = judgement, velden = new { akkoord = true, toelichting = "Ja." } })).Is(HttpStatusCode.Forbidden);
        await Laid(Compliance, "cotnv", "cotnv_beoordeling_akkoord", judgement, new { akkoord = true, toelichting = "Bekeken." });
        var assignment = await Laid(Adviser, "cotnv", "cotnv_opdracht", judgement, words);

        var opened = (await Adviser.Get($"registers/cotnv/stukken/{assignment}")).Is(HttpStatusCode.OK);
        (opened["stuk"]!["nummer"]!.GetValue<string>().StartsWith("COTNV-", StringComparison.Ordinal), opened["stuk"]!["heel"]!.GetValue<bool>()).ShouldBe((true, true));
        (await Compliance.Get("registers/cotnv/stukken?zoek=berichten&stuk=cotnv_beoordeling")).Is(HttpStatusCode.OK)["stukken"]!.AsArray().ShouldContain(s => (string)s!["id"]! == judgement);
        (await Compliance.Get("registers/cotnv/uitvoer")).Is(HttpStatusCode.OK)["heel"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Bad_words_are_refused_at_their_field_and_unknown_registers_are_not_there()
    {
        (await Adviser.Post("registers/cotnv/stukken", new { stuk = "cotnv_beoordeling", velden = new { activiteit = "Bel 06-12345678" } })).WrongFields.ShouldContain("activiteit");
        (await Adviser.Post("registers/cotnv/stukken", new { stuk = "bestaat_niet", velden = new { } })).WrongFields.ShouldBe(["stuk"]);
        (await Adviser.Get("registers/cotnv/stukken?pagina=0")).WrongFields.ShouldBe(["pagina"]);
        (await Politie.Get($"kennis?zoek={new string('a', 201)}")).WrongFields.ShouldBe(["zoek"]);
        (await Politie.Get($"kennis?zoek={new string('a', 200)}")).Is(HttpStatusCode.OK);
        (await Politie.Get("registers/cotnv/stukken")).Is(HttpStatusCode.NotFound);
        (await Adviser.Get("registers/bestaat-niet/stukken")).Is(HttpStatusCode.NotFound);
        (await Adviser.Get($"registers/cotnv/stukken/{Guid.NewGuid()}")).Is(HttpStatusCode.NotFound);
        (await Politie.Get("registers")).Is(HttpStatusCode.OK)["registers"]!.AsArray().Select(r => (string)r!["register"]!).ShouldBe(["kennis"], "who weighs reads and writes knowledge, and nothing of oversight");
    }

    [Fact]
    public async Task The_log_goes_out_in_the_form_of_the_standard_without_users()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Iets gezien."));
        (await Om.Get(signal)).Is(HttpStatusCode.OK);
        var lines = (await Om.Get($"{signal}/logboek/dataverwerkingen")).Is(HttpStatusCode.OK)["regels"]!.AsArray();

        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(l => l!["trace_id"]!.GetValue<string>().Length == 32 && l["span_id"]!.GetValue<string>().Length == 16 && l["attributes"]!["dpl.core.processing_activity_id"] != null);
        lines.ToJsonString().ShouldNotContain(signal["signalen/".Length..]);
        lines.ToJsonString().ShouldNotContain("account");
    }

    [Fact]
    public async Task Who_oversees_has_a_desk_and_others_find_none()
    {
        (await Fg.Get("toezicht")).Is(HttpStatusCode.OK);
        (await Fg.Get("toezicht/logboek")).Is(HttpStatusCode.OK);
        (await Fg.Post("toezicht/logboek/inzagen", new { van = Guid.NewGuid(), doel = "interne_controle", reden = "x", tot = Day(7) })).WrongFields.ShouldBe(["van"]);
        (await Politie.Get("toezicht")).Is(HttpStatusCode.NotFound);
        (await Politie.Get("toezicht/logboek")).Is(HttpStatusCode.NotFound);
        (await Fg.Get($"toezicht/logboek/inzagen/{Guid.NewGuid()}")).Is(HttpStatusCode.NotFound);
        (await Fg.Post("toezicht/logboek/oordelen", new { vlag = "veel_zaken" })).WrongFields.ShouldBe(["oordeel", "toelichting", "vlag"], ignoreOrder: true);
        (await Politie.Get("mijn-logboek?voor=x")).WrongFields.ShouldBe(["voor"]);
        (await Politie.Get("mijn-logboek")).Is(HttpStatusCode.OK);
        var register = (await Politie.Get("verwerkingsregister")).Is(HttpStatusCode.OK)["verwerkingen"]!.AsArray();
        register.Select(v => (string)v!["doel"]!).ShouldBe(["persoonsgericht", "toetsing", "rechten", "coordinatie"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_exercise_is_made_checked_and_weighed()
    {
        var maker = As("nctv.rapportage");
        var year = DateTimeOffset.UtcNow.Year + 1;
        (await maker.Post("oefeningen", new { jaar = 2020, helft = 3, van = Day(0), tot = Day(200) })).WrongFields.ShouldBe(["jaar", "helft", "tot"], ignoreOrder: true);
        var round = (string)(await maker.Post("oefeningen", new { jaar = year, helft = 1, van = Day(0), tot = Day(30) })).Is(HttpStatusCode.OK)["id"]!;
        (await maker.Post($"oefeningen/{round}/zaken", new { titel = "X", kenmerk = "leeftijd", tekst = "Zonder plek.", versieA = new { }, versieB = new { } })).WrongFields.ShouldBe(["kenmerk", "tekst"], ignoreOrder: true);
        var exercise = (string)(await maker.Post($"oefeningen/{round}/zaken", new { titel = "De mentor", kenmerk = "geslacht", tekst = "[[naam]] zegt het.", versieA = new { naam = "Daan" }, versieB = new { naam = "Lotte" } })).Is(HttpStatusCode.OK)["id"]!;
        (await Politie.Get($"oefenzaken/{exercise}")).Is(HttpStatusCode.NotFound);
        foreach (var checker in new[] { As("rac.landelijk"), As("auditor.landelijk") })
            (await checker.Post($"oefeningen/{round}/controles", new { akkoord = true, toelichting = "Bekeken." })).Is(HttpStatusCode.OK);

        (await Politie.Get($"oefenzaken/{exercise}")).Is(HttpStatusCode.OK)["oordelen"]!.AsArray().ShouldBeEmpty();
        (await Politie.Post($"oefenzaken/{exercise}/oordelen", new { oordeel = "weet_niet", criteria = Array.Empty<object>(), motivering = "" })).WrongFields.ShouldContain("oordeel");
        var criteria = Words.Oordeel("in_overeenstemming");
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(criteria, System.Text.Json.JsonSerializerOptions.Web))!.AsObject();
        foreach (var one in body["criteria"]!.AsArray())
            one!["speelt"] = "ja";
        (await Politie.Post($"oefenzaken/{exercise}/oordelen", body)).Is(HttpStatusCode.OK);
        (await Politie.Get($"oefenzaken/{exercise}")).Is(HttpStatusCode.OK)["oordelen"]!.AsArray().Count.ShouldBe(1);
        (await Politie.Get("oefeningen")).Is(HttpStatusCode.OK)["oefeningen"]!.AsArray().ShouldAllBe(o => o!["zaken"]!.AsArray().All(z => z!["versieB"] == null));
        (await Politie.Get($"oefeningen/{round}/uitkomst")).Is(HttpStatusCode.NotFound);
        (await College.Get("oefeningen")).Is(HttpStatusCode.NotFound);
    }

    private static string Day(int days) => DutchDay.Text(DutchDay.Today.PlusDays(days));

    private static async Task<string> Laid(ApiPerson by, string register, string form, string? about, object words) =>
        (string)(await by.Post($"registers/{register}/stukken", new { stuk = form, bij = about, velden = words })).Is(HttpStatusCode.OK)["id"]!;
}
