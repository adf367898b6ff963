namespace CotnvPga.Browser.Tests;

/// <summary>The work for which the portal is made, as three people do it together: register, weigh, fix who takes part, consult.</summary>
/// <param name="police">Receives and registers.</param>
/// <param name="prosecutor">Weighs.</param>
/// <param name="mayor">Weighs.</param>
/// <param name="look">What is done on every page that comes by.</param>
internal sealed class MainJob(Person police, Person prosecutor, Person mayor, Func<Person, Task> look)
{
    private const int Criteria = 5;
    private string _case = "";

    private IEnumerable<Person> Three => [police, prosecutor, mayor];

    /// <summary>Address of the case.</summary>
    public string Case => _case;

    public async Task RegisterAsync()
    {
        await police.OpenAsync("/werkvoorraad");
        await look(police);
        await police.FollowAsync("Nieuw signaal");
        await look(police);
        await police.FillAsync("Aanleiding", "Zorg van de wijkagent.");
        await FillItemAsync(0, "achternaam", "Jansen", "Nodig om te weten om wie het gaat.");
        await police.ChooseAsync("Gegevens[0].Grondslag.Wet", "wpg");
        await police.FillAsync("Gegevens[0].Grondslag.Artikel", "16");
        await police.FillDateAsync("Gegevens[0].Grondslag.Op", 2026, 11);
        await police.FillAsync("Gegevens[0].Grondslag.InstemmingVan", "officier van justitie");
        await police.PressAsync("Nog een gegeven toevoegen");
        // The second item comes with the legal ground of the first.
        await FillItemAsync(1, "waarneming", "Riep op 9 november leuzen op straat.", "Nodig om de bereidheid tot geweld te wegen.");
        await look(police);
        await police.PressAsync("Registreer signaal");
        (await police.NoticeAsync()).ShouldContain("is geregistreerd");
        _case = new Uri(police.Page.Url).AbsolutePath;
        await look(police);
    }

    public async Task BringToTheTableAsync()
    {
        await police.FollowAsync("Aanmelden");
        await look(police);
        await police.ChooseAsync("Kwaliteit.Juistheid", "true");
        await police.FillAsync("Kwaliteit.Toelichting", "Nagevraagd bij de wijkagent.");
        await police.PressAsync("Aanmelden");
        await police.FollowAsync("In weging brengen");
        await look(police);
        await police.PressAsync("In weging brengen");
        (await police.NoticeAsync()).ShouldContain("in de fase weging");
    }

    public async Task WeighAsync()
    {
        foreach (var person in Three)
            await JudgeAsync(person);
        await police.OpenAsync($"{_case}/weging");
        (await police.NoticeAsync()).ShouldContain("De drie oordelen zijn gelijk.");
        await look(police);
        await police.FollowAsync("Weging vaststellen");
        await look(police);
        await police.PressAsync("Weging vaststellen");
        (await police.NoticeAsync()).ShouldContain("in de fase verzameling");
    }

    public async Task FixParticipantsAsync()
    {
        await police.FollowAsync("Deelnemers vaststellen");
        await look(police);
        var college = await police.Page.Locator("input[type=hidden][value=college]").GetAttributeAsync("name") ?? throw new InvalidOperationException("The college is not in the list.");
        var row = college["Input.".Length..^".Partij".Length];
        await police.TickAsync($"{row}.DoetMee");
        await police.FillAsync($"{row}.Reden", "Nodig voor werk en wonen.");
        await look(police);
        await police.PressAsync("Doe dit voorstel");
        (await police.NoticeAsync()).ShouldContain("Nu wacht het op Burgemeester en OM");
        await AgreeAsync("deelnemers_vaststellen");
        (await mayor.NoticeAsync()).ShouldContain("in de fase casusoverleg");
    }

    public async Task ConsultAsync()
    {
        await mayor.FollowAsync("Overleg en plan");
        (await mayor.Page.Locator("#tafel ~ *, section[aria-labelledby=tafel]").First.InnerTextAsync()).ShouldContain("College van B en W");
        await look(mayor);
        await mayor.FollowAsync("Plan van aanpak vaststellen");
        await look(mayor);
        await mayor.FillAsync("Doelen[0]", "Heeft op 1 maart een vaste woonplek.");
        await mayor.FillAsync("Interventies[0].Omschrijving", "Twee woonplekken vergelijken.");
        await mayor.SelectAsync("Interventies[0].Eigenaar", "college");
        await mayor.FillDateAsync("Interventies[0].Datum", 2099, 12);
        await mayor.PressAsync("Doe dit voorstel");
        foreach (var person in new[] { police, prosecutor })
        {
            await person.OpenAsync($"{_case}/stappen/plan_vaststellen");
            await person.PressAsync("Stem in met dit voorstel");
        }
        (await prosecutor.NoticeAsync()).ShouldContain("in de fase uitvoering");
        await mayor.OpenAsync($"{_case}/overleg");
        (await mayor.Page.InnerTextAsync("main")).ShouldContain("Twee woonplekken vergelijken.");
        await look(mayor);
    }

    private async Task AgreeAsync(string step)
    {
        foreach (var person in new[] { prosecutor, mayor })
        {
            await person.OpenAsync($"{_case}/stappen/{step}");
            await look(person);
            await person.PressAsync("Stem in met dit voorstel");
        }
    }

    private async Task FillItemAsync(int index, string field, string value, string necessity)
    {
        await police.SelectAsync($"Gegevens[{index}].Veld", field);
        await police.FillAsync($"Gegevens[{index}].Waarde", value);
        await police.FillAsync($"Gegevens[{index}].Noodzaak", necessity);
    }

    private async Task JudgeAsync(Person person)
    {
        await person.OpenAsync($"{_case}/weging");
        await look(person);
        for (var i = 0; i < Criteria; i++)
        {
            await person.FillAsync($"Criteria[{i}].Bevinding", "Gezocht in de eigen systemen en gevraagd aan de wijkagent: niets gezien dat op geweld of op een groep wijst.");
            await person.FillAsync($"Criteria[{i}].ContraIndicatie", "Gezocht in eigen systemen.");
        }
        await person.ChooseAsync("Oordeel", "in_overeenstemming");
        await person.FillAsync("Motivering", "Dit past bij het doel.");
        await person.PressAsync("Controleer uw oordeel");
        await look(person);
        await person.PressAsync("Geef dit oordeel");
        (await person.NoticeAsync()).ShouldContain("Uw oordeel is gegeven.");
        await look(person);
    }
}
