using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Fields of the catalogue that nobody may ever record from a supplier that the catalogue names, or that nobody may ever see.</summary>
internal static class FieldRights
{
    private static readonly string[] Axes = ["handeling", "categorie", "bijzonder", "verstrekker"];

    public static void Run(Study study)
    {
        if (study.Read.Fields.Count == 0 || Axes.Any(name => study.Words.Axis(name) is null))
            return;
        var open = EverOpen(study);
        foreach (var field in study.Read.Fields.Values)
        {
            var none = field.Suppliers.Where(s => !open.Contains(("vastleggen", field.Category, field.Nature, s))).ToList();
            foreach (var supplier in none)
            {
                study.Warning(Finding.FieldWithoutRight, study.Read.Places[$"velden/{field.Code}/verstrekkers/{supplier}"], $"{field.Code}/{supplier}",
                    $"Het veld '{field.Code}' noemt '{supplier}' als verstrekker, en geen regel laat ooit toe dat dit van '{supplier}' wordt vastgelegd. Haal de verstrekker weg of kijk de categorie en de bijzondere aard na.",
                    CellOf(field, supplier, "vastleggen"));
            }
            if (none.Count < field.Suppliers.Count && !field.Suppliers.Any(s => open.Contains(("raadplegen", field.Category, field.Nature, s))))
                study.Warning(Finding.FieldWithoutRight, study.Read.Places[$"velden/{field.Code}"], field.Code, $"Niemand mag het veld '{field.Code}' ooit zien, ook al mag het worden vastgelegd.", CellOf(field, field.Suppliers.First(), "raadplegen"));
        }
    }

    /// <summary>The kinds of items that somebody may at some time record or see, in some place and with some circumstances.</summary>
    private static HashSet<(string Act, string Category, string Nature, string Supplier)> EverOpen(Study study)
    {
        var axes = Axes.Select(name => study.Words.Axis(name)!).ToList();
        var used = study.Read.Fields.Values;
        IReadOnlySet<int> Only(int axis, IEnumerable<string> codes) => codes.Select(axes[axis].IndexOf).Where(v => v >= 0).ToHashSet();
        var only = new Dictionary<int, IReadOnlySet<int>>
        {
            [axes[0].Index] = Only(0, ["vastleggen", "raadplegen"]),
            [axes[1].Index] = Only(1, used.Select(f => f.Category)),
            [axes[2].Index] = Only(2, used.Select(f => f.Nature)),
            [axes[3].Index] = Only(3, used.SelectMany(f => f.Suppliers)),
        };
        var cases = study.CasesOf(study.Divide(axes, only, s => s.What is Rule { Kind: RuleKind.Toestaan }));
        var open = new HashSet<(string, string, string, string)>();
        for (var part = 0; part < cases.Parts.Count; part++)
        {
            var values = axes.ConvertAll(a => a.Values.ElementAtOrDefault(cases.Parts[part].Values[a.Index])?.Code ?? "");
            var kind = (values[0], values[1], values[2], values[3]);
            if (!open.Contains(kind) && Enumerable.Range(0, cases.Situations.Count).Any(s => cases.Of(part, s) is { CanBeTried: true, Open.IsEmpty: false }))
                open.Add(kind);
        }
        return open;
    }

    private static string CellOf(FieldDefinition field, string supplier, string act) =>
        $"handeling {act}, categorie {field.Category}{(field.Nature is "" or "geen" ? "" : $", bijzonder {field.Nature}")}, verstrekker {supplier}";
}
