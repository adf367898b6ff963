namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V05: haste, then criminal law goes first, and the adviser of the NCTV comes to one meeting without the file.</summary>
[Collection(InBrowser.Name)]
[Trait("Category", "Lang")]
public sealed class StrafrechtEerstTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task V05_Gerard_wacht_op_het_OM_en_daarna_gaat_de_aanpak_verder()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var (burgemeester, politie, om, college) = (await stad.Burgemeester, await stad.Politie, await stad.Om, await stad.College);
        var zaak = await politie.Registreer("Een man opende de deur in een kogelwerend vest en zei: kom mij maar halen.", new Gegeven("achternaam", "Meulman", "Nodig om de vergunning te vinden.").Wpg());
        await politie.MeldAan(zaak, "De deurwaarder is gehoord. Feit en indruk staan apart.");
        await politie.BrengInWeging(zaak);
        await politie.VoegToe(zaak, new Gegeven("wapens_capaciteit", "Verlof voor twee jachtgeweren.", "Bepaalt hoe gevaarlijk het is.").Wpg("18").Bijzonder("Zonder dit is de bereidheid tot geweld niet te wegen."));
        await om.VoegToe(zaak, new Gegeven("lopend_onderzoek", "Onderzoek naar bedreiging van de deurwaarder.", "Bepaalt of strafrecht voorgaat.").Wjsg().Bijzonder("Zonder dit kan het OM zijn oordeel niet uitleggen."));
        await politie.Weeg(zaak, "in_overeenstemming", "De woorden en de wapens samen maken dat dit bij het doel past.");
        await om.Weeg(zaak, "in_overeenstemming", "Het onderzoek loopt, en daarna is een aanpak nodig.");
        await politie.StelSpoedwegingVast(zaak, "Morgen komt de deurwaarder terug.");
        await burgemeester.Weeg(zaak, "in_overeenstemming", "Ik bekrachtig het oordeel.");

        var drie = await stad.Weegploeg();
        await drie.LegtVast(zaak, "pauze_strafrecht", ("herbeoordelen", Collega.Over(14)), ("reden", "Het onderzoek naar de bedreiging gaat voor."), ("wat_doorgaat", "De wapenvergunning wordt bekeken."));
        await burgemeester.Ziet(zaak, "strafrecht gaat voor, opnieuw bekijken");
        await drie.LegtVastBij(zaak, "Pauze: strafrecht gaat voor", "Pauze beëindigen", ("vervolg", "hervatten"), ("toelichting", "Het OM heeft gedagvaard; de aanpak kan verder."));
        await burgemeester.ZietNiet(zaak, "strafrecht gaat voor, opnieuw bekijken");

        await drie.StelDeelnemersVast(zaak, ("burgemeester", "Voert de regie."), ("politie", "Trekt het verlof in."), ("om", "Vervolgt de bedreiging."), ("college", "Regelt schuldhulp."));
        await burgemeester.LegVast(zaak, "nctv_toets", ("taak", "ja"), ("waarom", "De samenwerking met de deurwaarders is nieuw."));
        await drie.LegtVast(zaak, "nctv_verzoek", ("grondslag", "taak_cotnv"), ("doel", "samenwerking"), ("overleg", Collega.Over(7)));
        await Beoordelen(await stad.Wie("nctv.adviseur"), await stad.Wie("nctv.compliance"));
        await drie.LaatToe(zaak, "nctv", "Lokaal adviseur", "NCTV", "taak_cotnv", "Helpt de samenwerking op gang.");

        await burgemeester.IsInFase(zaak, "Casusoverleg");
        await burgemeester.ZietOp($"{zaak.Pad}/overleg", "Lokaal adviseur");
        await college.ZietNiet(zaak, "jachtgeweren", "bedreiging van de deurwaarder");
        foreach (var lid in new[] { burgemeester, politie, om })
            await lid.ZietNietOp($"{zaak.Pad}/overleg/verstrekken?aan=nctv", "jachtgeweren", "bedreiging van de deurwaarder", "Meulman");
        await (await stad.Wie("nctv.adviseur")).KentNiet(zaak);
        await burgemeester.LegVastBij(zaak, "Adviseur van de NCTV vragen", "Overleg met de adviseur afgerond", ("kreeg", "nee"), ("toelichting", "Hij bracht de deurwaarders en de politie bij elkaar."));
    }

    /// <summary>At the NCTV somebody assesses whether this is the minister's task, and another one agrees; neither sees the case.</summary>
    private static async Task Beoordelen(Collega adviseur, Collega tweede)
    {
        await adviseur.ZietNietOp("/coordinatie", "Meulman");
        await adviseur.KiesEerste("Zetel");
        await adviseur.Kies("Wet", "taak_cotnv");
        await adviseur.Schrijf("Toelichting", "Samenwerking tussen organisaties vraagt hulp.");
        await adviseur.Druk("Leg de beoordeling vast", "De beoordeling ligt vast.");
        await tweede.Open("/coordinatie");
        await tweede.DrukEerste("Ik stem in");
    }
}
