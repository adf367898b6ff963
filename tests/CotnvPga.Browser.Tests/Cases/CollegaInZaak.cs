namespace CotnvPga.Browser.Tests.Cases;

/// <summary>The steps of a case, and what somebody sees of it.</summary>
internal sealed partial class Collega
{
    public async Task Open(string pad)
    {
        await person.OpenAsync(pad);
        (await person.Page.Locator("h1").First.InnerTextAsync()).ShouldNotBe("Wij vinden deze zaak niet", pad);
    }

    /// <summary>Presses a button and looks whether it was done.</summary>
    public async Task Druk(string knop, string zegt = "")
    {
        await person.PressAsync(knop);
        string.Join('\n', await person.Page.Locator("[role=alert]").AllInnerTextsAsync()).ShouldBeEmpty($"{knop} on {person.Page.Url}");
        (await person.NoticeAsync()).ShouldContain(zegt);
    }

    /// <summary>Presses the first of the buttons that begin with these words.</summary>
    public async Task DrukEerste(string knop)
    {
        await person.GoAsync(() => person.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = knop }).First.ClickAsync());
        (await person.Page.Locator("[role=alert]").CountAsync()).ShouldBe(0, knop);
    }

    public async Task Kies(string veld, string waarde) => await person.ChooseAsync(veld, waarde);

    public async Task Schrijf(string veld, string tekst) => await person.FillAsync(veld, tekst);

    public async Task KiesUitLijst(string veld, string waarde) => await person.SelectAsync(veld, waarde);

    /// <summary>Chooses the first of a list after the empty one.</summary>
    public async Task KiesEerste(string veld) => await person.Page.SelectOptionAsync($"[name='Input.{veld}']", new Microsoft.Playwright.SelectOptionValue { Index = 1 });

    public async Task Vink(string veld) => await person.TickAsync(veld);

    /// <summary>The addresses of the reports that nobody took up yet.</summary>
    public async Task<IReadOnlyList<string>> Meldingen()
    {
        await Open("/meldingen");
        return await person.Page.Locator("td a[href^='/signalen/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
    }

    /// <summary>Name of the fields of a party in the form for who takes part.</summary>
    public async Task<string> RijVan(string partij)
    {
        var name = await person.Page.Locator($"input[type=hidden][value={partij}]").GetAttributeAsync("name");
        return name?["Input.".Length..^".Partij".Length] ?? throw new InvalidOperationException($"{partij} cannot be chosen.");
    }

    /// <summary>Does not bring a report to the three; with somebody else of the same party.</summary>
    public async Task MeldNietAan(Zaak melding, string reden, string toelichting, Collega tweede)
    {
        await StelVoor(melding, "stappen/niet_aanmelden", async () =>
        {
            await Kies("Reden", reden);
            await Schrijf("Toelichting", toelichting);
        });
        await tweede.StemIn(melding, "stappen/niet_aanmelden");
    }

    public Task MaakSignaal(Zaak melding) => Stap(melding, "signaal_maken", "Signaal maken van de melding");

    public Task MeldAan(Zaak zaak, string nagegaan) => Stap(zaak, "aanmelden", "Aanmelden", async () =>
    {
        await Kies("Kwaliteit.Juistheid", "true");
        await Schrijf("Kwaliteit.Toelichting", nagegaan);
    });

    public Task BrengInWeging(Zaak zaak) => Stap(zaak, "in_weging", "In weging brengen");

    public Task StelWegingVast(Zaak zaak) => Stap(zaak, "weging_vaststellen", "Weging vaststellen");

    public Task StelSpoedwegingVast(Zaak zaak, string waarom) =>
        Stap(zaak, "spoed_vaststellen", "Spoedweging vaststellen", () => Schrijf("Spoedreden", waarom));

    public Task BeginNieuweRonde(Zaak zaak) => Stap(zaak, "nieuwe_ronde", "Nieuwe ronde");

    public Task Raadpleeg(Zaak zaak, string partij, string vraag) => Stap(zaak, "raadpleging_openen", "Deelnemer raadplegen", async () =>
    {
        await Kies("Partij", partij);
        await Schrijf("Vraag", vraag);
    });

    public Task Evalueer(Zaak zaak, bool nogNodig, string toelichting) => Stap(zaak, "evalueren", "Evalueren", async () =>
    {
        await Kies("NogNodig", nogNodig ? "true" : "false");
        await Schrijf("Toelichting", toelichting);
    });

    /// <summary>Takes a step that one person takes.</summary>
    public async Task Stap(Zaak zaak, string stap, string naam, Func<Task>? vul = null)
    {
        await Open($"{zaak.Pad}/stappen/{stap}");
        if (vul is not null)
            await vul();
        await Druk(naam);
    }

    /// <summary>Why a step cannot be taken now, as the page of that step says it.</summary>
    public async Task<string> KanNiet(Zaak zaak, string stap)
    {
        await Open($"{zaak.Pad}/stappen/{stap}");
        return await person.Page.InnerTextAsync("main");
    }

    /// <summary>Proposes something that more people must agree to.</summary>
    public async Task StelVoor(Zaak zaak, string wat, Func<Task> vul)
    {
        await Open($"{zaak.Pad}/{wat}");
        await vul();
        await Druk("Doe dit voorstel");
    }

    public async Task StemIn(Zaak zaak, string wat)
    {
        await Open($"{zaak.Pad}/{wat}");
        await Druk("Stem in met dit voorstel");
    }

    /// <summary>Gives items to somebody outside the portal: which ones, and that they were checked.</summary>
    public async Task Verstrek(Zaak zaak, string aan, params string[] teksten)
    {
        await Open($"{zaak.Pad}/overleg/verstrekken?aan={aan}");
        foreach (var text in teksten)
            await person.Page.Locator(".portal-gegeven", new() { HasText = text }).Locator("input[name=Gegevens]").CheckAsync();
        await person.PressAsync("Controleer de verstrekking");
        await person.Page.CheckAsync("[name=Gecontroleerd][type=checkbox]");
        await Druk(teksten.Length == 1 ? "Verstrek 1 gegeven" : $"Verstrek {teksten.Length} gegevens", "verstrekt aan");
    }

    /// <summary>The case is in this phase.</summary>
    public async Task IsInFase(Zaak zaak, string fase)
    {
        await Open(zaak.Pad);
        (await person.Page.Locator(".portal-titel .portal-badge, .portal-titel strong, .portal-titel span").AllInnerTextsAsync()).ShouldContain(fase);
    }

    public async Task Ziet(Zaak zaak, params string[] teksten) => await ZietOp(zaak.Pad, teksten);

    public async Task ZietOp(string pad, params string[] teksten)
    {
        await Open(pad);
        var page = await person.Page.InnerTextAsync("main");
        foreach (var text in teksten)
            page.ShouldContain(text, customMessage: pad);
    }

    public async Task ZietNiet(Zaak zaak, params string[] teksten) => await ZietNietOp(zaak.Pad, teksten);

    public async Task ZietNietOp(string pad, params string[] teksten)
    {
        await Open(pad);
        var page = await person.Page.ContentAsync();
        foreach (var text in teksten)
            page.ShouldNotContain(text, customMessage: pad);
    }

    /// <summary>For this person there is no such case.</summary>
    public async Task KentNiet(Zaak zaak)
    {
        await person.OpenAsync(zaak.Pad);
        (await person.Page.InnerTextAsync("h1")).ShouldBe("Wij vinden deze zaak niet");
    }
}
