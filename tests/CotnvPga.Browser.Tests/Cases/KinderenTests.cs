namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V02, V10 and V14: children. The child protection board takes part, and nobody sees more than his own part asks.</summary>
[Collection(InBrowser.Name)]
public sealed class KinderenTests(PortalInBrowser browser)
{
    private static readonly (string, string)[] MetDeRaad =
    [
        ("burgemeester", "Voert de regie."), ("politie", "Houdt zicht op de veiligheid."), ("om", "Weegt of strafrecht nodig is."),
        ("college", "Regelt jeugdhulp en leerplicht."), ("rvdk", "Het gaat om een kind."),
    ];

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task V02_Daan_heeft_haast_en_de_school_krijgt_alleen_haar_deel()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om) = (await stad.Burgemeester, await stad.Politie, await stad.Om);
        var melding = await stad.Melding(politie, "politie", "In het schrift van een leerling staat een plattegrond van onze school met kruisjes. Hij noemde donderdag.", "Visser", "school");
        var zaak = melding.Zaak;
        await politie.MaakSignaal(zaak);
        await politie.LegNoodzaakVast(zaak, "Aanleiding", "Hieruit blijkt hoe dichtbij een aanslag kan zijn.");
        await politie.LegNoodzaakVast(zaak, "Achternaam", "Nodig om de juiste leerling te vinden.");
        await politie.MeldAan(zaak, "De mentor is teruggebeld. De tekening is gezien door een agent.");
        await politie.BrengInWeging(zaak);
        await politie.VoegToe(zaak, new Gegeven("politiemutaties", "Eén mutatie van vorig jaar.", "Nodig om de bereidheid tot geweld te wegen.").Wpg().Bijzonder("Zonder dit is niet te zien of er eerder geweld was."));

        await politie.Weeg(zaak, "in_overeenstemming", "De waarschuwing aan de klasgenoot maakt dit dringend.");
        await om.Weeg(zaak, "in_overeenstemming", "Hulp en toezicht samen passen nu het best.");
        await politie.StelSpoedwegingVast(zaak, "De leerling noemde donderdag. De school is morgen weer open.");
        await burgemeester.Weeg(zaak, "in_overeenstemming", "Ik bekrachtig het oordeel van gisteravond.");
        await burgemeester.VoegToe(zaak, new Gegeven("gezag_vertegenwoordiger", "Beide ouders hebben het gezag.", "De ouders beslissen mee over hulp."));
        var drie = await stad.Weegploeg();
        await drie.StelDeelnemersVast(zaak, MetDeRaad);
        await drie.LaatToe(zaak, "derde", "Mw. T. Bakker", "Voorbeeldcollege", "deskundigheid", "De school kent de leerling.");
        await burgemeester.VoegToe(zaak, new Gegeven("beschermende_factoren", "Hij vertrouwt zijn mentor.", "Hier kan het plan op bouwen.") { Verstrekker = "derde" });
        await politie.LegNoodzaakVast(zaak, "Achternaam", "De school begeleidt hem elke dag.", "derde");
        await politie.Verstrek(zaak, "derde", "Visser");

        await burgemeester.IsInFase(zaak, "Casusoverleg");
        await burgemeester.Ziet(zaak, "Beide ouders hebben het gezag.");
        await (await stad.Raad).ZietNiet(zaak, "Eén mutatie van vorig jaar.");
        await politie.ZietNietOp($"{zaak.Pad}/overleg/verstrekken?aan=derde", "Eén mutatie van vorig jaar.");
    }

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task V10_Fatima_is_slachtoffer_en_de_ouders_horen_het_later()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, om, raad) = (await stad.Burgemeester, await stad.Om, await stad.Raad);
        var zaak = await (await stad.College).Registreer("Een meisje trekt zich terug. Een oudere man wil met haar trouwen in het buitenland.", bij: "burgemeester",
            new Gegeven("achternaam", "Rahimi", "Nodig om haar te kunnen helpen."), new Gegeven("netwerk", "Eén contact online met een man van rond de dertig.", "Nodig om sociale relaties te wegen."));
        await burgemeester.BrengInWeging(zaak);
        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "in_overeenstemming", "Zij is vooral slachtoffer. Snelle bescherming is nodig.");
        await om.StelWegingVast(zaak);
        await drie.StelDeelnemersVast(zaak, MetDeRaad);
        await burgemeester.LegNoodzaakVast(zaak, "Achternaam", "Nodig om haar te kunnen helpen.", "rvdk");

        await raad.LegVastBij(zaak, "De betrokkene informeren", "Nog niet informeren", ("grond", "bescherming_personen"), ("motivering", "Horen de ouders het nu, dan kan zij meteen worden weggestuurd."), ("heroverwegen", Collega.Over(14)));

        await burgemeester.IsInFase(zaak, "Casusoverleg");
        await burgemeester.ZietOp($"{zaak.Pad}/stukken", "Nog niet informeren", "Horen de ouders het nu");
        await raad.Ziet(zaak, "Rahimi");
        // Of the man there is no case of its own in hers: only what she needs is in it.
        await raad.ZietNiet(zaak, "rond de dertig");
    }

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task V14_Tijn_heeft_een_zaak_en_zijn_broer_Sem_niet()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie) = (await stad.Burgemeester, await stad.Politie);
        var zaak = await (await stad.College).Registreer("Een jongen van dertien zit in een online groep die aanslagen bespreekt. Zijn broer vertelde het op school.", bij: "politie",
            new Gegeven("achternaam", "Wolters", "Nodig om hem te kunnen helpen."), new Gegeven("voornamen", "Tijn", "Nodig om hem te kunnen helpen."), new Gegeven("huishoudleden", "Moeder en broer Sem van vijftien.", "Nodig om sociale relaties te wegen."));
        await politie.BrengInWeging(zaak);
        var drie = await stad.Weegploeg();
        await drie.Weegt(zaak, "in_overeenstemming", "Hij is jong en de groep is gevaarlijk.");
        await politie.StelWegingVast(zaak);
        await drie.StelDeelnemersVast(zaak, MetDeRaad);
        await drie.StelPlanVast(zaak, "Tijn voetbalt elke week en is van de groep af.", "Gesprekken met Tijn en moeder.", "college");

        // Sem asks to correct what is said of him, and gets only that.
        await burgemeester.LegVerzoekVast(zaak, "rectificatie", "relatie", "Leden van het huishouden");
        await burgemeester.BeslisOpVerzoek(zaak, "toegewezen", "Wij verbeteren wat er over u staat.");

        await burgemeester.IsInFase(zaak, "Uitvoering");
        await burgemeester.Ziet(zaak, "Moeder en broer Sem van vijftien.");
        await (await stad.Raad).ZietNiet(zaak, "broer Sem");
    }
}
