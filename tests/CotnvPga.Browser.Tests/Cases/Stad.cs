namespace CotnvPga.Browser.Tests.Cases;

/// <summary>The people of a municipality, each at a browser window of their own.</summary>
internal sealed class Stad(PortalInBrowser browser, string naam, string code)
{
    public static Stad Voorbeeldstad(PortalInBrowser browser) => new(browser, "voorbeeldstad", "9901");

    public static Stad Modelveen(PortalInBrowser browser) => new(browser, "modelveen", "9902");

    public Task<Collega> Burgemeester => Wie($"coordinator.{naam}");

    public Task<Collega> Plaatsvervanger => Wie($"plaatsvervanger.{naam}");

    public Task<Collega> Politie => Wie($"politie.{naam}");

    public Task<Collega> Om => Wie($"om.{naam}");

    /// <summary>The college of mayor and aldermen: care, work, school.</summary>
    public Task<Collega> College => Wie($"zorg.{naam}");

    public Task<Collega> Raad => Wie($"rvdk.{naam}");

    public Task<Collega> Reclassering => Wie($"reclassering.{naam}");

    public async Task<Collega> Wie(string account) => new(await browser.ColleagueAsync(account));

    /// <summary>Mayor, police and prosecutor.</summary>
    public async Task<Weegploeg> Weegploeg() => new(await Burgemeester, await Politie, await Om);

    /// <summary>Somebody without an account reports a worry; whom it was sent to finds it in the list of reports.</summary>
    public async Task<Melding> Melding(Collega ontvanger, string aan, string omschrijving, string? achternaam = null, string? soortMelder = null)
    {
        var before = await ontvanger.Meldingen();
        var reporter = await browser.PersonAsync(null);
        await reporter.OpenAsync("/melden");
        await reporter.SelectAsync("Gemeente", code);
        await reporter.ChooseAsync("Aan", aan);
        await reporter.FillAsync("Omschrijving", omschrijving);
        if (achternaam is not null)
            await reporter.FillAsync("Persoon[achternaam]", achternaam);
        if (soortMelder is not null)
            await reporter.SelectAsync("SoortMelder", soortMelder);
        await reporter.PressAsync("Verstuur melding");
        var receipt = await reporter.Page.InnerTextAsync(".portal-code");
        return new Melding(new Zaak((await ontvanger.Meldingen()).Except(before).ShouldHaveSingleItem()), reporter, receipt);
    }
}
