using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>
/// Circumstances that no screen and no step can ever set: a rule that asks for one never opens. Who sets each is declared with
/// <c>gezet_door</c>, and held against what the starts and steps say that they give.
/// </summary>
internal static class Setters
{
    private static readonly string[] Screens = ["lidmaatschap", "gegeven", "verstrekking"];

    public static void Run(Study study)
    {
        var process = study.Read.Process;
        if (process.SetBy.Count == 0)
            return;
        var steps = process.Steps.Concat(process.Acts).ToList();
        foreach (var circumstance in study.Words.Circumstances)
        {
            var declared = process.SetBy.GetValueOrDefault(circumstance.Code, []);
            var path = $"gezet_door/{circumstance.Code}";
            if (declared.Count == 0)
                study.Error(Finding.NeverSet, study.Read.Places[$"omstandigheden/{circumstance.Code}"], $"Niets zet de omstandigheid '{circumstance.Code}': een regel die haar vraagt, gaat nooit open. Zeg bij 'gezet_door' welke stap of welk scherm haar zet.");
            foreach (var by in declared.Where(by => !Screens.Contains(by)))
            {
                var known = by == "start" || steps.Exists(s => s.Code == by);
                var gives = by == "start"
                    ? process.Starts.Any(s => s.Becomes.Contains(circumstance.Code) || s.AddresseeBecomes.Contains(circumstance.Code))
                    : steps.Exists(s => s.Code == by && s.Grants.Contains(circumstance.Code));
                if (!known)
                    study.Error(Finding.UnknownCode, study.Read.Places[path], $"'{by}' is geen stap en geen scherm.{Nearest.Suggestion(by, steps.Select(s => s.Code).Concat(Screens).Append("start"))}");
                else if (!gives)
                    study.Error(Finding.SetElsewhere, study.Read.Places[path], $"'{by}' zet volgens deze regel '{circumstance.Code}', en het proces zegt van niet: zet '{circumstance.Code}' daar bij '{(by == "start" ? "wordt" : "geeft")}'.");
            }
            foreach (var step in steps.Where(s => s.Grants.Contains(circumstance.Code) && !declared.Contains(s.Code)))
                study.Error(Finding.SetElsewhere, study.Read.Places[$"{Lists.Of(process, step)}/{step.Code}/geeft/{circumstance.Code}"], $"De stap '{step.Code}' geeft '{circumstance.Code}', en bij 'gezet_door' staat die stap niet.");
        }
    }
}
