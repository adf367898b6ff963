using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Phases that no case can reach, in which it stays for ever, or whose term nobody can keep.</summary>
internal static class Phases
{
    public static void Run(Study study)
    {
        var process = study.Read.Process;
        if (process.Steps.Count == 0 || study.Words.Axis("fase") is not { } axis)
            return;
        if (process.Starts.Count == 0)
            study.Error(Finding.BadStart, study.Read.Places["stappen"], "Er zijn stappen, en geen 'start' zegt waar een zaak begint.");
        var flow = new ProcessFlow(process);
        var list = study.Read.ListOf(axis);
        foreach (var phase in axis.Codes.Where(p => process.Starts.Count > 0 && !flow.Reaches(p)))
            study.Warning(Finding.UnreachablePhase, study.Read.Places[$"{list}/{phase}"], phase, $"Geen start en geen stap die iemand kan zetten leidt naar de fase '{phase}'. Geef een stap deze fase bij 'naar'.");
        DeadEnds(study, flow, [.. axis.Codes.Where(flow.Reaches)], list);
        Terms(study, flow);
    }

    /// <summary>A phase without a way on is an end; from every other phase a case must be able to come to an end.</summary>
    private static void DeadEnds(Study study, ProcessFlow flow, List<string> phases, string list)
    {
        foreach (var phase in phases.Where(p => !flow.Next(p).Any()))
            study.Warning(Finding.DeadEnd, study.Read.Places[$"{list}/{phase}"], phase, $"Uit de fase '{phase}' leidt geen stap die iemand kan zetten; een zaak blijft daar voor altijd. Is dit het einde, zet het dan bij 'bewust'.");
        var ending = phases.Where(p => !flow.Next(p).Any()).ToHashSet();
        while (phases.Any(p => !ending.Contains(p) && flow.Next(p).Any(ending.Contains)))
            ending.UnionWith(phases.Where(p => flow.Next(p).Any(ending.Contains)).ToList());
        foreach (var phase in phases.Where(p => !ending.Contains(p)))
            study.Warning(Finding.DeadEnd, study.Read.Places[$"{list}/{phase}"], phase, $"Vanuit de fase '{phase}' komt een zaak nooit aan een einde: de stappen leiden in een kring.");
    }

    private static void Terms(Study study, ProcessFlow flow)
    {
        var process = study.Read.Process;
        foreach (var term in process.Terms.Values.Where(t => t.Phase is not null))
        {
            if (process.Steps.Count > 0 && !process.Steps.Any(s => flow.CanFire(s, term.Phase!)))
                study.Warning(Finding.TermWithoutOwner, study.Read.Places[$"termijnen/{term.Code}/fase"], term.Code, $"De termijn '{term.Code}' loopt in de fase '{term.Phase}', en daar kan niemand een stap zetten om hem te halen.");
            if (process.Terms.Values.First(t => t.Phase == term.Phase) is var first && first != term)
                study.Error(Finding.DuplicateCode, study.Read.Places[$"termijnen/{term.Code}/fase"], $"De fase '{term.Phase}' heeft al een termijn: '{first.Code}'. Een fase heeft één klok.");
        }
        foreach (var term in process.Terms.Values.Where(t => t.Value == 0))
            study.Error(Finding.BadNumber, study.Read.Places[$"termijnen/{term.Code}/waarde"], $"De termijn '{term.Code}' is 0 {term.Unit}; zo is alles meteen te laat. Geef 1 of meer.");
    }
}
