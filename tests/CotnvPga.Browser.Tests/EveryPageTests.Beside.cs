using CotnvPga.TestHost;

namespace CotnvPga.Browser.Tests;

/// <summary>The pages beside the cases: covenants, the country, oversight, the exercise.</summary>
public sealed partial class EveryPageTests
{
    private async Task SeeCovenantsAsync(Person police)
    {
        await SeeAsync(police, "/convenanten");
        (await police.Page.InnerTextAsync("main")).ShouldContain("ontwerp, niet vastgesteld");
        await SeeAsync(police, "/convenanten/9901");
        await SeeAsync(police, "/convenanten/9903/matrix?Fase=casusoverleg");
        (await police.Page.InnerTextAsync("main")).ShouldContain("Geen lokaal convenant");
        await SeeAsync(police, "/convenanten/landelijk/matrix?Dag=2024-01-01");
        (await police.Page.InnerTextAsync("main")).ShouldContain("Op deze dag mag niemand iets.");
        await police.OpenAsync("/convenanten/9901/matrix");
        // The slider is worked with the keyboard: one step back is an earlier day.
        await police.Page.FocusAsync("#schuif");
        await police.GoAsync(() => police.Page.Keyboard.PressAsync("ArrowLeft"));
        police.Page.Url.ShouldContain("Dag=");
        await SeeAsync(police);
        await police.GoAsync(() => police.Page.Locator("td.portal-cel--als a").First.ClickAsync());
        (await police.Page.InnerTextAsync("#antwoord")).ShouldBe("Dit mag, maar alleen als …");
    }

    private async Task SeeNationalAsync(Person mayor)
    {
        await SeeAsync(mayor, "/landelijk");
        // Nothing is published here; what a published year looks like is in the tests of the national pages.
        (await mayor.Page.InnerTextAsync("main")).ShouldContain("nog niets gepubliceerd");
        await SeeAsync(mayor, "/landelijk/register");
        await SeeAsync(mayor, "/spiegel");
        await SeeRefusedAsync(mayor, "/spiegel/jaarverslag", "Bewaar het verslag");
        foreach (var (field, text) in new[] { ("Opbrengst", "Er kwam sneller hulp."), ("WerkteNiet", "Wachten duurde lang."), ("Gelijk", "Wij keken naar elke soort."), ("Verbetering", "Vaker bij elkaar.") })
            await mayor.FillAsync(field, text);
        await mayor.PressAsync("Bewaar het verslag");
        (await mayor.NoticeAsync()).ShouldContain("Het concept is bewaard.");
        await SeeAsync(mayor);
        var reporter = await browser.PersonAsync("nctv.rapportage");
        await SeeRefusedAsync(reporter, "/landelijk/uitgaven", "Maak de uitgave");
        await SeeAsync(await browser.PersonAsync("rac.landelijk"), "/landelijk/uitgaven");
    }

    /// <summary>Registers, the desk of the officer, and the log by person.</summary>
    private async Task SeeKnowledgeAsync(Person mayor)
    {
        foreach (var page in new[] { "/kennis", "/kennis?zoek=weging", "/kennis?zoek=onvindbaarwoord", "/kennis/artikel/vijf-criteria-uitgelegd", "/kennis/wet", "/kennis/aansluiten" })
            await SeeAsync(mayor, page);
    }

    private async Task SeeOversightAsync(Person police)
    {
        await SeeAsync(police, "/mijn-logboek");
        await SeeAsync(police, "/verwerkingsregister");
        var adviser = await browser.PersonAsync("nctv.adviseur");
        await SeeAsync(adviser, "/registers");
        await SeeAsync(adviser, "/registers/cotnv");
        await SeeRefusedAsync(adviser, "/registers/cotnv/nieuw/cotnv_beoordeling", "Leg vast");
        foreach (var (field, text) in new[] { ("activiteit", "Vragen van gemeenten bundelen"), ("vraag", "Komt dit vaker voor?"), ("waarom", "Een trend, geen persoon.") })
            await adviser.FillAsync($"Velden[{field}]", text);
        foreach (var (field, code) in new[] { ("gericht", "trend"), ("gebeurtenis", "nee"), ("wet", "wet_cotnv") })
            await adviser.ChooseAsync($"Velden[{field}]", code);
        await adviser.PressAsync("Leg vast");
        (await adviser.NoticeAsync()).ShouldContain("vastgelegd");
        await SeeAsync(adviser);
        await SeeAsync(adviser, "/registers/cotnv?zoek=vragen");
        (await adviser.Page.InnerTextAsync("main")).ShouldContain("Vragen van gemeenten bundelen");
        var officer = await browser.PersonAsync("fg.voorbeeldstad");
        await SeeAsync(officer, "/toezicht");
        await SeeRefusedAsync(officer, "/toezicht/logboek", "Bekijk de regels");
        await officer.Page.SelectOptionAsync("[name='Input.Van']", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await officer.ChooseAsync("Doel", "interne_controle");
        await officer.FillAsync("Reden", "Kwartaalcontrole.");
        await officer.FillAsync("Tot", DutchDay.Text(DutchDay.Today.PlusDays(7)));
        await officer.PressAsync("Bekijk de regels");
        (await officer.Page.InnerTextAsync("h1")).ShouldContain("Logboek van");
        await SeeAsync(officer);
        await SeeAsync(officer, "/toezicht/logboek");
    }

    /// <summary>A weighing exercise from its making to the first judgement.</summary>
    private async Task SeeExerciseAsync(Person police)
    {
        var maker = await browser.PersonAsync("nctv.rapportage");
        await SeeRefusedAsync(maker, "/oefening", "Begin de oefening");
        await maker.FillAsync("Jaar", DutchDay.Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await maker.ChooseAsync("Helft", "1");
        foreach (var (field, days) in new[] { ("Van", 0), ("Tot", 30) })
            await maker.FillAsync(field, DutchDay.Text(DutchDay.Today.PlusDays(days)));
        await maker.PressAsync("Begin de oefening");
        await SeeAsync(maker);
        await maker.PressAsync("Voeg de zaak toe");
        await SeeAsync(maker);
        foreach (var (field, text) in new[] { ("Titel", "Stiller op school"), ("Tekst", "[[naam]] wordt stiller."), ("VersieA", "naam = Daan"), ("VersieB", "naam = Lotte") })
            await maker.FillAsync(field, text);
        await maker.ChooseAsync("Kenmerk", "geslacht");
        await maker.PressAsync("Voeg de zaak toe");
        (await maker.NoticeAsync()).ShouldContain("toegevoegd");
        await SeeAsync(maker);
        var place = new Uri(maker.Page.Url).AbsolutePath;
        foreach (var checker in new[] { await browser.PersonAsync("rac.landelijk"), await browser.PersonAsync("auditor.landelijk") })
        {
            await SeeAsync(checker, "/oefening");
            await SeeRefusedAsync(checker, place, "Leg mijn controle vast");
            await checker.ChooseAsync("Akkoord", "true");
            await checker.FillAsync("Toelichting", "Gelezen.");
            await checker.PressAsync("Leg mijn controle vast");
            (await checker.NoticeAsync()).ShouldContain("ligt vast");
        }
        await SeeAsync(police, "/oefening");
        await police.FollowAsync("Stiller op school");
        await police.PressAsync("Geef uw oordeel");
        (await police.Page.Locator("[role=alert]").CountAsync()).ShouldBeGreaterThan(0);
        await SeeAsync(police);
        for (var i = 0; i < 5; i++)
        {
            await police.FillAsync($"Criteria[{i}].Bevinding", "Dit staat in de zaak.");
            await police.FillAsync($"Criteria[{i}].ContraIndicatie", "Niets gevonden.");
            await police.SelectAsync($"Speelt[{i}]", "nee");
        }
        await police.ChooseAsync("Oordeel", "niet_in_overeenstemming");
        await police.FillAsync("Motivering", "Te weinig.");
        await police.PressAsync("Geef uw oordeel");
        (await police.NoticeAsync()).ShouldContain("Uw oordeel ligt vast.");
        await SeeAsync(police);
    }

    private async Task SeeAccessionAsync()
    {
        var signer = await browser.PersonAsync("coordinator.polderdam");
        await signer.FollowAsync("treed toe");
        await signer.PressAsync("Treed toe");
        (await signer.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("Kies een versie");
        await SeeAsync(signer);
        await signer.ChooseAsync("Versie", "landelijk");
        await signer.FillAsync("Functie", "burgemeester");
        await signer.FillAsync("Mandaat", "Besluit van 1 november 2026, artikel 3");
        await signer.PressAsync("Treed toe");
        (await signer.NoticeAsync()).ShouldContain("Polderdam is toegetreden.");
        await SeeAsync(signer);
        await signer.OpenAsync("/convenanten/9903/uittreden");
        await SeeAsync(signer);
        await SeeAsync(signer, "/convenanten/vergelijken?Gemeente=9901&Dag=2026-09-30&AndereGemeente=9901&AndereDag=2026-10-01");
        (await signer.Page.InnerTextAsync("main")).ShouldContain("Het verschil");
    }

    /// <summary>Sends a form that is not filled in, and looks at what comes back.</summary>
}
