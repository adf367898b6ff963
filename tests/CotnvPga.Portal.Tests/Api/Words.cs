namespace CotnvPga.Portal.Tests.Api;

/// <summary>Bodies that are right, for tests that are about something else.</summary>
internal static class Words
{
    private static readonly string[] Criteria = ["geweldsbereidheid", "extremistische_denkbeelden", "sociale_relaties", "identificatie", "zelfredzaamheid"];

    public static object Signaal(params object[] gegevens) => new
    {
        gemeente = "9901",
        aanleiding = "Een jongerenwerker maakt zich zorgen.",
        gegevens,
    };

    public static object Gegeven(string veld, string waarde, string? verstrekker = null) => new
    {
        veld,
        waarde,
        verstrekker,
        noodzaak = "Nodig om te wegen.",
    };

    public static object Politiegegeven(string veld, string waarde) => new
    {
        veld,
        waarde,
        noodzaak = "Nodig om te wegen.",
        noodzaakBijzonder = "Zonder dit is het gevaar niet te duiden.",
        grondslag = new { wet = "wpg", artikel = "18", instemmingVan = "officier van justitie", op = "2026-01-05" },
    };

    public static object Oordeel(string oordeel) => new
    {
        oordeel,
        criteria = Criteria.Select(criterium => new { criterium, bevinding = "Gezien door de jongerenwerker.", contraIndicatie = "Niets gevonden." }),
        motivering = "Samen bezien past de zaak bij het doel.",
    };

    public static object Aanmelden { get; } = new { stap = "aanmelden", kwaliteit = new { juistheid = true, toelichting = "Nagebeld en gecontroleerd." } };

    public static object Deelnemers(params string[] partijen) => new
    {
        stap = "deelnemers_vaststellen",
        deelnemers = partijen.Select(partij => new { partij, reden = "Nodig voor het plan." }),
    };

    public static object Plan { get; } = new
    {
        stap = "plan_vaststellen",
        doelen = new[] { "Weer naar school." },
        interventies = new[] { new { omschrijving = "Wekelijks gesprek", eigenaar = "college", datum = "2027-01-15" } },
    };

    public static object Stap(string stap) => new { stap };
}
