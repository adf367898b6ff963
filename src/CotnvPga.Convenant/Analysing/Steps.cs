using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Steps that nobody can take, outcomes that cannot come about, and joint steps that leave somebody out.</summary>
internal static class Steps
{
    public static void Run(Study study)
    {
        var process = study.Read.Process;
        var flow = new ProcessFlow(process);
        var together = process.Steps.Concat(process.Acts).Where(s => s.Manner == StepManner.Samen).SelectMany(s => s.Parties).ToHashSet();
        foreach (var step in process.Steps.Concat(process.Acts))
        {
            var at = $"{Lists.Of(process, step)}/{step.Code}";
            Possible(study, step, flow, at);
            Outcomes(study, step, at);
            foreach (var code in step.AnyOf.Where(c => study.Words.Circumstance(c) is { Kind: Vocabularies.CircumstanceKind.Gegeven }))
                study.Error(Finding.ImpossibleStep, study.Read.Places[$"{at}/met/{code}"], $"De stap '{step.Code}' vraagt '{code}', en dat is een feit van een gegeven en niet van wie de stap zet.");
            if (step.Manner == StepManner.Samen && step.Parties.Count < 2)
                study.Error(Finding.TogetherIncomplete, study.Read.Places[$"{at}/wie"], $"De stap '{step.Code}' doen partijen samen, en bij 'wie' {(step.Parties.Count == 0 ? "staat niemand" : $"staat er één: '{step.Parties.First()}'")}. Noem ze alle, of kies een andere 'wijze'.");
            else if (step.Manner == StepManner.Samen && !together.IsSubsetOf(step.Parties))
                study.Warning(Finding.TogetherIncomplete, study.Read.Places[$"{at}/wie"], step.Code, $"De stap '{step.Code}' doen partijen samen zonder '{string.Join("' en '", together.Where(p => !step.Parties.Contains(p)))}', en andere stappen met 'wijze: samen' niet.");
            foreach (var party in step.Parties.Where(p => process.Memberships.Count > 0 && !process.Memberships.Values.Any(m => m.Party == p || m.Elsewhere == p)))
                study.Warning(Finding.NobodyThere, study.Read.Places[$"{at}/wie"], $"{step.Code}/{party}", $"'{party}' mag de stap '{step.Code}' zetten, en niemand kan lid zijn van '{party}': er is geen lidmaatschap voor.");
        }
    }

    private static void Possible(Study study, StepDefinition step, ProcessFlow flow, string at)
    {
        if (step.From.Any(p => flow.CanFire(step, p)) || study.Read.Process.Starts.Count == 0)
            return;
        if (step.Manner == StepManner.Proces && step.AlsoProcess is null)
            study.Error(Finding.ImpossibleStep, study.Read.Places[$"{at}/wijze"], $"De stap '{step.Code}' zet het proces zelf, en nergens staat wanneer. Geef bij 'na' de termijn.");
        else if (step.Manner != StepManner.Proces && step.Parties.Count == 0)
            study.Error(Finding.ImpossibleStep, study.Read.Places[$"{at}/wie"], $"Niemand mag de stap '{step.Code}' zetten: 'wie' is leeg.");
        else if (!step.From.Any(flow.Reaches))
            study.Error(Finding.ImpossibleStep, study.Read.Places[$"{at}/van"], $"De stap '{step.Code}' kan niet: geen zaak komt ooit in de fase '{string.Join("' of '", step.From)}'.");
        else
            study.Error(Finding.ImpossibleStep, study.Read.Places[$"{at}/met"], $"Niemand kan de stap '{step.Code}' zetten: hij vraagt '{string.Join("' of '", step.AnyOf)}', en dat kan in de fase '{string.Join("' of '", step.From)}' nog niemand zijn.");
    }

    private static void Outcomes(Study study, StepDefinition step, string at)
    {
        if (Excluding(study, step.Needs) is { } pair)
            study.Error(Finding.ImpossibleStep, study.Read.Places[$"{at}/vereist"], $"De stap '{step.Code}' vereist '{pair.Item1}' en '{pair.Item2}', en die gaan niet samen.");
        for (var i = 0; i < step.Outcomes.Count; i++)
        {
            var outcome = step.Outcomes[i];
            var place = study.Read.Places[$"{at}/naar/{i + 1}"];
            if (step.Outcomes.Take(i).Any(earlier => earlier.When.All(f => outcome.When.Contains(f) || step.Needs.Contains(f))))
                study.Error(Finding.ImpossibleOutcome, place, $"De uitkomst '{outcome.Phase}' van de stap '{step.Code}' komt nooit aan de beurt: een eerdere uitkomst vraagt hetzelfde of minder. Zet de strengste bovenaan.");
            else if (Excluding(study, [.. step.Needs, .. outcome.When]) is { } clash)
                study.Error(Finding.ImpossibleOutcome, place, $"De uitkomst '{outcome.Phase}' van de stap '{step.Code}' vraagt '{clash.Item1}' en '{clash.Item2}', en die gaan niet samen.");
        }
    }

    private static (string, string)? Excluding(Study study, IReadOnlyList<string> facts)
    {
        foreach (var fact in facts)
        {
            if (study.Read.Process.Facts.TryGetValue(fact, out var known) && known.Excludes.FirstOrDefault(facts.Contains) is { } other)
                return (fact, other);
        }
        return null;
    }
}
