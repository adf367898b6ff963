using System.Text.RegularExpressions;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Browser.Tests;

/// <summary>
/// The main job with the mouse, looked at on every page and in every state on the way: WCAG 2.2 A and AA at 390 and 1280 pixels, no sideways
/// scrolling, no complaint of the browser. A page that nobody looked at fails.
/// </summary>
[Collection(InBrowser.Name)]
public sealed partial class EveryPageTests(PortalInBrowser browser)
{
    // Only seen when something goes wrong on the way to logging in, or by a program; and what is saved and not shown: a document, a calendar file.
    private static readonly string[] NotOnTheWay =
        ["/inloggen/mislukt", "/signalen/{id:guid}/gegevens/{gegeven:guid}/bijlagen/{bijlage:guid}", "/overleggen/{bijeenkomst:guid}/agenda",
            // Only there once the last day of an exercise is over.
            "/oefening/uitkomst/{ronde:guid}"];
    private readonly HashSet<string> _seen = [];
    private readonly HashSet<string> _states = [];

    [BrowserFact]
    public async Task Every_page_and_state_can_be_used_by_everybody()
    {
        await SeeDoorAsync();
        var police = await browser.PersonAsync("politie.voorbeeldstad");
        var mayor = await browser.PersonAsync("coordinator.voorbeeldstad");
        var job = new MainJob(police, await browser.PersonAsync("om.voorbeeldstad"), mayor, SeeAsync);
        await SeeEmptyFormsAsync(police);
        await job.RegisterAsync();
        await SeeCaseAsync(police, job.Case);
        await job.BringToTheTableAsync();
        await SeeRefusedAsync(police, $"{job.Case}/weging", "Controleer uw oordeel");
        await job.WeighAsync();
        await job.FixParticipantsAsync();
        await SeeGuestAsync(mayor, police, job.Case);
        await SeeTableAsync(mayor, job.Case);
        await job.ConsultAsync();
        await SeeMeetingsAsync(police);
        await SeeCoordinationAsync(mayor);
        foreach (var step in new[] { "evalueren", "afsluiten", "overdragen" })
            await SeeAsync(mayor, $"{job.Case}/stappen/{step}");
        await SeeAsync(mayor, $"{job.Case}/tijdlijn");
        await SeeWhoWorksAsync(mayor, job.Case);
        var care = await browser.PersonAsync("zorg.voorbeeldstad");
        await SeeAsync(care, job.Case);
        (await care.Page.InnerTextAsync("main")).ShouldContain("Nu niet zichtbaar voor u.");
        await SeePlanAndRightsAsync(mayor, care, job.Case);
        await SeeReportsAsync(mayor);
        await SeeEndsAsync(mayor);
        await SeeRunningCaseAsync(mayor);
        await SeeSharingAsync(police);
        await SeeOversightAsync(police);
        await SeeExerciseAsync(police);
        await SeeCovenantsAsync(police);
        await SeeAccessionAsync();
        await SeeNationalAsync(mayor);
        await SeeKnowledgeAsync(mayor);
        Routes().Except(NotOnTheWay).Where(route => !_seen.Any(path => Fits(route, path))).ShouldBeEmpty("nobody looked at these pages");
    }

    private async Task SeeDoorAsync()
    {
        var nobody = await browser.PersonAsync(null);
        await SeeAsync(nobody, "/inloggen");
        await nobody.FillLogInAsync("niemand", "geen wachtwoord");
        (await nobody.NoticeAsync()).ShouldContain("U bent niet ingelogd");
        await SeeAsync(nobody);
        await SeeSecondStepAsync(nobody, "rvdk.modelveen");
        await SeeAsync(nobody, "/uitloggen");
        foreach (var page in new[] { "/meldpunt", "/meldpunt/9901", "/en/meldpunt/9901", "/privacy", "/toegankelijkheid" })
            await SeeAsync(nobody, page);
        await nobody.OpenAsync("/melden");
        await nobody.PressAsync("Verstuur melding");
        await SeeAsync(nobody);
        await nobody.SelectAsync("Gemeente", "9901");
        await nobody.FillAsync("Omschrijving", "Mijn buurjongen zegt vreemde dingen.");
        await nobody.PressAsync("Verstuur melding");
        await SeeAsync(nobody);
        var code = await nobody.Page.InnerTextAsync(".portal-code");
        await nobody.OpenAsync("/melden/stand");
        await nobody.Page.FillAsync("[name=Code]", code);
        await nobody.PressAsync("Kijk");
        (await nobody.NoticeAsync()).ShouldContain("Uw melding is ontvangen.");
        await SeeAsync(nobody);
    }

    // Fictional people do without a second step: for this, one of them is a real person for a moment.
    private async Task SeeSecondStepAsync(Person nobody, string account)
    {
        await browser.Portal.ExecuteAsync($"update identiteit.account set is_demo = false where user_name = '{account}'");
        await nobody.OpenAsync("/inloggen");
        await nobody.FillLogInAsync(account, PortalFixture.PasswordOf(account));
        (await nobody.Page.InnerTextAsync("h1")).ShouldBe("Account activeren");
        await SeeAsync(nobody);
        var invitation = await Invitations.InviteAsync(browser.Portal.Database.OwnerConnection, account, TimeProvider.System);
        await nobody.Page.FillAsync("[name=Code]", invitation!);
        await nobody.PressAsync("Verder");
        (await nobody.Page.InnerTextAsync("h1")).ShouldBe("Tweede stap instellen");
        await SeeAsync(nobody);
        await nobody.Page.FillAsync("[name=Code]", "000");
        await nobody.PressAsync("Verder");
        (await nobody.NoticeAsync()).ShouldContain("De code klopt niet");
        await SeeAsync(nobody);
        await browser.Portal.ExecuteAsync($"update identiteit.account set is_demo = true where user_name = '{account}'");
    }

    private async Task SeeWhoWorksAsync(Person mayor, string place)
    {
        await SeeRefusedAsync(mayor, $"{place}/belangen", "Zet op de lijst");
        await SeeRefusedAsync(mayor, "/continuiteit", "Noteer deze dagen");
        await SeeRefusedAsync(mayor, "/continuiteit/9901", "Wijs aan");
        await SeeAsync(mayor, "/continuiteit/9901/toegang");
        await SeeAsync(mayor, "/continuiteit/9901/achtervang");
        await SeeAsync(mayor, "/continuiteit/9901/herstel");
        await SeeAsync(mayor, "/continuiteit/overdracht");
        await SeeAsync(mayor, "/berichten");
        await SeeAsync(mayor, "/account");
    }

    private async Task SeeEmptyFormsAsync(Person police)
    {
        await SeeRefusedAsync(police, "/signalen/registreren", "Registreer signaal");
        await SeeAsync(police, $"/signalen/{Guid.NewGuid()}");
        (await police.Page.InnerTextAsync("h1")).ShouldBe("Wij vinden deze zaak niet");
        _seen.Add("/fout/404");
    }

    private async Task SeeCaseAsync(Person police, string place)
    {
        await police.OpenAsync(place);
        await police.Page.Locator("summary", new() { HasText = "Waarom zie ik dit?" }).First.ClickAsync();
        await SeeAsync(police);
        await police.FollowAsync("Noodzaak vastleggen");
        await SeeAsync(police);
        await SeeAsync(police, $"{place}/logboek");
        await SeeAsync(police, $"{place}/samenhang");
        await SeeRefusedAsync(police, $"{place}/gegevens", "Bewaar gegeven");
        await SeeHistoryAsync(police, place);
        await police.OpenAsync(place);
    }

    private async Task SeeHistoryAsync(Person police, string place)
    {
        await police.OpenAsync(place);
        await police.Page.Locator("summary", new() { HasText = "Waarom zie ik dit?" }).First.ClickAsync();
        await police.FollowAsync("Geschiedenis, correctie en bijlagen");
        await SeeAsync(police);
        await police.Page.Locator("summary", new() { HasText = "Dit gegeven corrigeren" }).ClickAsync();
        await police.PressAsync("Bewaar correctie");
        (await police.Page.Locator("[role=alert]").CountAsync()).ShouldBeGreaterThan(0);
        await SeeAsync(police);
        await police.FillAsync("Waarde", "Het was op 3 november.");
        await police.FillAsync("Reden", "De dag klopte niet.");
        await police.PressAsync("Bewaar correctie");
        (await police.NoticeAsync()).ShouldContain("De correctie is bewaard.");
        await SeeAsync(police);
    }

    private async Task SeeRunningCaseAsync(Person mayor)
    {
        await SeeAsync(mayor, "/lopende-zaken");
        await SeeRefusedAsync(mayor, "/lopende-zaken/invoeren", "Bewaar als concept");
        await mayor.FillAsync("Kenmerk", "PGA-2024-07");
        await mayor.ChooseAsync("Fase", "weging");
        await mayor.FillDateAsync("Sinds", 2026, 11);
        await mayor.FillAsync("Aanleiding", "Zorg van school.");
        await mayor.PressAsync("Bewaar als concept");
        (await mayor.NoticeAsync()).ShouldContain("Alleen u ziet haar.");
        await SeeAsync(mayor);
        await mayor.PressAsync("Leg voor aan de drie");
        await SeeAsync(mayor);
        await SeeAsync(mayor, "/lopende-zaken");
    }

    private async Task SeeGuestAsync(Person mayor, Person police, string place)
    {
        await SeeRefusedAsync(mayor, $"{place}/overleg/toelaten", "Doe dit voorstel");
        await SeeAsync(mayor, $"{place}/overleg/verstrekken");
        await SeeAsync(mayor, $"{place}/overleg/verstrekken?aan=politie");
        await SeeRefusedAsync(police, $"{place}/stappen/plan_vaststellen", "Doe dit voorstel");
        await mayor.OpenAsync(place);
    }

    /// <summary>The table: the screen for all, attendance in rows, minutes, and the sheet of a hand-over.</summary>
    private async Task SeeTableAsync(Person mayor, string place)
    {
        await SeeAsync(mayor, $"{place}/overleg/scherm");
        await SeeRefusedAsync(mayor, $"{place}/stukken/overleg_plannen", "Leg vast");
        await mayor.OpenAsync($"{place}/stukken/overleg_aanwezigheid");
        await mayor.PressAsync("Nog een regel bij Wie is er?");
        await mayor.FillAsync("Rijen[aanwezigen][0][naam]", "A. Jansen, wijkagent");
        await SeeAsync(mayor);
        await mayor.PressAsync("Leg vast");
        (await mayor.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("Waarom aan tafel?");
        (await mayor.Page.InputValueAsync("[name='Input.Rijen[aanwezigen][0][naam]']")).ShouldBe("A. Jansen, wijkagent");
        await SeeAsync(mayor);
        await SeeRefusedAsync(mayor, $"{place}/stukken/nctv_toets", "Leg vast");
        await mayor.ChooseAsync("Velden[taak]", "nee");
        await mayor.FillAsync("Velden[waarom]", "Dit lukt lokaal.");
        await mayor.PressAsync("Leg vast");
        (await mayor.NoticeAsync()).ShouldContain("vastgelegd");
        await SeeAsync(mayor);
        await mayor.OpenAsync($"{place}/overleg/verstrekken?aan=politie");
        await mayor.Page.Locator("input[name=Gegevens]").First.CheckAsync();
        await mayor.PressAsync("Controleer de verstrekking");
        await SeeAsync(mayor);
        await mayor.Page.CheckAsync("[name=Gecontroleerd][type=checkbox]");
        await mayor.GoAsync(() => mayor.Page.Locator("button[value=verstrek]").ClickAsync());
        await mayor.FollowAsync("Uittreksel");
        await SeeAsync(mayor);
        (await mayor.Page.InnerTextAsync("main")).ShouldContain("Dit is alles wat is verstrekt.");
        await mayor.OpenAsync(place);
    }

    private async Task SeeMeetingsAsync(Person police)
    {
        await SeeRefusedAsync(police, "/overleggen", "Plan");
        await police.SelectAsync("Gemeente", "9901");
        await police.SelectAsync("Soort", "casusoverleg");
        await police.FillDateAsync("Dag", DateTime.Today.Year + 1, 6);
        await police.FillAsync("Van", "10:00");
        await police.FillAsync("Tot", "12:00");
        await police.FillAsync("Plaats", "Stadhuis");
        await police.PressAsync("Plan");
        (await police.NoticeAsync()).ShouldContain("De bijeenkomst is gepland.");
        await police.Page.SelectOptionAsync("[name='Input.Bijeenkomst']", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await police.Page.SelectOptionAsync("[name='Input.Zaak']", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await police.PressAsync("Zet op de agenda");
        await SeeAsync(police);
        var chair = await browser.PersonAsync("procesregisseur.zvh");
        await chair.OpenAsync("/overleggen");
        await SeeAsync(chair);
        await chair.FollowAsync("Voorzitten");
        await SeeAsync(chair);
    }

    private async Task SeeCoordinationAsync(Person mayor)
    {
        await mayor.OpenAsync("/coordinatie");
        await mayor.PressAsync("Vraag hulp");
        await SeeAsync(mayor);
        var adviser = await browser.PersonAsync("nctv.adviseur");
        await SeeAsync(adviser, "/coordinatie");
    }

    private async Task SeeReportsAsync(Person mayor)
    {
        await SeeAsync(mayor, "/registraties");
        await SeeRefusedAsync(mayor, "/registraties/invoeren", "Voer in");
        await SeeAsync(mayor, "/meldingen");
        await mayor.GoAsync(() => mayor.Page.Locator("td a").First.ClickAsync());
        await mayor.FollowAsync("Niet aanmelden");
        await SeeAsync(mayor);
        // Two persons: then the report is destroyed and leaves a certificate.
        await mayor.ChooseAsync("Reden", "niet_te_controleren");
        await mayor.PressAsync("Doe dit voorstel");
        var deputy = await browser.PersonAsync("plaatsvervanger.voorbeeldstad");
        await deputy.OpenAsync("/meldingen");
        await deputy.GoAsync(() => deputy.Page.Locator("td a").First.ClickAsync());
        await deputy.FollowAsync("Niet aanmelden");
        await deputy.PressAsync("Stem in met dit voorstel");
    }

    private async Task SeePlanAndRightsAsync(Person mayor, Person care, string place)
    {
        await SeeAsync(care, $"{place}/plan");
        await SeeRefusedAsync(care, $"{place}/stukken/plan_interventie", "Leg vast");
        await SeeAsync(care, $"{place}/stukken");
        await SeeAsync(mayor, $"{place}/overdracht");
        await SeeAsync(mayor, $"{place}/rechten");
        await SeeRefusedAsync(mayor, $"{place}/rechten/verzoek", "Leg het verzoek vast");
        await mayor.ChooseAsync("Soort", "inzage");
        await mayor.ChooseAsync("Verzoeker", "betrokkene");
        await mayor.PressAsync("Leg het verzoek vast");
        await SeeAsync(mayor);
        await mayor.FollowAsync("Verzamelde kopie");
        await SeeAsync(mayor);
        await mayor.OpenAsync($"{place}/rechten");
        await mayor.FollowAsync("Beslissen");
        await mayor.PressAsync("Neem het besluit");
        await SeeAsync(mayor);
        await mayor.ChooseAsync("Uitkomst", "toegewezen");
        await mayor.FillAsync("Besluit", "U krijgt de kopie bij deze brief.");
        await mayor.PressAsync("Neem het besluit");
        (await mayor.Page.InnerTextAsync("main")).ShouldContain("U krijgt de kopie bij deze brief.");
        await SeeAsync(mayor);
    }

    private async Task SeeEndsAsync(Person mayor)
    {
        await SeeAsync(mayor, "/vernietigingen");
        await mayor.GoAsync(() => mayor.Page.Locator("td a").First.ClickAsync());
        await SeeAsync(mayor);
        await SeeRefusedAsync(mayor, "/datalekken", "Leg het datalek vast");
        await mayor.ChooseAsync("Soort", "verloren");
        await mayor.FillDateAsync("OntdektOp", 2026, 1);
        await mayor.FillAsync("Omschrijving", "Een map bleef in de trein liggen.");
        await mayor.FillAsync("Gevolgen", "Iemand kan haar lezen.");
        await mayor.PressAsync("Leg het datalek vast");
        await SeeAsync(mayor);
    }

    private async Task SeeSharingAsync(Person police)
    {
        await SeeAsync(police, "/delen");
        await police.PressAsync("Mag dit?");
        (await police.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("Kies wat u wilt delen");
        await SeeAsync(police);
        await police.Page.SelectOptionAsync("[name=Veld]", "politie_duiding");
        await police.Page.SelectOptionAsync("[name=Aan]", "om");
        await police.Page.CheckAsync("[name=Manier][value=raadplegen]");
        await police.Page.SelectOptionAsync("[name=Fase]", "weging");
        await police.PressAsync("Mag dit?");
        (await police.Page.InnerTextAsync("#antwoord")).ShouldBe("Dit mag, maar alleen als …");
        await police.Page.Locator("summary", new() { HasText = "Hele uitleg" }).ClickAsync();
        await SeeAsync(police);
        foreach (var holds in new[] { "geautoriseerd", "opgeleid", "noodzakelijk", "grondslag_wpg" })
            await police.Page.CheckAsync($"#feit-{holds}-ja");
        await police.PressAsync("Kijk opnieuw");
        (await police.Page.InnerTextAsync("#antwoord")).ShouldBe("Ja, dit mag");
        await SeeAsync(police);
        await police.PressAsync("Bewaar als deelbewijs");
        (await police.NoticeAsync()).ShouldContain("Dit bewijs klopt.");
        await SeeAsync(police);
        await SeeAsync(police, "/delen/bewijs/D-2222-2222");
        (await police.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("Dit nummer kennen wij niet.");
        await SeeAsync(police, "/delen?Wie=politie&Veld=waarneming&Aan=derde&Manier=raadplegen&Fase=weging&Doel=persoonsgericht");
        (await police.Page.InnerTextAsync("main")).ShouldContain("Wat wel kan");
        await SeeAsync(police, "/delen/overzicht");
        (await police.Page.InnerTextAsync("main")).ShouldContain("Deelnemer raadplegen");
    }

    private async Task SeeRefusedAsync(Person person, string path, string button)
    {
        await person.OpenAsync(path);
        await person.PressAsync(button);
        (await person.Page.Locator("[role=alert]").CountAsync()).ShouldBeGreaterThan(0, path);
        await SeeAsync(person);
    }

    private async Task SeeAsync(Person person, string? path = null)
    {
        if (path is not null)
            await person.OpenAsync(path);
        await SeeAsync(person);
    }

    private async Task SeeAsync(Person person)
    {
        var path = new Uri(person.Page.Url).AbsolutePath;
        _seen.Add(path);
        // Three people on the same page in the same state see the same; looking once is enough.
        var state = string.Join('|', await person.Page.Locator("h1, h2, h3, summary, [role=alert], label").AllInnerTextsAsync());
        if (_states.Add($"{path}|{state}"))
            await person.LookAsync();
    }

    /// <summary>The address of every page, from the pages themselves.</summary>
    private static IEnumerable<string> Routes() => Directory
        .EnumerateFiles(Repository.PathOf("src/CotnvPga.Portal/Pages"), "*.cshtml", SearchOption.AllDirectories)
        .Select(file => PageRoute().Match(File.ReadAllText(file)))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value);

    private static bool Fits(string route, string path) => Regex.IsMatch(path, $"^{Parameter().Replace(route, "[^/]+")}$");

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex PageRoute();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
