using System.Net;
using System.Text;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Corrections, proposals, tests and documents of an item, as programs use them.</summary>
public sealed class KwaliteitTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly object Right = new { waarde = "Op 3 november gezien.", reden = "De dag klopte niet." };

    [Fact]
    public async Task A_correction_keeps_the_old_text_and_tells_who_read_it()
    {
        var (signal, item) = await SeenAsync();
        (await Om.Put($"gegevens/{item}/waarde", Right)).Is(HttpStatusCode.Forbidden)["grondslagen"]!.ToJsonString().ShouldContain("besluit-pga:8");
        (await Burgemeester.Put($"gegevens/{item}/waarde", new { reden = 3 })).WrongFields.ShouldBe(["reden", "waarde"], ignoreOrder: true);
        (await Burgemeester.Put($"gegevens/{item}/waarde", Right)).Is(HttpStatusCode.NoContent);
        (await Burgemeester.Put($"gegevens/{item}/waarde", Right)).Missing.ShouldBe(["andere_tekst"]);

        var history = (await Om.Get($"gegevens/{item}/geschiedenis")).Is(HttpStatusCode.OK);
        history["gegeven"]!["waarde"]!.GetValue<string>().ShouldBe("Op 3 november gezien.");
        history["eerder"]![0]!["waarde"]!.GetValue<string>().ShouldBe("Op 2 november gezien.");
        history["terugmeldingen"]![0]!["soort"]!.GetValue<string>().ShouldBe("correctie");
        (await Om.Put($"gegevens/{item}/terugmeldingen", new { })).Is(HttpStatusCode.NoContent);
        (await Om.Get(signal)).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Single(g => (string)g!["id"]! == item)!["kwaliteit"]!["openTerugmeldingen"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_proposal_waits_for_the_supplier()
    {
        var (_, item) = await SeenAsync();
        var proposal = (await Om.Post($"gegevens/{item}/voorstellen", Right)).Is(HttpStatusCode.Created)["id"]!.GetValue<string>();
        (await Burgemeester.Post($"gegevens/{item}/voorstellen", Right)).Is(HttpStatusCode.Forbidden);
        (await Politie.Get($"gegevens/{item}/geschiedenis")).Is(HttpStatusCode.OK)["voorstellen"]!.AsArray().ShouldBeEmpty();
        (await Burgemeester.Put($"gegevens/{item}/voorstellen/{Guid.NewGuid()}", new { besluit = "geweigerd", reden = "Nee." })).Is(HttpStatusCode.NotFound);
        (await Burgemeester.Put($"gegevens/{item}/voorstellen/{proposal}", new { besluit = "aangenomen", reden = "Klopt." })).Is(HttpStatusCode.NoContent);
        (await Burgemeester.Put($"gegevens/{item}/voorstellen/{proposal}", new { besluit = "geweigerd", reden = "Toch niet." })).Missing.ShouldBe(["open_voorstel"]);
        (await Om.Get($"gegevens/{item}/geschiedenis")).Is(HttpStatusCode.OK)["voorstellen"]![0]!["besluit"]!.GetValue<string>().ShouldBe("aangenomen");
    }

    [Fact]
    public async Task A_test_stands_beside_the_item()
    {
        var (_, item) = await SeenAsync();
        (await Burgemeester.Put($"gegevens/{item}/toets", new { toelichting = " " })).WrongFields.ShouldBe(["toelichting"]);
        (await Burgemeester.Put($"gegevens/{item}/toets", new { toelichting = "Nagekeken." })).Is(HttpStatusCode.NoContent);
        (await Om.Get($"gegevens/{item}/geschiedenis")).Is(HttpStatusCode.OK)["gegeven"]!["kwaliteit"]!["getoetstDoor"]!.GetValue<string>().ShouldBe("burgemeester");
    }

    [Fact]
    public async Task Police_data_say_that_they_are_secret()
    {
        var signal = await InWeging();
        (await Politie.Post($"{signal}/gegevens", new { gegevens = new[] { Words.Politiegegeven("politiemutaties", "Drie mutaties.") } })).Is(HttpStatusCode.Created);
        (await Om.Get(signal)).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Single(g => (string?)g!["veld"] == "politiemutaties")!["geheimhouding"]!.GetValue<string>().ShouldBe("wpg");
    }

    [Fact]
    public async Task Where_an_item_comes_from_goes_in_and_comes_out()
    {
        var online = new
        {
            veld = "online_uiting",
            waarde = "Deelt een lied.",
            noodzaak = "Om te wegen.",
            noodzaakBijzonder = "Anders is het niet te duiden.",
            herkomst = new { aard = "feit", bron = "open_bron", betrouwbaarheid = "aannemelijk", vindplaats = "https://voorbeeld.example/lied, 3 november" },
        };
        var wrong = new { veld = "waarneming", waarde = "", noodzaak = "x", herkomst = new { bron = "buurman", stand = "geen", aard = "mening" } };
        var signal = await InWeging(online);
        (await Burgemeester.Post($"{signal}/gegevens", new { gegevens = new[] { wrong } })).WrongFields.ShouldBe(["gegevens[0].herkomst.bron", "gegevens[0].herkomst.aard"]);
        var origin = (await Om.Get(signal)).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Single(g => (string?)g!["veld"] == "online_uiting")!["herkomst"]!;
        (origin["bron"]!.GetValue<string>(), origin["vindplaats"]!.GetValue<string>()).ShouldBe(("open_bron", online.herkomst.vindplaats));
    }

    [Fact]
    public async Task A_document_is_given_to_who_sees_the_item_to_be_saved_and_never_shown()
    {
        var (signal, item) = await SeenAsync();
        var bytes = Encoding.UTF8.GetBytes("De leraar schrijft: hij is vaak weg.");
        var letter = new { naam = "Brief van café.txt", inhoud = Convert.ToBase64String(bytes) };
        (await Om.Post($"gegevens/{item}/bijlagen", letter)).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Post($"gegevens/{item}/bijlagen", new { naam = "a.txt", inhoud = "geen base64!" })).WrongFields.ShouldBe(["inhoud"]);
        (await Burgemeester.PostRaw($"gegevens/{item}/bijlagen", "{\"naam\":\"a.txt\",\"inhoud\":\"\\ud800\"}"u8.ToArray())).WrongFields.ShouldBe(["inhoud"], "half a character is valid JSON and no text");
        (await Burgemeester.Post($"gegevens/{item}/bijlagen", letter with { naam = "a.pdf" })).WrongFields.ShouldBe(["naam"]);
        var added = (await Burgemeester.Post($"gegevens/{item}/bijlagen", letter)).Is(HttpStatusCode.Created);

        (await Om.Get(signal)).Is(HttpStatusCode.OK)["gegevens"]!.AsArray().Single(g => (string)g!["id"]! == item)!["bijlagen"]![0]!["naam"]!.GetValue<string>().ShouldBe(letter.naam);
        using var http = await Fixture.ProgramAsync("om.voorbeeldstad");
        using var file = await http.GetAsync(added.Headers["Location"]);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(letter.naam);
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var outsider = await Fixture.ProgramAsync("reclassering.voorbeeldstad");
        using var nothing = await outsider.GetAsync(added.Headers["Location"]);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_of_ten_megabytes_fits_and_a_larger_one_is_told_so()
    {
        var (_, item) = await SeenAsync();
        object Of(int size) => new { naam = "groot.txt", inhoud = Convert.ToBase64String(Enumerable.Repeat((byte)'a', size).ToArray()) };
        (await Burgemeester.Post($"gegevens/{item}/bijlagen", Of(10 * 1024 * 1024))).Is(HttpStatusCode.Created);
        (await Burgemeester.Post($"gegevens/{item}/bijlagen", Of(10 * 1024 * 1024 + 1))).WrongFields.ShouldBe(["inhoud"]);
        (await Burgemeester.Post($"gegevens/{item}/bijlagen", Of(11 * 1024 * 1024))).Is(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<(string Signal, string Item)> SeenAsync()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Op 2 november gezien.", "burgemeester"));
        return (signal, (await ItemsFor(Om, signal))["waarneming"]);
    }
}
