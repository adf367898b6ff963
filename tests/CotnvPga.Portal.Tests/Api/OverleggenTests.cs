using System.Net;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The calendar: when and where, and numbers of cases for who knows them.</summary>
public sealed class OverleggenTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Soon = DateTimeOffset.UtcNow.AddDays(10).ToString("yyyy-MM-dd", null);

    private static object Meeting(string gemeente, int? keren = null) => new { gemeente, soort = "weegploeg", dag = Soon, van = "10:00", tot = "12:00", plaats = "Stadhuis, kamer 2", weken = 3, keren };

    [Fact]
    public async Task A_row_of_meetings_is_planned_and_a_case_is_put_on_one_by_number()
    {
        var planned = (await Politie.Post("overleggen", Meeting("9901", 3))).Is(HttpStatusCode.OK)["overleggen"]!.AsArray();
        planned.Count.ShouldBe(3);
        var meeting = (string)planned[0]!["id"]!;
        var signal = await InWeging(Words.Gegeven("achternaam", "Verborgen"));
        (await Om.Post($"{signal}/agenda", new { bijeenkomst = meeting })).Is(HttpStatusCode.OK);
        (await Om.Post($"{signal}/agenda", new { bijeenkomst = meeting })).Missing.ShouldBe(["bijeenkomst"]);
        (await Om.Post($"{signal}/agenda", new { })).WrongFields.ShouldBe(["bijeenkomst"]);

        async Task<int> SeenBy(ApiPerson person) => (await person.Get("overleggen")).Is(HttpStatusCode.OK)["overleggen"]!.AsArray().Single(m => (string)m!["id"]! == meeting)!["zaken"]!.AsArray().Count;
        (await SeenBy(Burgemeester)).ShouldBe(1);
        (await SeenBy(College)).ShouldBe(0, "it does not know of the case");
        (await As("politie.modelveen").Get("overleggen")).Is(HttpStatusCode.OK)["overleggen"]!.AsArray().ShouldNotContain(m => (string)m!["id"]! == meeting);
        (await Burgemeester.Get("overleggen")).Json.ToJsonString().ShouldNotContain("Verborgen");

        (await Om.Post($"{signal}/agenda", new { bijeenkomst = meeting, eraf = true })).Is(HttpStatusCode.OK);
        (await SeenBy(Burgemeester)).ShouldBe(0);
        (await Politie.Post($"overleggen/{meeting}/vervallen", new { })).Is(HttpStatusCode.OK);
        (await Om.Post($"{signal}/agenda", new { bijeenkomst = meeting })).Missing.ShouldBe(["bijeenkomst"]);
    }

    [Fact]
    public async Task Who_plans_is_a_matter_of_role_and_place()
    {
        (await Rvdk.Post("overleggen", Meeting("9901"))).Is(HttpStatusCode.Forbidden);
        (await Politie.Post("overleggen", Meeting("9902"))).WrongFields.ShouldBe(["gemeente"]);
        (await Politie.Post("overleggen", new { gemeente = "9901", keren = "veel" })).WrongFields.ShouldBe(["keren", "soort", "dag", "van", "tot", "plaats"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_chairs_sees_numbers_parties_and_dates_and_no_word_of_a_case()
    {
        var later = DateTimeOffset.UtcNow.AddMonths(1).ToString("yyyy-MM-dd", null);
        var meeting = (string)(await Politie.Post("overleggen", Meeting("9901"))).Is(HttpStatusCode.OK)["overleggen"]![0]!["id"]!;
        var signal = await AtTable(["college"], Words.Gegeven("achternaam", "Verborgen"));
        (await Om.Post($"{signal}/agenda", new { bijeenkomst = meeting })).Is(HttpStatusCode.OK);
        (await Om.Post($"{signal}/stukken", new { stuk = "overleg_actie", velden = new { wat = "Bel Verborgen", door = "college", uiterlijk = later } })).Is(HttpStatusCode.OK);
        (await Om.Post($"{signal}/stukken", new { stuk = "overleg_aanwezigheid", velden = new { aanwezigen = new[] { new { naam = "A. Verborgen", partij = "om", grond = "deelnemer" } } } })).Is(HttpStatusCode.OK);

        var chaired = (await As("procesregisseur.zvh").Get($"overleggen/{meeting}/voorzitten")).Is(HttpStatusCode.OK);
        var line = chaired["zaken"]!.AsArray().Single()!;
        line["aanwezig"]!.ToJsonString().ShouldBe("""["om"]""");
        line["acties"]![0]!["door"]!.ToJsonString().ShouldBe("""["college"]""");
        chaired.Json.ToJsonString().ShouldNotContain("Verborgen");
        (await Politie.Get($"overleggen/{meeting}/voorzitten")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_meeting_goes_into_ones_own_calendar_without_a_case()
    {
        var meeting = (string)(await Politie.Post("overleggen", Meeting("9901"))).Is(HttpStatusCode.OK)["overleggen"]![0]!["id"]!;
        var browser = Fixture.Portal.Browser();
        await browser.LogInAsync("politie.voorbeeldstad", PortalFixture.PasswordOf("politie.voorbeeldstad"), "/werkvoorraad");
        var answer = await browser.GetAsync($"/overleggen/{meeting}/agenda");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var file = await answer.Content.ReadAsStringAsync();
        file.ShouldContain("SUMMARY:Weegploeg Voorbeeldstad");
        file.ShouldContain("LOCATION:Stadhuis\\, kamer 2");
        (await browser.GetAsync($"/overleggen/{Guid.NewGuid()}/agenda")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
