namespace CotnvPga.Browser.Tests.Cases;

/// <summary>V01, V06 and V11: a report that is no case. It gets a reason from the national norm and a second person, and leaves a line without a person.</summary>
[Collection(InBrowser.Name)]
public sealed class NietAangemeldTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task V01_Younes_bidt_vaker_en_dat_is_geen_radicalisering()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var burgemeester = await stad.Burgemeester;
        var melding = await stad.Melding(burgemeester, "burgemeester", "Een jongen heeft een baard laten staan, bidt vaker en gaat naar een andere moskee. Zijn baan en vrienden heeft hij nog.", "Amrani", "jongerenwerk");
        await melding.MelderLeest("Uw melding is ontvangen.");

        await burgemeester.MeldNietAan(melding.Zaak, "geloofsuiting", "Alleen uitingen van geloof. Werk, vrienden en omgang zijn gelijk gebleven.", await stad.Plaatsvervanger);

        await melding.MelderLeest("Uw melding is behandeld.");
        await burgemeester.KentNiet(melding.Zaak);
        await (await stad.Politie).ZietOp("/meldingen", "Uiting van geloof of levensovertuiging");
        await (await stad.Politie).ZietNietOp("/meldingen", "Amrani");
        await (await stad.Politie).KentNiet(melding.Zaak);
    }

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task V06_Lotte_zat_op_de_snelweg_en_dat_is_protest()
    {
        var stad = Stad.Modelveen(browser);
        var politie = await stad.Politie;
        var melding = await stad.Melding(politie, "politie", "Een studente zat twee keer op de snelweg bij een klimaatactie. Zij ging mee toen de politie dat vroeg.", "Smit");

        // Her opinion is not needed to see that: a political view without a reason of its own is not taken.
        await politie.MaakSignaal(melding.Zaak);
        (await politie.MagNietToevoegen(melding.Zaak, new Gegeven("ideologie", "Klimaatbeweging.").Wpg())).ShouldContain("apart is gemotiveerd");
        await politie.MeldNietAan(melding.Zaak, "mening_of_protest", "Zij gebruikte haar recht op demonstratie. Er was geen geweld.", await stad.Wie("politie.eenheid"));

        await melding.MelderLeest("Uw melding is behandeld.");
        await politie.KentNiet(melding.Zaak);
        await politie.ZietOp("/meldingen", "Mening of vreedzaam protest");
    }

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task V11_Over_Kees_is_niets_na_te_gaan()
    {
        var stad = Stad.Voorbeeldstad(browser);
        var burgemeester = await stad.Burgemeester;
        var melding = await stad.Melding(burgemeester, "burgemeester", "Mijn buurman is gevaarlijk. U moet er iets aan doen.", "Lodder", "anoniem");
        await burgemeester.MaakSignaal(melding.Zaak);

        // Nothing was checked, so it cannot be brought to the three.
        await burgemeester.Open($"{melding.Zaak.Pad}/stappen/aanmelden");
        await burgemeester.Kies("Kwaliteit.Juistheid", "false");
        await burgemeester.Schrijf("Kwaliteit.Toelichting", "Er is geen feit genoemd en niemand om na te vragen.");
        await burgemeester.WordtGeweigerd("Aanmelden");
        await burgemeester.MeldNietAan(melding.Zaak, "niet_te_controleren", "Geen feit dat iemand kan nagaan.", await stad.Plaatsvervanger);

        await burgemeester.KentNiet(melding.Zaak);
        await burgemeester.ZietOp("/meldingen", "Niet te controleren");
    }
}
