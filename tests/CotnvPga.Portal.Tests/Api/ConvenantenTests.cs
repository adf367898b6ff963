using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Reading covenants, acceding and leaving.</summary>
public sealed class ConvenantenTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(1)).ToString("yyyy-MM-dd", null);

    private static object Declaration(string versie) => new
    {
        versie,
        ondertekenaar = "B. Model",
        functie = "burgemeester",
        mandaat = "Besluit van de raad, nummer 12",
        datum = "2026-01-02",
    };

    private static object Leaving => new { ondertekenaar = "B. Model", functie = "burgemeester", mandaat = "Besluit van de raad, nummer 13", datum = Today };

    private ApiPerson Modelveen => As("coordinator.modelveen");

    [Fact]
    public async Task Everybody_who_works_here_reads_which_municipality_acceded_to_what()
    {
        var list = (await As("nctv.rapportage").Get("convenanten")).Is(HttpStatusCode.OK);
        list["hash"]!.GetValue<string>().Length.ShouldBe(64);
        list["convenanten"]!.AsArray().Select(c => (string)c!["gemeente"]!).ShouldBe(["9901", "9902", "9903"]);
        list["convenanten"]!.AsArray().Single(c => (string)c!["gemeente"]! == "9903")!["versies"]!.AsArray().ShouldBeEmpty();
        (await Nobody.Get("convenanten")).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_covenant_is_read_before_it_is_signed_with_the_choices_filled_in()
    {
        var whole = (await Politie.Get("convenanten/9902?versie=2026.1")).Is(HttpStatusCode.OK);
        whole["versie"]!.GetValue<string>().ShouldBe("2026.1");
        whole["keuzes"]!.AsArray().Single(k => (string)k!["code"]! == "wegen_termijn")!["waarde"]!.GetValue<string>().ShouldBe("20");
        whole["artikelen"]!.AsArray().Single(a => (string?)a!["termijn"] == "wegen")!["tekst"]!.GetValue<string>().ShouldContain("20");
        whole["artikelen"]!.AsArray().ShouldContain(a => (string)a!["artikel"]! == "lokaal-9902:1");

        (await Politie.Get("convenanten/9903")).Is(HttpStatusCode.OK)["versie"]!.GetValue<string>().ShouldBe("landelijk");
        (await Politie.Get("convenanten/9903?versie=2026.1")).WrongFields.ShouldBe(["versie"]);
        (await Politie.Get("convenanten/0000")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_municipality_accedes_once_under_one_key_and_leaves_again()
    {
        var declaration = Declaration("2026.1");
        var created = (await Modelveen.Post("convenanten/9902/toetreding", declaration, ("Idempotency-Key", "toetreding-1"))).Is(HttpStatusCode.Created);
        (await Modelveen.Post("convenanten/9902/toetreding", declaration, ("Idempotency-Key", "toetreding-1"))).Is(HttpStatusCode.Created).Text.ShouldBe(created.Text);
        (await Modelveen.Post("convenanten/9902/toetreding", declaration)).Is(HttpStatusCode.Conflict);
        var standing = (await Politie.Get("convenanten/9902")).Is(HttpStatusCode.OK);
        standing["stand"]!.GetValue<string>().ShouldBe("lokaal");
        standing["verklaringen"]!.AsArray().Last()!["hash"]!.GetValue<string>().ShouldBe(standing["hash"]!.GetValue<string>());

        (await Modelveen.Post("convenanten/9902/uittreding", Leaving)).Is(HttpStatusCode.Created)["soort"]!.GetValue<string>().ShouldBe("uittreding");
        (await Politie.Get("convenanten/9902")).Is(HttpStatusCode.OK)["stand"]!.GetValue<string>().ShouldBe("niet_toegetreden");
        (await Modelveen.Post("convenanten/9902/uittreding", Leaving)).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_may_not_sign_is_refused_before_what_is_wrong_is_told()
    {
        (await Politie.Post("convenanten/9901/toetreding", new { versie = 3 })).Is(HttpStatusCode.Forbidden);
        (await Modelveen.Post("convenanten/9901/toetreding", Declaration("2026.1"))).Is(HttpStatusCode.Forbidden);
        (await Modelveen.Post("convenanten/9902/toetreding", new { versie = "1999", datum = "gisteren" })).WrongFields
            .ShouldBe(["datum", "versie", "ondertekenaar", "functie", "mandaat"], ignoreOrder: true);
        (await Modelveen.Post("convenanten/0000/toetreding", Declaration("2026.1"))).Is(HttpStatusCode.NotFound);
    }
}
