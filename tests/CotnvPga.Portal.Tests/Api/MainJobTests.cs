using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The main job as programs do it: from a report by a citizen to a plan that runs.</summary>
public sealed class MainJobTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task A_report_becomes_a_case_that_the_right_people_see()
    {
        // A citizen reports, without log-in. The receipt tells received or handled, nothing else.
        var receipt = (string)(await Nobody.Post("meldingen", new
        {
            gemeente = "9901",
            aan = "politie",
            omschrijving = "Mijn buurjongen praat over een aanslag.",
            persoon = new { achternaam = "Van den Berg" },
            melder = new { naam = "Buurvrouw", contact = "06-00000000" },
            soortMelder = "burger",
        })).Is(HttpStatusCode.Accepted)["ontvangstcode"]!;
        (await Nobody.Post("meldingen/_stand", new { ontvangstcode = receipt })).Is(HttpStatusCode.OK)["stand"]!.GetValue<string>().ShouldBe("ontvangen");

        // Only the receiver reads it.
        var report = (await Politie.Get("meldingen")).Is(HttpStatusCode.OK)["meldingen"]!.AsArray().Last()!;
        report["gegevens"]!.AsArray().Select(g => (string)g!["veld"]!).ShouldBe(["aanleiding", "achternaam", "inbrenger"], ignoreOrder: true);
        (await Om.Get("meldingen")).Is(HttpStatusCode.OK)["meldingen"]!.AsArray().ShouldNotContain(m => (string)m!["id"]! == (string)report["id"]!);
        var signal = $"signalen/{report["id"]}";

        // The receiver makes a signal of it, adds what the police know, and registers it.
        (await Politie.Post($"meldingen/{report["id"]}/signaal", new { })).Is(HttpStatusCode.Created)["fase"]!.GetValue<string>().ShouldBe("melding");
        (await Nobody.Post("meldingen/_stand", new { ontvangstcode = receipt }))["stand"]!.GetValue<string>().ShouldBe("behandeld");
        (await Politie.Post($"{signal}/stappen", Words.Aanmelden)).Is(HttpStatusCode.OK)["fase"]!.GetValue<string>().ShouldBe("aanmelding");
        (await Politie.Post($"{signal}/gegevens", new { gegevens = new[] { Words.Politiegegeven("politiemutaties", "Twee meldingen van bedreiging.") } })).Is(HttpStatusCode.Created);
        (await Politie.Post($"{signal}/stappen", Words.Stap("in_weging"))).Is(HttpStatusCode.OK)["fase"]!.GetValue<string>().ShouldBe("weging");

        // The three weigh; nobody reads another's judgement before giving the own one.
        (await Politie.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Is(HttpStatusCode.Created);
        (await Om.Get(signal)).Is(HttpStatusCode.OK)["wegingen"].ShouldBeNull();
        (await Om.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Is(HttpStatusCode.Created);
        (await Om.Get(signal))["wegingen"]!.AsArray().Count.ShouldBe(2);
        (await Burgemeester.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Is(HttpStatusCode.Created);
        (await Burgemeester.Post($"{signal}/stappen", Words.Stap("weging_vaststellen"))).Is(HttpStatusCode.OK)["fase"]!.GetValue<string>().ShouldBe("verzameling");

        // Together they fix who takes part.
        var participants = Words.Deelnemers("burgemeester", "politie", "om", "college");
        (await Burgemeester.Post($"{signal}/stappen", participants)).Is(HttpStatusCode.Accepted)["wachtOp"]!.AsArray().Select(p => (string)p!).ShouldBe(["om", "politie"]);
        (await Politie.Get($"{signal}/voorstellen/deelnemers_vaststellen")).Is(HttpStatusCode.OK)["woorden"]!["deelnemers"]!.AsArray().Count.ShouldBe(4);
        (await Politie.Post($"{signal}/stappen", participants)).Is(HttpStatusCode.Accepted);
        (await College.Get(signal)).Is(HttpStatusCode.NotFound);
        (await Om.Post($"{signal}/stappen", participants)).Is(HttpStatusCode.OK)["fase"]!.GetValue<string>().ShouldBe("casusoverleg");

        // Who takes part sees what the law lets it see; who does not, sees nothing.
        (await College.Get(signal)).Is(HttpStatusCode.OK)["fase"]!.GetValue<string>().ShouldBe("casusoverleg");
        (await Reclassering.Get(signal)).Is(HttpStatusCode.NotFound);

        foreach (var person in new[] { Om, Burgemeester })
            (await person.Post($"{signal}/stappen", Words.Plan)).Is(HttpStatusCode.Accepted);
        (await Politie.Post($"{signal}/stappen", Words.Plan)).Is(HttpStatusCode.OK)["fase"]!.GetValue<string>().ShouldBe("uitvoering");
    }
}
