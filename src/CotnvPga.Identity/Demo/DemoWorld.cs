using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Identity.Demo;

/// <summary>Who lives in the demo: three fictional municipalities and the people who work with them.</summary>
public static class DemoWorld
{
    public const string Voorbeeldstad = "9901";
    public const string Modelveen = "9902";

    /// <summary>The municipality without a covenant of its own.</summary>
    public const string Polderdam = "9903";

    /// <summary>Everybody who can log in.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        .. Municipality("voorbeeldstad", "Voorbeeldstad", Voorbeeldstad),
        .. Municipality("modelveen", "Modelveen", Modelveen),
        .. Municipality("polderdam", "Polderdam", Polderdam),
        new("plaatsvervanger.voorbeeldstad", "Plaatsvervangend coördinator Voorbeeldstad", Party.Burgemeester, "plaatsvervanger", Voorbeeldstad),
        new("procesregisseur.zvh", "Procesregisseur Zorg- en Veiligheidshuis", Party.Burgemeester, "procesregisseur", Voorbeeldstad),
        new("politie.eenheid", "Politie-eenheid", Party.Politie, "weegploeglid", Voorbeeldstad, Modelveen),
        new("om.parket", "Arrondissementsparket", Party.Om, "weegploeglid", Voorbeeldstad, Modelveen),
        new("nctv.adviseur", "Lokaal adviseur NCTV", Party.Nctv, "adviseur"),
        new("nctv.compliance", "Compliance officer NCTV", Party.Nctv, "compliance"),
        new("nctv.rapportage", "Landelijke rapportage", Party.Landelijk, "rapportage"),
        new("fg.voorbeeldstad", "Functionaris gegevensbescherming Voorbeeldstad", Party.Fg, "fg", Voorbeeldstad),
        new("rac.landelijk", "Rechtmatigheidsadviescommissie", Party.Rac, "commissie"),
        new("auditor.landelijk", "Privacy-auditor", Party.Auditor, "auditor"),
        new("beheer.landelijk", "Technisch beheer", Party.Beheer, "beheer"),
    ];

    /// <summary>The person with this name to log in with.</summary>
    /// <exception cref="ArgumentException">Nobody in the demo has this name.</exception>
    public static DemoPerson Person(string userName) =>
        People.FirstOrDefault(p => p.UserName == userName)
        ?? throw new ArgumentException($"Nobody in the demo is called '{userName}'.", nameof(userName));

    private static IEnumerable<DemoPerson> Municipality(string suffix, string name, string code) =>
    [
        new($"coordinator.{suffix}", $"Coördinator {name}", Party.Burgemeester, "coordinator", code),
        new($"zorg.{suffix}", $"Zorgregisseur {name}", Party.College, "lid", code),
        new($"politie.{suffix}", $"Politie {name}", Party.Politie, "weegploeglid", code),
        new($"om.{suffix}", $"Openbaar ministerie {name}", Party.Om, "weegploeglid", code),
        new($"reclassering.{suffix}", $"Reclassering {name}", Party.Reclassering, "deelnemer", code),
        new($"rvdk.{suffix}", $"Raad voor de kinderbescherming {name}", Party.Rvdk, "deelnemer", code),
    ];
}
