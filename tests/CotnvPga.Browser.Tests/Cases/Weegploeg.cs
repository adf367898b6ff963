namespace CotnvPga.Browser.Tests.Cases;

/// <summary>The three that weigh and decide together. Whoever is first proposes, the others agree.</summary>
internal sealed class Weegploeg(params Collega[] drie)
{
    private Collega Eerste => drie[0];

    public async Task Weegt(Zaak zaak, string oordeel, string motivering)
    {
        foreach (var lid in drie)
            await lid.Weeg(zaak, oordeel, motivering);
    }

    /// <summary>Decides who takes part; each with a reason.</summary>
    public Task StelDeelnemersVast(Zaak zaak, params (string Partij, string Reden)[] deelnemers) => Samen(zaak, "stappen/deelnemers_vaststellen", async () =>
    {
        foreach (var (partij, reden) in deelnemers)
        {
            var rij = await Eerste.RijVan(partij);
            await Eerste.Vink($"{rij}.DoetMee");
            await Eerste.Schrijf($"{rij}.Reden", reden);
        }
    });

    public Task StelPlanVast(Zaak zaak, string doel, string interventie, string eigenaar) => Samen(zaak, "stappen/plan_vaststellen", async () =>
    {
        await Eerste.Schrijf("Doelen[0]", doel);
        await Eerste.Schrijf("Interventies[0].Omschrijving", interventie);
        await Eerste.KiesUitLijst("Interventies[0].Eigenaar", eigenaar);
        await Eerste.Schrijf("Interventies[0].Datum", Collega.Over(30));
    });

    public Task SluitAf(Zaak zaak, string reden, string toelichting) => Samen(zaak, "stappen/afsluiten", async () =>
    {
        await Eerste.Kies("Reden", reden);
        await Eerste.Schrijf("Toelichting", toelichting);
    });

    public Task DraagtOver(Zaak zaak, string gemeente, string toelichting) => Samen(zaak, "stappen/overdragen", async () =>
    {
        await Eerste.KiesUitLijst("Gemeente", gemeente);
        await Eerste.Schrijf("Toelichting", toelichting);
    });

    /// <summary>Admits somebody from outside to one meeting.</summary>
    public Task LaatToe(Zaak zaak, string partij, string persoon, string organisatie, string grondslag, string doel) => Samen(zaak, "overleg/toelaten", async () =>
    {
        await Eerste.Kies("Partij", partij);
        await Eerste.Schrijf("Persoon", persoon);
        await Eerste.Schrijf("Organisatie", organisatie);
        await Eerste.Kies("Grondslag", grondslag);
        await Eerste.Schrijf("Doel", doel);
        await Eerste.Schrijf("Overleg", Collega.Over(7));
    });

    /// <summary>Lays down a record that the three make together.</summary>
    public Task LegtVast(Zaak zaak, string soort, params (string Veld, string Antwoord)[] velden) =>
        Samen(zaak, $"stukken/{soort}", () => Eerste.Beantwoord(velden));

    /// <summary>The same for one that belongs to another record.</summary>
    public async Task LegtVastBij(Zaak zaak, string ander, string naam, params (string Veld, string Antwoord)[] velden) =>
        await Samen(zaak, await Eerste.PlekBij(zaak, ander, naam), () => Eerste.Beantwoord(velden));

    private async Task Samen(Zaak zaak, string wat, Func<Task> vul)
    {
        await Eerste.StelVoor(zaak, wat, vul);
        foreach (var lid in drie[1..])
            await lid.StemIn(zaak, wat);
    }
}
