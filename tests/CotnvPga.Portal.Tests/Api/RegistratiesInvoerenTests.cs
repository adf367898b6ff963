using System.Net;
using System.Text.Json.Nodes;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>What an own system holds goes in with the names with which it comes out, the way of a registration by hand, once and whole.</summary>
public sealed class RegistratiesInvoerenTests(ApiPortal portal) : ApiTest(portal)
{
    private const string Import = "registraties/_import";

    [Fact]
    public async Task What_came_out_goes_in_again_and_nothing_is_there_twice()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "=Vaak weg 6627."));
        var number = (await Burgemeester.Get(signal)).Is(HttpStatusCode.OK)["nummer"]!.GetValue<string>();
        var own = (await Burgemeester.Get($"registraties?van={DutchDay.Text(DutchDay.Today.PlusDays(-2))}&tot={DutchDay.Text(DutchDay.Today.PlusDays(1))}")).Is(HttpStatusCode.OK)["registraties"]!.AsArray();
        var lines = own.Where(r => (string)r!["zaak"]! == number).Select(r => r!.DeepClone()).ToArray();
        lines.ShouldNotBeEmpty();

        var done = (await Burgemeester.Post(Import, new { registraties = lines })).Is(HttpStatusCode.OK);
        ((int)done["vastgelegd"]!, (int)done["stondErAl"]!).ShouldBe((0, lines.Length));

        var changed = lines.Select(l => l.DeepClone()).ToArray();
        changed[0]["waarde"] = "Iets anders.";
        (await Burgemeester.Post(Import, new { registraties = changed })).WrongFields.ShouldBe(["registraties[0].waarde"]);
    }

    [Fact]
    public async Task Lines_with_one_reference_become_one_signal_and_the_same_file_again_adds_nothing()
    {
        var reference = Reference();
        var csv = $"signaal;veld;waarde;noodzaak\n{reference};aanleiding;Zorg van school.;\n{reference};achternaam;Jansen;Om te weten wie het is.\n{reference};waarneming;Vaak weg.;Om te wegen.\n{reference};waarneming;Vaak weg.;Om te wegen.\n";
        var done = (await Burgemeester.Post(Import, new { gemeente = "9901", csv })).Is(HttpStatusCode.OK);
        ((int)done["vastgelegd"]!, (int)done["stondErAl"]!).ShouldBe((3, 1));
        var made = done["signalen"]!.AsArray().Single()!;
        (await ItemsFor(Burgemeester, $"signalen/{(string)made["id"]!}")).Keys.Order().ShouldBe(["aanleiding", "achternaam", "waarneming"]);

        foreach (var again in new[] { Burgemeester, Plaatsvervanger })
        {
            var second = (await again.Post(Import, new { gemeente = "9901", csv })).Is(HttpStatusCode.OK);
            ((int)second["vastgelegd"]!, (int)second["stondErAl"]!, second["signalen"]!.AsArray().Count).ShouldBe((0, 4, 0));
        }

        var more = (await Burgemeester.Post(Import, new { gemeente = "9901", csv = $"{csv}{reference};voornamen;Sam;Om te weten wie het is.\n" })).Is(HttpStatusCode.OK);
        ((int)more["vastgelegd"]!, more["signalen"]!.AsArray().Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Every_line_that_is_wrong_is_told_and_then_nothing_is_recorded()
    {
        var reference = Reference();
        string Csv(string field, string day) =>
            $"signaal;zaak;veld;waarde;noodzaak;wet;artikel;instemmingVan;instemmingOp\n{reference};;aanleiding;Zorg;;;;;\n{reference};;{field};Vaak weg;Nodig;wpg;18;Hulpofficier;2026-11-01\n{reference};;waarneming;Bekend;Nodig;wpg;18;Hulpofficier;{day}\n;;achternaam;Jansen;;;;;\n";
        (await Politie.Post(Import, new { gemeente = "9901", csv = Csv("droom", "ooit") })).WrongFields.ShouldBe(["regel[5].zaak", "regel[3].veld", "regel[4].instemmingOp"], ignoreOrder: true);
        (await Politie.Post(Import, new { gemeente = "9901", csv = Csv("waarneming", "2-11-2026") })).WrongFields.ShouldBe(["regel[5].zaak"]);

        var right = Csv("waarneming", "2-11-2026").Replace(";;achternaam;Jansen;;;;;\n", "", StringComparison.Ordinal);
        ((int)(await Politie.Post(Import, new { gemeente = "9901", csv = right })).Is(HttpStatusCode.OK)["vastgelegd"]!).ShouldBe(3, "nothing of it was there");
    }

    /// <summary>The engine says what a party may record, here as by hand: without the law on which the police supply it, not.</summary>
    [Fact]
    public async Task What_may_not_be_recorded_by_hand_may_not_from_a_file()
    {
        var reference = Reference();
        var csv = $"signaal;veld;waarde;noodzaak\n{reference};aanleiding;Zorg;\n{reference};waarneming;Vaak weg;Nodig\n";
        (await Politie.Post(Import, new { gemeente = "9901", csv })).WrongFields.ShouldBe(["regel[3].veld"]);
    }

    [Fact]
    public async Task A_case_that_somebody_may_not_know_is_one_that_does_not_exist()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Alleen hier."));
        var number = (await Burgemeester.Get(signal)).Is(HttpStatusCode.OK)["nummer"]!.GetValue<string>();
        async Task<string> Told(ApiPerson person, string of) =>
            (await person.Post(Import, new { registraties = new[] { new { zaak = of, veld = "waarneming", waarde = "x", noodzaak = "y" } } })).Is(HttpStatusCode.BadRequest)["fouten"]!.ToJsonString();

        (await Told(As("politie.modelveen"), number)).ShouldBe(await Told(As("politie.modelveen"), "2222-2222-2222"));
        ((int)(await Om.Post(Import, new { registraties = new[] { new { zaak = number, veld = "waarneming", waarde = "Van het OM.", noodzaak = "Om te wegen.", wet = "wjsg", artikel = "8a", instemmingVan = "Officier", instemmingOp = "2026-11-01" } } })).Is(HttpStatusCode.OK)["vastgelegd"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_kept_out_of_the_case_does_not_find_it_by_the_reference_it_brought_itself()
    {
        var reference = Reference();
        var csv = $"signaal;veld;waarde;noodzaak\n{reference};aanleiding;Zorg van school.;\n{reference};waarneming;Vaak weg.;Om te wegen.\n";
        var made = (await Plaatsvervanger.Post(Import, new { gemeente = "9901", csv })).Is(HttpStatusCode.OK)["signalen"]!.AsArray().Single()!;
        (await Burgemeester.Post($"signalen/{(string)made["id"]!}/belangen", new { soort = "uitgesloten", persoon = DemoWorld.Person("plaatsvervanger.voorbeeldstad").Account.ToString(), reden = "Familie.", vraagAan = "De coördinator" })).Is(HttpStatusCode.Created);

        // As with a reference that nobody brought before: whether that case is still there is not told.
        var again = (await Plaatsvervanger.Post(Import, new { gemeente = "9901", csv })).Is(HttpStatusCode.OK);
        again["signalen"]!.AsArray().Single()!["id"]!.GetValue<string>().ShouldNotBe((string)made["id"]!);
        ((int)(await Burgemeester.Post(Import, new { gemeente = "9901", csv })).Is(HttpStatusCode.OK)["vastgelegd"]!).ShouldBe(0, "who may know of it has it already");
    }

    [Theory]
    [InlineData("""{"csv":"naam\nx\n"}""", "regel[1].veld")]
    [InlineData("""{"csv":"veld;droom\nx;y\n"}""", "regel[1].droom")]
    [InlineData("""{"csv":"veld;waarde\n\"x;y\n"}""", "regel[2]")]
    [InlineData("""{}""", "csv")]
    [InlineData("""{"registraties":[]}""", "registraties")]
    [InlineData("""{"registraties":[7]}""", "registraties[0]")]
    [InlineData("""{"registraties":{},"csv":"veld"}""", "registraties")]
    public async Task What_is_no_file_of_registrations_is_told(string body, string field) =>
        (await Burgemeester.Post(Import, JsonNode.Parse(body)!)).WrongFields.ShouldContain(field);

    private static string Reference() => $"R-{Guid.NewGuid():N}"[..20];
}
