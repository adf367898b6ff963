using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Words that stand in the files and that nothing uses: often what is left of a change, or a slip in the other place.</summary>
internal static class Unused
{
    public static void Groups(Study study)
    {
        foreach (var axis in study.Words.Axes)
        {
            foreach (var group in axis.Groups.Keys.Where(g => !study.Read.Places.MentionsAnywhere(g)))
                study.Warning(Finding.UnusedGroup, study.Read.Places[$"groepen/{axis.Name}/{group}"], $"{axis.Name}/{group}", $"Niets gebruikt de groep '{group}' van de as '{axis.Name}'.");
        }
    }

    public static void Circumstances(Study study)
    {
        var used = study.Read.Book.Rules.SelectMany(Parts.Circumstances.NamedBy)
            .Concat(study.Read.Process.Steps.Concat(study.Read.Process.Acts).Concat(study.Read.Process.Records.Select(r => r.Step)).SelectMany(s => s.AnyOf)).ToHashSet();
        foreach (var circumstance in study.Words.Circumstances.Where(c => !used.Contains(c.Code)))
            study.Warning(Finding.UnusedCircumstance, study.Read.Places[$"omstandigheden/{circumstance.Code}"], circumstance.Code, $"Geen regel en geen stap vraagt naar de omstandigheid '{circumstance.Code}'.");
    }

    public static void Articles(Study study)
    {
        var cited = study.Read.Cited.ToHashSet(StringComparer.Ordinal);
        foreach (var article in study.Read.Book.Sources.Articles)
        {
            // Who cites a paragraph uses its article.
            if (study.Read.Places.Has(ArticlePath(article.Id)) && !cited.Any(c => c == article.Id || c.StartsWith(article.Id + ".", StringComparison.Ordinal)))
                study.Warning(Finding.UnusedArticle, study.Read.Places[ArticlePath(article.Id)], article.Id, $"Niets rust op {article.Citation} ('{article.Id}').");
        }
    }

    public static void Terms(Study study)
    {
        var process = study.Read.Process;
        var used = process.Steps.Concat(process.Acts).Select(s => s.AlsoProcess).Concat(process.Facts.Values.Select(f => f.Term)).Concat(process.AllRecords.Select(r => r.Term)).Concat(study.Read.Covenants.Clauses.Select(c => c.TermCode)).OfType<string>().ToList();
        foreach (var term in process.Terms.Values.Where(t => t.Phase is null && !used.Exists(u => t.Code == u || t.Code.StartsWith(u + "_", StringComparison.Ordinal))))
            study.Warning(Finding.UnusedTerm, study.Read.Places[$"termijnen/{term.Code}"], term.Code, $"Geen fase, stap of feit hoort bij de termijn '{term.Code}'; er gebeurt niets als hij verloopt.");
    }

    public static void Reasons(Study study)
    {
        var process = study.Read.Process;
        if (process.Facts.Count == 0)
            return;
        var fields = process.AllRecords.SelectMany(r => r.Fields).SelectMany(f => f.Rows.Prepend(f));
        var used = process.Facts.Values.Select(f => f.Reasons).Concat(fields.Select(f => f.From)).ToHashSet();
        if (process.Interventions.All.Count > 0)
            used.Add(InterventionReader.LifeAreas);
        foreach (var list in process.Reasons.Keys.Where(l => !used.Contains(l)))
            study.Warning(Finding.UnusedReasons, study.Read.Places[$"redenen/{list}"], list, $"Geen enkel feit of stuk kiest uit de redenen '{list}'.");
    }

    public static string ArticlePath(string id) => id.Split(':', 2) is [var source, var key] ? $"bronnen/{source}/artikelen/{key}" : "bronnen";
}
