namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V12: somebody moves while the plan runs.</summary>
[Collection(InBrowser.Name)]
[Trait("Category", "Lang")]
public sealed class VerhuizingTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task V12_Nadia_verhuist_en_de_nieuwe_gemeente_begint_zelf()
    {
        var (hier, daar) = (Stad.Voorbeeldstad(browser), Stad.Modelveen(browser));
        var (burgemeester, politie, college) = (await hier.Burgemeester, await hier.Politie, await hier.College);
        var zaak = await burgemeester.Registreer("Een vrouw verzamelt geld voor gezinnen van strijders.", new Gegeven("achternaam", "Osman"), new Gegeven("waarneming", "Zij haalde op de markt geld op.", "Nodig om te wegen."));
        await burgemeester.MeldAan(zaak, "Twee bronnen die elkaar niet kennen zeggen hetzelfde.");
        await burgemeester.BrengInWeging(zaak);
        var drie = await hier.Weegploeg();
        await drie.Weegt(zaak, "in_overeenstemming", "De geldstroom en de oproepen samen passen bij het doel.");
        await politie.StelWegingVast(zaak);
        await drie.StelDeelnemersVast(zaak, ("burgemeester", "Voert de regie."), ("politie", "Volgt de geldstroom."), ("om", "Weegt strafrecht."), ("college", "Werk en inkomen."));
        await drie.StelPlanVast(zaak, "Werk of een opleiding.", "Begeleiding naar werk.", "college");
        await burgemeester.LegNoodzaakVast(zaak, "Achternaam", "Zij verhuist naar Modelveen.", "casusoverleg_elders");

        await drie.DraagtOver(zaak, "9902", "Zij woont vanaf de eerste van de maand in Modelveen.");
        await burgemeester.LegKlaar(zaak, "9902", "Zij woont vanaf de eerste van de maand in Modelveen.");
        await burgemeester.LegVast(zaak, "warme_overdracht", ("gemeente", "9902"), ("met_wie", "Coördinator van Modelveen"), ("op", Collega.Over(0)), ("besproken", "De hulp die loopt en wie het eerste gesprek voert."));
        var nieuw = await (await daar.Burgemeester).NeemOver();
        await drie.SluitAf(zaak, "anders", "Overgedragen aan Modelveen.");

        foreach (var lid in new[] { politie, college, await hier.Om })
            await lid.KentNiet(zaak);
        var daarBurgemeester = await daar.Burgemeester;
        await daarBurgemeester.IsInFase(nieuw, "Aanmelding");
        await daarBurgemeester.Ziet(nieuw, "Osman");
        await daarBurgemeester.ZietNiet(nieuw, "Zij haalde op de markt geld op.");
        await daarBurgemeester.BrengInWeging(nieuw);
        await daarBurgemeester.KentNiet(zaak);
    }
}
