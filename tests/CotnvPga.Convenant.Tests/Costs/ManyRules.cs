using System.Globalization;
using System.Text;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests.Costs;

/// <summary>The real words with rules that were made up: as many as asked, each about its own corner of the domain.</summary>
internal static class ManyRules
{
    private static readonly string[] Parties = ["burgemeester", "politie", "om", "college", "reclassering", "rvdk", "fg", "auditor", "nctv", "rac"];
    private static readonly string[] Phases = ["melding", "aanmelding", "weging", "verzameling", "casusoverleg", "uitvoering", "afgesloten"];
    private static readonly string[] Categories = ["identificatie", "bsn", "signaal", "inbrenger", "plan", "politie", "justitie", "relatie"];
    private static readonly string[] Needs = ["geautoriseerd", "noodzakelijk", "betrokken", "geraadpleegd"];

    /// <summary>A convenant with this many rules besides the closing one.</summary>
    public static IReadOnlyList<RuleFile> Files(int count)
    {
        var text = new StringBuilder("laag: wet\nregels:\n  - {id: dicht, soort: slot, grondslag: wet-pga:2.2, zekerheid: vastgesteld, toelichting: Dicht.}\n");
        for (var i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: r{i}, soort: {(i % 5 == 4 ? "verbod" : i % 5 == 3 ? "voorwaarde" : "toestaan")}, waar: {{doel: persoonsgericht, {Corner(i)}}}, {(i % 5 == 4 ? "" : $"mits: {Needs[i % Needs.Length]}, ")}geldig: {{van: 2025-07-01}}, grondslag: wet-pga:5.3, zekerheid: afgeleid, toelichting: Zin.}}\n");
        return
        [
            .. ConvenantFolder.Read(TheConvenant.Folder).Where(f => f.Path is "vocabulaire.yaml" or "bronnen.yaml"),
            new RuleFile("wet/veel.yaml", text.ToString()),
        ];
    }

    private static string Corner(int i) =>
        $"handeling: raadplegen, partij: {Parties[i % Parties.Length]}, fase: {Phases[i / Parties.Length % Phases.Length]}, categorie: {Categories[i / (Parties.Length * Phases.Length) % Categories.Length]}";
}
