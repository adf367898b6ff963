using CotnvPga.TestHost;

namespace CotnvPga.Browser.Tests.Cases;

/// <summary>Somebody at work in the portal: what they do there, under the name that they use for it.</summary>
/// <param name="person">Who sits at the browser window.</param>
internal sealed partial class Collega(Person person)
{
    /// <summary>A day from now as a date field takes it.</summary>
    public static string Over(int dagen) => DutchDay.Text(DutchDay.Today.PlusDays(dagen));

    public async Task<Zaak> Registreer(string aanleiding, params Gegeven[] gegevens) => await Registreer(aanleiding, bij: null, gegevens);

    /// <summary>A participant that is none of the three brings a case to one of them.</summary>
    public async Task<Zaak> Registreer(string aanleiding, string? bij, params Gegeven[] gegevens)
    {
        await Open("/signalen/registreren");
        await person.FillAsync("Aanleiding", aanleiding);
        if (bij is not null)
            await person.ChooseAsync("Aan", bij);
        await VulIn(gegevens);
        await Druk("Registreer signaal", "is geregistreerd");
        return new Zaak(new Uri(person.Page.Url).AbsolutePath);
    }

    public async Task VoegToe(Zaak zaak, params Gegeven[] gegevens)
    {
        await Open($"{zaak.Pad}/gegevens");
        await VulIn(gegevens);
        await Druk(gegevens.Length == 1 ? "Bewaar gegeven" : $"Bewaar {gegevens.Length} gegevens");
    }

    /// <summary>The portal says no to an item; what it says is given back.</summary>
    public async Task<string> MagNietToevoegen(Zaak zaak, Gegeven gegeven)
    {
        await Open($"{zaak.Pad}/gegevens");
        await VulIn(gegeven);
        await person.PressAsync("Bewaar gegeven");
        return await person.Page.Locator("[role=alert]").First.InnerTextAsync();
    }

    /// <summary>Says for a party why an item is needed; without a party for the three.</summary>
    public async Task LegNoodzaakVast(Zaak zaak, string soortGegeven, string noodzaak, string partij = "standaard", string? bijzonder = null)
    {
        await OpenGegeven(zaak, soortGegeven);
        await person.ChooseAsync("Partij", partij);
        await person.FillAsync("Noodzaak", noodzaak);
        if (bijzonder is not null)
            await person.FillAsync("NoodzaakBijzonder", bijzonder);
        await Druk("Bewaar noodzaak");
    }

    /// <summary>Holds back an item of the own party: nobody else learns that it is there.</summary>
    public async Task HoudAchter(Zaak zaak, string soortGegeven, string reden)
    {
        await OpenGegeven(zaak, soortGegeven);
        await person.Page.Locator("summary", new() { HasText = "achterhouden" }).ClickAsync();
        await person.ChooseAsync("ZwaarwegendeRedenen", "true");
        await person.FillAsync("Reden", reden);
        await Druk("Bewaar");
    }

    /// <summary>Shuts out somebody with an interest of their own.</summary>
    public async Task SluitUit(Zaak zaak, string wie, string reden, string vraagAan)
    {
        await Open($"{zaak.Pad}/belangen");
        var people = person.Page.Locator("[name='Input.Persoon'] option", new() { HasText = wie });
        await person.SelectAsync("Persoon", await people.First.GetAttributeAsync("value") ?? throw new InvalidOperationException($"{wie} cannot be chosen."));
        await person.Page.Locator("[name='Input.Soort'][value=uitgesloten]").CheckAsync();
        await person.FillAsync("Reden", reden);
        await person.FillAsync("VraagAan", vraagAan);
        await Druk("Zet op de lijst");
    }

    public async Task Weeg(Zaak zaak, string oordeel, string motivering)
    {
        await Open($"{zaak.Pad}/weging");
        for (var i = 0; i < 5; i++)
        {
            await person.FillAsync($"Criteria[{i}].Bevinding", "Gezocht in de eigen systemen en besproken met de melder.");
            await person.FillAsync($"Criteria[{i}].ContraIndicatie", "Ook gezocht naar wat daartegen pleit.");
        }
        await person.ChooseAsync("Oordeel", oordeel);
        await person.FillAsync("Motivering", motivering);
        await person.PressAsync("Controleer uw oordeel");
        await Druk("Geef dit oordeel", "Uw oordeel is gegeven.");
    }

    /// <summary>Lays down a record beside the steps.</summary>
    public async Task LegVast(Zaak zaak, string soort, params (string Veld, string Antwoord)[] velden)
    {
        await Open($"{zaak.Pad}/stukken/{soort}");
        await Beantwoord(velden);
        await Druk("Leg vast");
    }

    /// <summary>Lays down a record that belongs to another one, from the list of records.</summary>
    public async Task LegVastBij(Zaak zaak, string ander, string naam, params (string Veld, string Antwoord)[] velden)
    {
        await PlekBij(zaak, ander, naam);
        await Beantwoord(velden);
        await Druk("Leg vast");
    }

    /// <summary>Where a record is made that belongs to another one, below the address of the case.</summary>
    public async Task<string> PlekBij(Zaak zaak, string ander, string naam)
    {
        await Open($"{zaak.Pad}/stukken");
        await person.FollowAsync($"{naam} bij {ander}");
        return new Uri(person.Page.Url).PathAndQuery[(zaak.Pad.Length + 1)..];
    }

    /// <summary>Fills in the fields of a record: text, one choice, or ticks in a list (all of it with <c>alle</c>).</summary>
    public async Task Beantwoord(params (string Veld, string Antwoord)[] velden)
    {
        foreach (var (veld, antwoord) in velden)
        {
            var boxes = person.Page.Locator($"[name='Input.Lijsten[{veld}]']");
            for (var i = 0; i < await boxes.CountAsync(); i++)
            {
                if (antwoord == "alle" || await boxes.Nth(i).GetAttributeAsync("value") == antwoord)
                    await boxes.Nth(i).CheckAsync();
            }
            if (await boxes.CountAsync() > 0)
                continue;
            var control = person.Page.Locator($"[name='Input.Velden[{veld}]']").First;
            switch (await control.EvaluateAsync<string>("e => e.type"))
            {
                case "radio":
                    await person.ChooseAsync($"Velden[{veld}]", antwoord);
                    break;
                case "select-one":
                    await person.SelectAsync($"Velden[{veld}]", antwoord);
                    break;
                default:
                    await control.FillAsync(antwoord);
                    break;
            }
        }
    }

    private async Task VulIn(params Gegeven[] gegevens)
    {
        foreach (var (i, gegeven) in gegevens.Index())
        {
            if (i > 0)
                await person.PressAsync("Nog een gegeven toevoegen");
            await person.SelectAsync($"Gegevens[{i}].Veld", gegeven.Veld);
            if (gegeven.Verstrekker is { } from)
                await person.SelectAsync($"Gegevens[{i}].Verstrekker", from);
            await person.FillAsync($"Gegevens[{i}].Waarde", gegeven.Waarde);
            await person.FillAsync($"Gegevens[{i}].Noodzaak", gegeven.Noodzaak);
            if (gegeven.NoodzaakBijzonder is { } special)
            {
                var part = person.Page.Locator("details", new() { Has = person.Page.Locator($"[name='Input.Gegevens[{i}].NoodzaakBijzonder']") });
                if (await part.GetAttributeAsync("open") is null)
                    await part.Locator("summary").First.ClickAsync();
                await person.FillAsync($"Gegevens[{i}].NoodzaakBijzonder", special);
            }
            if (gegeven.Grondslag is not { } ground)
                continue;
            await person.ChooseAsync($"Gegevens[{i}].Grondslag.Wet", ground.Wet);
            await person.FillAsync($"Gegevens[{i}].Grondslag.Artikel", ground.Artikel);
            await person.FillAsync($"Gegevens[{i}].Grondslag.Op", Over(-1));
            await person.FillAsync($"Gegevens[{i}].Grondslag.InstemmingVan", "officier van justitie");
        }
    }

    private async Task OpenGegeven(Zaak zaak, string soort)
    {
        await Open(zaak.Pad);
        var item = person.Page.Locator("article", new() { Has = person.Page.Locator("h4", new() { HasTextString = soort }) }).First;
        await item.Locator("summary", new() { HasText = "Waarom zie ik dit?" }).ClickAsync();
        await person.GoAsync(() => item.GetByText("Noodzaak vastleggen").ClickAsync());
    }
}
