using System.Net;
using System.Text;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Cases of before the portal and what joins cases, as programs use them.</summary>
public sealed class LopendeZakenTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task A_running_case_opens_when_the_three_confirmed()
    {
        var entered = (await Burgemeester.Post("lopende-zaken", Case(Reference()))).Is(HttpStatusCode.Created);
        var concept = entered.Headers["Location"]["/api/v1/".Length..];
        (await Politie.Get(concept)).Is(HttpStatusCode.NotFound);
        (await Burgemeester.Post($"{concept}/openen", new { })).Missing.ShouldBe(["burgemeester", "om", "politie"]);
        (await Burgemeester.Post($"{concept}/voorleggen", new { })).Is(HttpStatusCode.OK);

        var forPolice = (await Politie.Get(concept)).Is(HttpStatusCode.OK);
        forPolice["gegevens"].ShouldBeNull();
        forPolice.Text.ShouldNotContain("Jansen");
        (await Politie.Post($"{concept}/bevestigen", new { })).Is(HttpStatusCode.OK);
        (await Om.Post($"{concept}/bevestigen", new { })).Is(HttpStatusCode.OK)["wachtOp"]!.AsArray().ShouldBeEmpty();
        (await Om.Post($"{concept}/openen", new { })).Is(HttpStatusCode.Forbidden);
        var opened = (await Burgemeester.Post($"{concept}/openen", new { })).Is(HttpStatusCode.Created);

        opened["fase"]!.GetValue<string>().ShouldBe("uitvoering");
        (await ItemsFor(Om, PathOf(opened))).Keys.ShouldContain("achternaam");
        (await Burgemeester.Get(concept)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_tells_every_error_with_line_and_column()
    {
        var wrong = new { gemeente = "9901", csv = $"kenmerk;fase;sinds;aanleiding\n{Reference()};dromen;2026-01-01;Zorg\n{Reference()};weging;ooit;\n" };
        (await Burgemeester.Post("lopende-zaken/_import", wrong)).WrongFields.ShouldBe(["regel[2].fase", "regel[3].sinds", "regel[3].aanleiding"]);
        var right = new { gemeente = "9901", csv = $"kenmerk;fase;sinds;aanleiding;achternaam;noodzaak\n{Reference()};weging;2026-11-02;Zorg;Jansen;Om te weten wie het is\n" };
        (await Burgemeester.Post("lopende-zaken/_import", right)).Is(HttpStatusCode.Created)["lopendeZaken"]!.AsArray().Count.ShouldBe(1);
        (await Burgemeester.Post("lopende-zaken/_import", right)).WrongFields.ShouldBe(["regel[2].kenmerk"]);
        (await College.Post("lopende-zaken/_import", right)).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_of_the_three_sends_a_case_back_that_it_does_not_know()
    {
        var concept = (await Politie.Post("lopende-zaken", Case(Reference(), []))).Is(HttpStatusCode.Created).Headers["Location"]["/api/v1/".Length..];
        (await Om.Post($"{concept}/intrekken", new { })).Is(HttpStatusCode.NotFound);
        (await Politie.Post($"{concept}/voorleggen", new { })).Is(HttpStatusCode.OK);
        (await Om.Post($"{concept}/intrekken", new { })).Is(HttpStatusCode.NoContent);
        (await Politie.Get(concept)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_person_is_told_by_the_number_of_the_other_case()
    {
        var number = new { veld = "bsn", waarde = "999990032", noodzaak = "Om de juiste persoon te vinden." };
        var first = await InWeging();
        var second = await InWeging();
        foreach (var signal in new[] { first, second })
            (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { number } })).Is(HttpStatusCode.Created);
        var found = (await Om.Get($"{second}/hier-bekend")).Is(HttpStatusCode.OK)["hierBekend"]!.AsArray();
        found.ShouldContain(f => first.EndsWith((string)f!["id"]!, StringComparison.Ordinal) && (bool)f["zeker"]!);
        found.ToJsonString().ShouldNotContain("999990032");
    }

    [Fact]
    public async Task Cases_of_one_household_are_linked_by_number()
    {
        var first = await InWeging();
        var second = await InWeging();
        var number = (await Om.Get(second)).Is(HttpStatusCode.OK)["nummer"]!.GetValue<string>();
        (await Om.Post($"{first}/verbanden", new { nummer = "2222-2222-2222" })).WrongFields.ShouldBe(["nummer"]);
        (await Om.Post($"{first}/verbanden", new { nummer = number })).Is(HttpStatusCode.Created);
        (await Politie.Get($"{first}/verbanden")).Is(HttpStatusCode.OK)["nummers"]!.ToJsonString().ShouldBe($"[\"{number}\"]");
        (await Politie.Send(HttpMethod.Delete, $"{first}/verbanden/{number}", null)).Is(HttpStatusCode.NoContent);
        (await Politie.Send(HttpMethod.Delete, $"{first}/verbanden/{number}", null)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_registered_case_is_known_by_number_to_the_other_two()
    {
        var signal = await InAanmelding();
        var number = (await Burgemeester.Get(signal)).Is(HttpStatusCode.OK)["nummer"]!.GetValue<string>();
        (await Om.Get("aangemeld")).Is(HttpStatusCode.OK).Text.ShouldContain(number);
        (await College.Get("aangemeld")).Is(HttpStatusCode.OK).Text.ShouldNotContain(number);
        (await As("politie.modelveen").Get("aangemeld")).Is(HttpStatusCode.OK).Text.ShouldNotContain(number);
    }

    private static string Reference() => $"K-{Guid.NewGuid():N}"[..20];

    private static object Case(string reference, object[]? items = null) => new
    {
        gemeente = "9901",
        kenmerk = reference,
        fase = "uitvoering",
        sinds = "2026-02-01",
        wegingOp = "2026-01-12",
        partijen = new[] { "burgemeester", "politie", "om" },
        aanleiding = "Zorg van school.",
        gegevens = items ?? [Words.Gegeven("achternaam", "Jansen")],
        document = new { naam = "Verslag.txt", inhoud = Convert.ToBase64String(Encoding.UTF8.GetBytes("Verslag.")) },
    };
}
