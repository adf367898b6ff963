using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Fields of the catalogue that nobody may ever record from a supplier that the catalogue names, or that nobody may ever see.</summary>
internal static class FieldRights
{
    public static void Run(Study study)
    {
        var act = study.Words.Axis("handeling");
        if (act is null || act.IndexOf("vastleggen") < 0 || act.IndexOf("raadplegen") < 0 || study.Read.Fields.Count == 0)
            return;
        var known = new Dictionary<(string, string, string, string), bool>();
        bool Opens(string what, FieldDefinition field, string supplier)
        {
            var key = (what, field.Category, field.Nature, supplier);
            if (!known.TryGetValue(key, out var opens))
                known[key] = opens = EverOpen(study, what, field, supplier);
            return opens;
        }
        foreach (var field in study.Read.Fields.Values)
        {
            var none = field.Suppliers.Where(s => !Opens("vastleggen", field, s)).ToList();
            foreach (var supplier in none)
            {
                study.Warning(Finding.FieldWithoutRight, study.Read.Places[$"velden/{field.Code}/verstrekkers/{supplier}"], $"{field.Code}/{supplier}",
                    $"Het veld '{field.Code}' noemt '{supplier}' als verstrekker, en geen regel laat ooit toe dat dit van '{supplier}' wordt vastgelegd. Haal de verstrekker weg of kijk de categorie na.",
                    CellOf(field, supplier, "vastleggen"));
            }
            if (none.Count < field.Suppliers.Count && !field.Suppliers.Any(s => Opens("raadplegen", field, s)))
                study.Warning(Finding.FieldWithoutRight, study.Read.Places[$"velden/{field.Code}"], field.Code, $"Niemand mag het veld '{field.Code}' ooit zien, ook al mag het worden vastgelegd.", CellOf(field, field.Suppliers.First(), "raadplegen"));
        }
    }

    private static bool EverOpen(Study study, string act, FieldDefinition field, string supplier)
    {
        var only = new Dictionary<int, IReadOnlySet<int>>();
        foreach (var (name, code) in new[] { ("handeling", act), ("categorie", field.Category), ("bijzonder", field.Nature), ("verstrekker", supplier) })
        {
            if (study.Words.Axis(name) is not { } axis)
                continue;
            if (axis.IndexOf(code) < 0)
                return true;
            only[axis.Index] = new HashSet<int> { axis.IndexOf(code) };
        }
        var parts = study.Divide(only: only).Parts().FindAll(p => study.Words.ItemAxes.Any(a => a.ResourceType == p.Type.Code));
        return new Cases(study.Words, study.Speakers, parts, study.Situations).All.Any(c => !c.Open.IsEmpty);
    }

    private static string CellOf(FieldDefinition field, string supplier, string act) =>
        $"handeling {act}, categorie {field.Category}{(field.Nature is "" or "geen" ? "" : $", bijzonder {field.Nature}")}, verstrekker {supplier}";
}
