namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V04, V07 and V09: the three weigh, and it is not for this law. What is needed goes its own way.</summary>
[Collection(InBrowser.Name)]
[Trait("Category", "Lang")]
public sealed class NietVoorgelegdTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task V04_Henk_heeft_een_mening_en_een_schuld()
    {
        var stad = Stad.Modelveen(browser);
        var (burgemeester, politie, om) = (await stad.Burgemeester, await stad.Politie, await stad.Om);
        var zaak = await burgemeester.Registreer("Een inwoner stuurt bekeuringen terug met een brief dat de wet voor hem niet geldt.", new Gegeven("achternaam", "Bakker"));
        await burgemeester.MeldAan(zaak, "De brieven zijn gelezen. Er staat geen bedreiging in.");
        await burgemeester.BrengInWeging(zaak);

        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "niet_in_overeenstemming", "Dit is een mening en een schuld. Gewone schuldhulp past beter.");
        await drie.LegtVast(zaak, "uitkomst", ("uitkomst", "advies_regulier"), ("toelichting", "Schuldhulp past beter."));
        // His debts are for who helps with debts: they are in no item, so the police do not get them.
        await burgemeester.LegVast(zaak, "zorg_overdracht", ("aan", "Schuldhulpverlening"), ("grond", "toestemming"), ("wat", "Dat hij hulp bij zijn post en rekeningen wil."));
        await om.StelWegingVast(zaak);

        await burgemeester.IsInFase(zaak, "Niet voorgelegd");
        foreach (var ander in new[] { politie, om, await stad.College })
            await ander.KentNiet(zaak);
    }

    [BrowserFact]
    public async Task V07_Ruben_is_voor_politie_en_OM()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om) = (await stad.Burgemeester, await stad.Politie, await stad.Om);
        var zaak = await om.Registreer("In een onderzoek naar brandstichting komt een man voor die anderen oproept om mee te doen.", new Gegeven("achternaam", "Tol").Wjsg());
        await om.MeldAan(zaak, "Uit het onderzoek zelf; met de zaaksofficier besproken.");
        await om.BrengInWeging(zaak);
        await om.VoegToe(zaak, new Gegeven("lopend_onderzoek", "Een aanhouding is gepland.", "Bepaalt of er iets anders kan dan strafrecht.").Wjsg().Bijzonder("Zonder dit kan het OM zijn oordeel niet geven."));
        await om.HoudAchter(zaak, "Lopend strafrechtelijk onderzoek", "De aanhouding mag niet mislukken.");
        await om.Ziet(zaak, "Een aanhouding is gepland.");
        foreach (var ander in new[] { burgemeester, politie })
            await ander.ZietNiet(zaak, "aanhouding", "Lopend strafrechtelijk onderzoek");

        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "niet_in_overeenstemming", "Een strafrechtelijk onderzoek gaat hier voor.");
        await drie.LegtVast(zaak, "uitkomst", ("uitkomst", "strafrecht"), ("toelichting", "Het OM pakt dit op."));
        await om.StelWegingVast(zaak);

        await burgemeester.IsInFase(zaak, "Niet voorgelegd");
        foreach (var ander in new[] { politie, om, await stad.College })
            await ander.KentNiet(zaak);
    }

    [BrowserFact]
    public async Task V09_Bram_is_ziek_en_krijgt_zorg()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om) = (await stad.Burgemeester, await stad.Politie, await stad.Om);
        var melding = await stad.Melding(politie, "politie", "Een jongen riep op straat leuzen van IS en huilde daarna. Hij leek in de war.", "Jaspers", "burger");
        var zaak = melding.Zaak;
        await politie.MaakSignaal(zaak);
        await politie.LegNoodzaakVast(zaak, "Aanleiding", "Dit is wat er op straat is gezien en gehoord.");
        await politie.LegNoodzaakVast(zaak, "Achternaam", "Nodig om te weten over wie het gaat.");
        await politie.MeldAan(zaak, "De agent die erbij was, is gehoord.");
        await politie.BrengInWeging(zaak);
        // Only who is qualified says something about health.
        (await politie.MagNietToevoegen(zaak, new Gegeven("gezondheid_deskundige", "Psychose.").Wpg().Bijzonder("Nodig om te wegen."))).ShouldNotBeEmpty();

        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "meer_informatie", "Het kan ziekte zijn. Dat moet eerst duidelijk worden.");
        await politie.BeginNieuweRonde(zaak);
        await politie.LegNoodzaakVast(zaak, "Achternaam", "Nodig om de vraag te beantwoorden.", "college");
        await politie.Raadpleeg(zaak, "college", "Is er zorg betrokken?");
        var college = await stad.College;
        await college.VoegToe(zaak, new Gegeven("zorg_betrokken", "Ja. Contact via de regisseur zorg.", "Nodig om zelfredzaamheid te wegen.").Bijzonder("Alleen dat er zorg is; meer is nu niet nodig."));
        await drie.Weegt(zaak, "niet_in_overeenstemming", "Dit is ziekte. Zorg past beter dan deze aanpak.");
        await drie.LegtVast(zaak, "uitkomst", ("uitkomst", "advies_regulier"), ("toelichting", "De zorg pakt dit op."));
        await burgemeester.LegVast(zaak, "zorg_overdracht", ("aan", "Crisisdienst ggz"), ("grond", "wvggz"), ("wat", "Wat er op straat is gezien."), ("afspraak", "De crisisdienst gaat vandaag langs."));
        await om.StelWegingVast(zaak);

        await burgemeester.IsInFase(zaak, "Niet voorgelegd");
        await melding.MelderLeest("Uw melding is behandeld.");
        foreach (var ander in new[] { politie, om, college })
            await ander.KentNiet(zaak);
    }
}
