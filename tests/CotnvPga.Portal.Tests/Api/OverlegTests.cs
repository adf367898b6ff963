using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The table through the API: what may be said to whom, what all may look at, and records with rows.</summary>
public sealed class OverlegTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Later = DateTimeOffset.UtcNow.AddMonths(1).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task What_one_party_may_not_hear_is_told_before_it_is_said_and_stays_off_the_screen()
    {
        var signal = await AtTable(["college"], Words.Gegeven("achternaam", "Jansen"), Words.Gegeven("waarneming", "Zoekt ruzie."));
        var items = await ItemsFor(Burgemeester, signal);
        (await Burgemeester.Put($"gegevens/{items["waarneming"]}/noodzaak", new { noodzaakPerPartij = new[] { new { partij = "college", noodzaak = "Voor het plan." } } })).Is(HttpStatusCode.NoContent);

        var table = (await Burgemeester.Get($"{signal}/overleg")).Is(HttpStatusCode.OK);
        table["aanwezig"]!.AsArray().Select(a => (string)a!["partij"]!).ShouldBe(["college", "om", "politie"]);
        var warned = table["gegevens"]!.AsArray().Single(g => (string)g!["id"]! == items["achternaam"])!;
        warned["metIedereen"]!.GetValue<bool>().ShouldBeFalse();
        warned["nietMet"]![0]!["partij"]!.GetValue<string>().ShouldBe("college");

        var screen = (await Burgemeester.Get($"{signal}/overleg/scherm")).Is(HttpStatusCode.OK)["gegevens"]!.AsArray();
        screen.Select(g => (string)g!["id"]!).ShouldBe([items["waarneming"]]);
        (await Burgemeester.Get($"{signal}/overleg/scherm?aanwezig=politie,om")).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Count.ShouldBeGreaterThan(1);
        (await Burgemeester.Get($"{signal}/overleg/scherm?aanwezig=rvdk")).WrongFields.ShouldBe(["aanwezig"]);
        (await Rvdk.Get($"{signal}/overleg")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Attendance_is_rows_of_people_with_their_ground_and_the_screen_counts_with_it()
    {
        var signal = await AtTable(["college"], Words.Gegeven("waarneming", "Zoekt ruzie."));
        object Attendance(params object[] rows) => new { stuk = "overleg_aanwezigheid", velden = new { aanwezigen = rows } };
        (await Om.Post($"{signal}/stukken", Attendance(new { naam = "A. Jansen", partij = "bakker" }))).WrongFields.ShouldBe(["aanwezigen[0].partij", "aanwezigen[0].grond"]);
        (await Om.Post($"{signal}/stukken", Attendance(new { naam = "A. Jansen, officier", partij = "om", grond = "deelnemer" }, new { naam = "B. Smit, wijkagent", partij = "politie", grond = "deelnemer" }))).Is(HttpStatusCode.OK);

        var record = (await College.Get($"{signal}/stukken")).Is(HttpStatusCode.OK)["stukken"]!.AsArray().Single(s => (string)s!["stuk"]! == "overleg_aanwezigheid")!;
        record["velden"]!["aanwezigen"]![0]!["naam"]!.GetValue<string>().ShouldBe("A. Jansen, officier");
        record["aan"]!.ToJsonString().ShouldBe("""["om","politie"]""");
        (await Burgemeester.Get($"{signal}/overleg/scherm")).Is(HttpStatusCode.OK)["aanwezig"]!.AsArray().Select(a => (string)a!["partij"]!).ShouldBe(["om", "politie"], "the college is not there today");
    }

    [Fact]
    public async Task A_joint_record_with_rows_is_agreed_to_in_the_form_in_which_it_was_proposed()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Zoekt ruzie."));
        var pause = new { stuk = "pauze_strafrecht", velden = new { herbeoordelen = Later, reden = "Er loopt een onderzoek." } };
        (await Burgemeester.Post($"{signal}/stukken", pause)).Is(HttpStatusCode.Accepted);
        var proposed = (await Politie.Get($"{signal}/voorstellen/pauze_strafrecht")).Is(HttpStatusCode.OK)["woorden"]!;
        (await Politie.Post($"{signal}/stukken", new { stuk = "pauze_strafrecht", velden = proposed["velden"] })).Is(HttpStatusCode.Accepted);
        (await Om.Post($"{signal}/stukken", pause)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_sheet_of_a_hand_over_says_what_went_along_and_under_which_article_to_who_made_it()
    {
        var signal = await AtTable(["college"], Words.Gegeven("waarneming", "Zoekt ruzie."));
        var items = await ItemsFor(Burgemeester, signal);
        var handed = (await Burgemeester.Post($"{signal}/verstrekkingen", new { aan = "politie", gegevens = new[] { items["waarneming"] } })).Is(HttpStatusCode.Created);

        var sheet = (await Burgemeester.Get($"{signal}/verstrekkingen/{(string)handed["id"]!}")).Is(HttpStatusCode.OK);
        sheet["gegevens"]![0]!["waarde"]!.GetValue<string>().ShouldBe("Zoekt ruzie.");
        sheet["gegevens"]![0]!["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        (await Politie.Get($"{signal}/verstrekkingen/{(string)handed["id"]!}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Attendance_is_typed_in_rows_that_begin_with_who_sits_at_the_table()
    {
        var signal = await AtTable(["college"], Words.Gegeven("waarneming", "Zoekt ruzie."));
        var browser = Fixture.Portal.Browser();
        await browser.LogInAsync("om.voorbeeldstad", PortalFixture.PasswordOf("om.voorbeeldstad"), "/werkvoorraad");
        var address = $"/{signal}/stukken/overleg_aanwezigheid";
        var form = await FormAsync(await browser.GetAsync(address));
        form.QuerySelectorAll("[name^='Input.Rijen[aanwezigen]'][name$='[naam]']").Length.ShouldBe(4, "college and the three");
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value);
        fields["Input.Rijen[aanwezigen][0][naam]"] = "C. de Boer, zorgregisseur";
        fields["Input.Rijen[aanwezigen][0][partij]"] = "college";
        var refused = await browser.PostAsync(address, new FormUrlEncodedContent(fields));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FormAsync(refused)).QuerySelector<IHtmlInputElement>("[name='Input.Rijen[aanwezigen][0][naam]']")!.Value.ShouldBe("C. de Boer, zorgregisseur");
        fields["Input.Rijen[aanwezigen][0][grond]"] = "deelnemer";
        (await browser.PostAsync(address, new FormUrlEncodedContent(fields))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await Om.Get($"{signal}/stukken")).Is(HttpStatusCode.OK)["stukken"]!.AsArray().Single(s => (string)s!["stuk"]! == "overleg_aanwezigheid")!["velden"]!["aanwezigen"]![0]!["naam"]!.GetValue<string>().ShouldBe("C. de Boer, zorgregisseur");

        var screen = await (await browser.GetAsync($"/{signal}/overleg/scherm")).Content.ReadAsStringAsync();
        screen.ShouldContain("Scherm voor de tafel");
        screen.ShouldNotContain("Zoekt ruzie.", customMessage: "the college, which is there today, may not hear it");
        (await (await browser.GetAsync($"/{signal}/overleg")).Content.ReadAsStringAsync()).ShouldContain("Dit veld mag u niet met iedereen aan deze tafel delen.");
    }

    private static async Task<IHtmlFormElement> FormAsync(HttpResponseMessage page) =>
        (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector<IHtmlFormElement>("main form[method=post]")!;
}
