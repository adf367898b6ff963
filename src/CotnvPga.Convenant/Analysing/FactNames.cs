using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Facts that steps name and nobody knows, and the other way round.</summary>
internal static class FactNames
{
    public static void Run(Study study)
    {
        var process = study.Read.Process;
        if (process.Facts.Count == 0)
            return;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in process.Steps.Concat(process.Acts))
        {
            var at = $"{Lists.Of(process, step)}/{step.Code}";
            foreach (var fact in step.Needs)
                Known(study, fact, $"{at}/vereist", used);
            for (var i = 0; i < step.Outcomes.Count; i++)
            {
                foreach (var fact in step.Outcomes[i].When)
                    Known(study, fact, $"{at}/naar/{i + 1}/wanneer", used);
            }
        }
        foreach (var fact in process.Facts.Values)
        {
            foreach (var other in fact.Excludes)
                Known(study, other, $"feiten/{fact.Code}/sluit_uit", []);
            if (!used.Contains(fact.Code))
                study.Warning(Finding.UnusedFact, study.Read.Places[$"feiten/{fact.Code}"], fact.Code, $"Geen stap vereist het feit '{fact.Code}'.");
            if (fact.Term is { } term && !process.Terms.ContainsKey(term))
                study.Error(Finding.UnknownCode, study.Read.Places[$"feiten/{fact.Code}/termijn"], $"De termijn '{term}' bestaat niet.{Nearest.Suggestion(term, process.Terms.Keys)}");
            if (fact.Reasons is { } reasons && !process.Reasons.ContainsKey(reasons))
                study.Error(Finding.UnknownCode, study.Read.Places[$"feiten/{fact.Code}/redenen"], $"De redenen '{reasons}' bestaan niet.{Nearest.Suggestion(reasons, process.Reasons.Keys)}");
        }
    }

    private static void Known(Study study, string fact, string at, HashSet<string> used)
    {
        used.Add(fact);
        if (!study.Read.Process.Facts.ContainsKey(fact))
            study.Error(Finding.UnknownFact, study.Read.Places[$"{at}/{fact}"], $"Het feit '{fact}' bestaat niet.{Nearest.Suggestion(fact, study.Read.Process.Facts.Keys)} Een stap die het vereist, kan niemand zetten.");
    }
}
