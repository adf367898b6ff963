using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>Makes convenants of the village from a few rules, and questions to them.</summary>
internal static class VillageConvenant
{
    public static readonly LocalDate Day = new(2024, 5, 1);

    /// <summary>A village in which only the law holds.</summary>
    public static CompiledConvenant Law(params ReadOnlySpan<string> rules) => Load(LawFile(rules));

    /// <summary>A village with these files beside its words.</summary>
    public static CompiledConvenant Load(params ReadOnlySpan<RuleFile> files)
    {
        var result = CompiledConvenant.Load([new RuleFile("vocabulaire.yaml", VillageWords.Vocabulary), new RuleFile("bronnen.yaml", VillageWords.Sources), .. files]);
        return result.Convenant ?? throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    public static RuleFile LawFile(params ReadOnlySpan<string> rules) => RulesFile("wet", [VillageWords.Shut, .. rules]);

    public static RuleFile RulesFile(string layer, params ReadOnlySpan<string> rules) =>
        new($"{layer}.yaml", $"laag: {layer}\nregels:\n{string.Concat(rules)}");

    /// <summary>One rule; the law's article 2 unless it says another.</summary>
    public static string Rule(string id, string kind, string where, string more = "", string ground = "w:2", string certainty = "vastgesteld") =>
        $"- {{id: {id}, soort: {kind}, waar: {where}{(more.Length > 0 ? ", " + more : "")}, grondslag: \"{ground}\", zekerheid: {certainty}, toelichting: Zo is {id}.}}\n";

    /// <summary>The baker reads at the market by day; what differs is said as <c>as=code</c>.</summary>
    public static Question Item(string differs = "", string given = "", LocalDate? day = null)
    {
        var codes = new Dictionary<string, string>
        {
            ["partij"] = "bakker",
            ["handeling"] = "lezen",
            ["doel"] = "markt",
            ["fase"] = "dag",
            ["categorie"] = "brood",
            ["bijzonder"] = "geen",
            ["verstrekker"] = "smid",
            ["rol"] = "geen",
        };
        return With("gegeven", codes, differs, given, day);
    }

    /// <summary>The baker talks at the table by day.</summary>
    public static Question Table(string differs = "", string given = "", LocalDate? day = null)
    {
        var codes = new Dictionary<string, string> { ["partij"] = "bakker", ["handeling"] = "praten", ["doel"] = "markt", ["fase"] = "dag" };
        return With("tafel", codes, differs, given, day);
    }

    public static string Said(this Answer answer) => $"{answer.Outcome} {string.Join('|', answer.Missing.Select(s => string.Join('+', s)))}".TrimEnd();

    public static string Said(this NaiveAnswer answer) => $"{answer.Outcome} {string.Join('|', answer.Missing.Select(s => string.Join('+', s)))}".TrimEnd();

    public static HashSet<string> Words(string given) => [.. given.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static Question With(string type, Dictionary<string, string> codes, string differs, string given, LocalDate? day)
    {
        foreach (var one in Words(differs))
            codes[one.Split('=')[0]] = one.Split('=')[1];
        return new Question(type, codes, day ?? Day, Words(given));
    }
}
