namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V15: a report about somebody who works for the municipality.</summary>
[Collection(InBrowser.Name)]
[Trait("Category", "Lang")]
public sealed class BelangTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task V15_Ilse_werkt_zelf_op_het_gemeentehuis()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om, plaatsvervanger) = (await stad.Burgemeester, await stad.Politie, await stad.Om, await stad.Plaatsvervanger);
        var melding = await stad.Melding(politie, "politie", "Een collega van de gemeente heeft een tatoeage van een rechts-extremistische groep.", "Hoekstra", "professional_anders");
        var zaak = melding.Zaak;
        await politie.MaakSignaal(zaak);
        // Before the case comes to the municipality, the police shut out the one whom it is about.
        await politie.SluitUit(zaak, "Plaatsvervangend coördinator Voorbeeldstad", "De melding gaat over deze medewerker zelf.", "De coördinator van de gemeente");
        await politie.LegNoodzaakVast(zaak, "Aanleiding", "Dit is wat er is gezien en gehoord.");
        await politie.VoegToe(zaak, new Gegeven("contra_indicatie", "De melder solliciteerde naar dezelfde functie.", "De melder kan een eigen belang hebben.").Wpg());
        await politie.MeldAan(zaak, "De tatoeage is op een openbare foto te zien. Over de grappen is er maar één bron.");
        await politie.BrengInWeging(zaak);
        await burgemeester.Ziet(zaak, "De melder solliciteerde naar dezelfde functie.");
        await plaatsvervanger.KentNiet(zaak);
        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "niet_in_overeenstemming", "Een tatoeage en grappen. De melder heeft een eigen belang.");
        await om.StelWegingVast(zaak);

        await burgemeester.IsInFase(zaak, "Niet voorgelegd");
        await plaatsvervanger.ZietNietOp("/werkvoorraad", zaak.Pad);
        await plaatsvervanger.KentNiet(zaak);
    }
}
