namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V03, V08 and V13: a plan that is made, carried out, evaluated and closed.</summary>
[Collection(InBrowser.Name)]
[Trait("Category", "Lang")]
public sealed class PlanTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task V03_Sanne_wil_weg_en_haar_gezin_krijgt_hulp()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om, college, raad) = (await stad.Burgemeester, await stad.Politie, await stad.Om, await stad.College, await stad.Raad);
        var melding = await stad.Melding(burgemeester, "burgemeester", "Mijn zus praat elke avond met een vrouw in een kamp. Zij wil daar met de kinderen heen.", "Koster", "familie");
        var zaak = melding.Zaak;
        await burgemeester.MaakSignaal(zaak);
        await burgemeester.LegNoodzaakVast(zaak, "Aanleiding", "Hieruit blijkt het plan om te vertrekken.");
        await burgemeester.LegNoodzaakVast(zaak, "Achternaam", "Nodig om de juiste persoon te vinden.");
        await burgemeester.MeldAan(zaak, "De zus is teruggebeld. Feiten en zorgen zijn apart opgeschreven.");
        await burgemeester.BrengInWeging(zaak);
        await politie.VoegToe(zaak, new Gegeven("reissignaal", "Zij vroeg drie keer naar vluchten.", "Laat zien hoe ver de plannen zijn.").Wpg("18"));
        await burgemeester.LegNoodzaakVast(zaak, "Achternaam", "Nodig om het gezin te vinden.", "college");
        await burgemeester.Raadpleeg(zaak, "college", "Wat weet u over het gezin?");
        await college.VoegToe(zaak, new Gegeven("kinderen_in_gezin", "Twee kinderen van 4 en 7 jaar.", "Nodig om sociale relaties te wegen."));
        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "in_overeenstemming", "Het plan om te vertrekken is concreet. Hulp voor het gezin kan dat nog keren.");
        await om.StelWegingVast(zaak);
        await drie.StelDeelnemersVast(zaak, ("burgemeester", "Voert de regie."), ("politie", "Houdt zicht op een vertrek."), ("om", "Weegt een maatregel."), ("college", "Schuldhulp en opvoedhulp."), ("rvdk", "De kinderen zijn vier en zeven."));
        await burgemeester.LegNoodzaakVast(zaak, "Kinderen in het gezin", "De raad gaat over de kinderen.", "rvdk");
        await drie.StelPlanVast(zaak, "De kinderen wonen en leren hier veilig.", "Elke week opvoedhulp.", "college");
        await college.LegVast(zaak, "plan_doel", ("leefgebied", "gezin_familie"), ("doel", "De kinderen wonen en leren hier veilig."));
        await college.LegVast(zaak, "plan_interventie", ("interventie", "familieondersteuning"), ("leefgebied", "gezin_familie"), ("afspraak", "Elke week een gesprek met moeder en de zus."), ("doelen", "alle"), ("eigenaar", "college"), ("klaar_op", Collega.Over(30)));
        await drie.LegtVast(zaak, "plan_versie", ("reden", "Het plan per leefgebied uitgewerkt."), ("doelen", "alle"), ("interventies", "alle"));

        await burgemeester.IsInFase(zaak, "Uitvoering");
        await raad.Ziet(zaak, "Twee kinderen van 4 en 7 jaar.");
        await raad.ZietNiet(zaak, "drie keer naar vluchten");
        await politie.Ziet(zaak, "drie keer naar vluchten");
        await college.ZietOp($"{zaak.Pad}/plan", "Elke week een gesprek met moeder en de zus.");
    }

    [BrowserFact]
    public async Task V08_Amir_komt_vrij_en_krijgt_een_kamer_en_werk()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om, college, reclassering) = (await stad.Burgemeester, await stad.Politie, await stad.Om, await stad.College, await stad.Reclassering);
        var zaak = await reclassering.Registreer("Een man komt over zes weken vrij uit een afdeling voor terroristen en gaat weer hier wonen.", bij: "burgemeester",
            new Gegeven("achternaam", "Demir", "Nodig om de terugkeer voor te bereiden."),
            new Gegeven("reclasseringstoezicht", "Toezicht van drie jaar.", "Het plan sluit hierop aan.").Bijzonder("De voorwaarden bepalen wat er kan."));
        await burgemeester.BrengInWeging(zaak);
        await om.VoegToe(zaak, new Gegeven("detentie_vrijlating", "Komt over zes weken vrij.", "Bepaalt hoeveel tijd er is.").Wjsg().Bijzonder("Zonder de datum is er geen plan te maken."));
        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "in_overeenstemming", "Zonder woning en begeleiding is de kans op terugval groot.");
        await politie.StelWegingVast(zaak);
        await drie.StelDeelnemersVast(zaak, ("burgemeester", "Voert de regie."), ("politie", "Houdt zicht op oude contacten."), ("om", "Ziet toe op de voorwaarden."), ("college", "Woning en inkomen."), ("reclassering", "Voert het toezicht uit."));
        await om.LegNoodzaakVast(zaak, "Detentie", "Nodig om het toezicht op tijd te laten beginnen.", "reclassering", "De datum bepaalt wanneer het toezicht begint.");
        await college.VoegToe(zaak, new Gegeven("huisvesting", "Er is een kamer met begeleiding vrij.", "Wonen is het eerste doel."));
        await drie.StelPlanVast(zaak, "Een vaste plek om te wonen.", "Kamer met begeleiding.", "college");
        await drie.LaatToe(zaak, "derde", "Dhr. P. Huizinga", "Woonstichting", "deskundigheid", "Verhuurt de kamer.");

        await burgemeester.IsInFase(zaak, "Uitvoering");
        await reclassering.Ziet(zaak, "Komt over zes weken vrij.");
        await college.ZietNiet(zaak, "Komt over zes weken vrij.");
        // The landlord gets nothing of justice, from nobody.
        foreach (var lid in new[] { burgemeester, om, reclassering })
            await lid.ZietNietOp($"{zaak.Pad}/overleg/verstrekken?aan=derde", "Komt over zes weken vrij.");
    }

    [BrowserFact]
    public async Task V13_Mark_heeft_werk_en_een_woning_en_de_zaak_gaat_dicht()
    {
        var stad = Stad.Modelveen(browser);
        var (burgemeester, politie, om, college) = (await stad.Burgemeester, await stad.Politie, await stad.Om, await stad.College);
        var zaak = await politie.Registreer("Een man riep in een groep op om een gemeentehuis aan te vallen.", new Gegeven("achternaam", "Postma").Wpg());
        await politie.MeldAan(zaak, "De berichten zijn bewaard en gelezen.");
        await politie.BrengInWeging(zaak);
        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "in_overeenstemming", "De oproep was ernstig; hulp bij wonen en werk kan het keren.");
        await burgemeester.StelWegingVast(zaak);
        await drie.StelDeelnemersVast(zaak, ("burgemeester", "Voert de regie."), ("politie", "Houdt contact."), ("om", "Weegt strafrecht."), ("college", "Woning en werk."));
        await drie.StelPlanVast(zaak, "Werk en een woning.", "Begeleid werk bij de groenvoorziening.", "college");
        await politie.Evalueer(zaak, nogNodig: true, "Hij werkt. De woning is nog niet rond.");
        await burgemeester.Evalueer(zaak, nogNodig: false, "Geen zorgen meer. Hij heeft werk en een woning.");
        await burgemeester.LegVast(zaak, "plan_evaluatie", ("nieuwe_zorgen", "nee"), ("richting", "stoppen"), ("toelichting", "De gewone hulp neemt het over."));

        await drie.SluitAf(zaak, "doelen_bereikt", "Alle doelen zijn bereikt.");

        // Closed for all at once; his request is still answered, for everybody together.
        foreach (var lid in new[] { politie, om, college })
            await lid.KentNiet(zaak);
        await burgemeester.LegVerzoekVast(zaak, "inzage", "betrokkene");
        await burgemeester.BeslisOpVerzoek(zaak, "toegewezen", "U krijgt de kopie bij deze brief.");
    }
}
