namespace CotnvPga.Browser.Tests.Cases;

/// <summary>What somebody does for the person whom a case is about, and for a municipality that takes over.</summary>
internal sealed partial class Collega
{
    /// <summary>Presses a button and is refused, with a reason.</summary>
    public async Task<string> WordtGeweigerd(string knop)
    {
        await person.PressAsync(knop);
        var alert = await person.Page.Locator("[role=alert]").First.InnerTextAsync();
        alert.ShouldNotBeEmpty();
        return alert;
    }

    /// <summary>Notes a request at the contact point; of somebody around the person with the items that are about him.</summary>
    public async Task LegVerzoekVast(Zaak zaak, string soort, string verzoeker, string? overZichzelf = null)
    {
        await Open($"{zaak.Pad}/rechten/verzoek");
        await Kies("Soort", soort);
        await Kies("Verzoeker", verzoeker);
        if (overZichzelf is not null)
            await person.Page.GetByLabel(overZichzelf).First.CheckAsync();
        await Druk("Leg het verzoek vast");
    }

    public async Task BeslisOpVerzoek(Zaak zaak, string uitkomst, string brief)
    {
        await Open($"{zaak.Pad}/rechten");
        await person.FollowAsync("Beslissen");
        await Kies("Uitkomst", uitkomst);
        await Schrijf("Besluit", brief);
        await Druk("Neem het besluit");
        (await person.Page.InnerTextAsync("main")).ShouldContain(brief);
    }

    /// <summary>Puts ready for another municipality what may go along.</summary>
    public async Task LegKlaar(Zaak zaak, string gemeente, string waarom)
    {
        await Open($"{zaak.Pad}/overdracht");
        await KiesUitLijst("Gemeente", gemeente);
        await Schrijf("Toelichting", waarom);
        await Druk("Leg klaar wat mee mag");
    }

    /// <summary>Finds in the worklist what another municipality put ready, and takes it over.</summary>
    public async Task<Zaak> NeemOver()
    {
        await Open("/werkvoorraad?lijst=alle");
        var cases = await person.Page.Locator("td a[href^='/signalen/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href').match(/^.signalen.[0-9a-f-]{36}/)?.[0]))].filter(a => a)");
        foreach (var path in cases)
        {
            await person.OpenAsync($"{path}/overdracht");
            if (await person.Page.GetByText("Neem over", new() { Exact = true }).CountAsync() == 0)
                continue;
            await Druk("Neem over");
            return new Zaak(path);
        }
        throw new InvalidOperationException("Nothing waits to be taken over.");
    }
}
