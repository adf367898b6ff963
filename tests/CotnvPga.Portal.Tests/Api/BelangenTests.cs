using System.Net;
using CotnvPga.Identity.Demo;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>V15: a report about somebody who works at the municipality itself. For that person the case does not exist, at any door.</summary>
public sealed class BelangenTests(ApiPortal portal) : ApiTest(portal)
{
    private const string Reason = "K-reden-van-uitsluiten";
    private static readonly string Ilse = DemoWorld.Person("plaatsvervanger.voorbeeldstad").Account.ToString();

    [Fact]
    public async Task For_the_employee_whom_it_is_about_nothing_differs_from_a_case_that_does_not_exist()
    {
        using var browser = Fixture.Portal.Browser();
        (await browser.LogInAsync("plaatsvervanger.voorbeeldstad", PortalFixture.PasswordOf("plaatsvervanger.voorbeeldstad"), "/werkvoorraad")).EnsureSuccessStatusCode();
        var listBefore = (await Plaatsvervanger.Get("signalen?aantal=100")).Text;
        var pageBefore = await PageAsync(browser, "/werkvoorraad", "geen");

        var signal = await ByPolice();
        (await Politie.Post($"{signal}/belangen", Out(Ilse))).Is(HttpStatusCode.Created);
        (await Politie.Post($"{signal}/stappen", Words.Stap("in_weging"))).Is(HttpStatusCode.OK);
        (await Burgemeester.Get(signal)).Is(HttpStatusCode.OK);

        (await Plaatsvervanger.Get("signalen?aantal=100")).Text.ShouldBe(listBefore);
        (await PageAsync(browser, "/werkvoorraad", "geen")).ShouldBe(pageBefore);
        var (id, invented) = (signal.Split('/')[^1], Guid.NewGuid().ToString());
        foreach (var door in Doors.Reading.Where(d => d.Contains("{id}", StringComparison.Ordinal)))
        {
            var path = door.Replace("{stap}", "nieuwe_ronde", StringComparison.Ordinal).Replace("{gegeven}", invented, StringComparison.Ordinal);
            var (here, nowhere) = (path.Replace("{id}", id, StringComparison.Ordinal), path.Replace("{id}", invented, StringComparison.Ordinal));
            if (door.StartsWith("/api", StringComparison.Ordinal))
            {
                var (answer, twin) = (await Plaatsvervanger.Get(here), await Plaatsvervanger.Get(nowhere));
                answer.Is(HttpStatusCode.NotFound);
                answer.Text.ShouldBe(twin.Text, door);
            }
            else
            {
                (await PageAsync(browser, here, id)).ShouldBe(await PageAsync(browser, nowhere, invented), door);
            }
        }
        foreach (var body in new object[] { Words.Oordeel("in_overeenstemming"), Words.Stap("nieuwe_ronde"), Out(Ilse), new { } })
            (await Plaatsvervanger.Post($"{signal}/stappen", body)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_is_for_who_keeps_it_and_says_whom_to_ask()
    {
        var signal = await InWeging();
        var people = (await Burgemeester.Get($"{signal}/belangen")).Is(HttpStatusCode.OK)["personen"]!.AsArray();
        people.ShouldContain(p => (string)p!["id"]! == Ilse);
        people.ShouldAllBe(p => (string)p!["partij"]! != "politie");

        var line = (string)(await Burgemeester.Post($"{signal}/belangen", Out(Ilse))).Is(HttpStatusCode.Created)["id"]!;
        var told = (await Burgemeester.Get($"{signal}/belangen")).Is(HttpStatusCode.OK)["belangen"]!.AsArray().Single()!;
        ((string)told["reden"]!, (string)told["vraagAan"]!).ShouldBe((Reason, "De coördinator van de gemeente"));
        (await Politie.Get($"{signal}/belangen")).Is(HttpStatusCode.OK)["belangen"]!.AsArray().ShouldBeEmpty();
        (await Burgemeester.Post($"{signal}/belangen", Out(Ilse))).Is(HttpStatusCode.Conflict);
        (await Politie.Post($"{signal}/belangen", Out(Ilse))).WrongFields.ShouldBe(["persoon"]);

        (await Plaatsvervanger.Get(signal)).Is(HttpStatusCode.NotFound);
        (await Burgemeester.Post($"{signal}/belangen/{line}/einde", new { })).Is(HttpStatusCode.OK);
        (await Plaatsvervanger.Get(signal)).Is(HttpStatusCode.OK);
        (await Burgemeester.Post($"{signal}/belangen/{Guid.NewGuid()}/einde", new { })).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_takes_a_colleague_off_the_case_and_only_who_keeps_the_list_has_it()
    {
        var signal = await InWeging();
        var page = $"/{signal}/belangen";
        using var browser = Fixture.Portal.Browser();
        (await browser.LogInAsync("coordinator.voorbeeldstad", PortalFixture.PasswordOf("coordinator.voorbeeldstad"), "/werkvoorraad")).EnsureSuccessStatusCode();
        (await browser.GetStringAsync($"/{signal}")).ShouldContain($"href=\"{page}\"");

        (await browser.SendFormAsync(page, new Dictionary<string, string>(), "form[data-bewaart]")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await browser.SendFormAsync(page, new Dictionary<string, string>
        {
            ["Input.Persoon"] = $"{Ilse}/burgemeester",
            ["Input.Soort"] = "uitgesloten",
            ["Input.Reden"] = Reason,
            ["Input.VraagAan"] = "De coördinator",
        }, "form[data-bewaart]");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync(page)).ShouldContain(Reason);
        (await Plaatsvervanger.Get(signal)).Is(HttpStatusCode.NotFound);

        using var fg = Fixture.Portal.Browser();
        (await fg.LogInAsync("fg.voorbeeldstad", PortalFixture.PasswordOf("fg.voorbeeldstad"), "/werkvoorraad")).EnsureSuccessStatusCode();
        (await fg.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> ByPolice()
    {
        var signal = PathOf((await Politie.Post("signalen", Words.Signaal(Words.Politiegegeven("waarneming", "Een collega.")))).Is(HttpStatusCode.Created));
        (await Politie.Post($"{signal}/stappen", Words.Aanmelden)).Is(HttpStatusCode.OK);
        return signal;
    }

    private static object Out(string person) => new { soort = "uitgesloten", persoon = person, reden = Reason, vraagAan = "De coördinator van de gemeente" };

    private static async Task<string> PageAsync(HttpClient browser, string path, string id)
    {
        using var answer = await browser.GetAsync(path);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', RandomFields.HeadersOf(answer))}\n{RandomFields.Remove(await answer.Content.ReadAsStringAsync(), id)}";
    }
}
