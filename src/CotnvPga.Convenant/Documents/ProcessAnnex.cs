using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Documents;

/// <summary>The annex with steps, who takes them, and terms.</summary>
internal static class ProcessAnnex
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, DocumentRequest request, int number)
    {
        yield return new Heading(Heading.Part, $"Bijlage {number}. Het proces", $"bijlage-{number}") { OnNewPage = true };
        yield return new Paragraph("Een zaak gaat van fase naar fase. Elke stap hoort bij wie haar mag zetten; het systeem neemt geen stap aan van een ander.");
        yield return Steps(words, "Stappen", convenant.Process.Steps);
        if (convenant.Process.Acts.Count > 0)
            yield return Steps(words, "Handelingen naast de stappen; de fase blijft gelijk", convenant.Process.Acts);
        yield return new Table(
            "Termijnen en andere getallen",
            ["Termijn", "Geldt", "Fase", "Grondslag", "Zekerheid"],
            [.. request.Edition.Terms.Values.Select(t => (IReadOnlyList<string>)
                [t.Label, $"{t.Value} {t.Unit}", t.Phase is { } phase ? words.Name("fase", phase) : "geen", words.Citations(t.Grounds), DocumentWords.Certain(t.Certainty)])]);
    }

    private static Table Steps(DocumentWords words, string caption, IReadOnlyList<StepDefinition> steps) => new(
        caption,
        ["Stap", "Wat er gebeurt", "In fase", "Wie", "Hoe", "Leidt naar", "Grondslag"],
        [.. steps.Select(s => (IReadOnlyList<string>)
        [
            s.Label,
            s.Explanation,
            words.Names("fase", s.From.ToList()),
            s.Manner == StepManner.Proces ? "het proces" : words.Names("partij", s.Parties.ToList()),
            DocumentWords.Manner(s.Manner),
            s.Outcomes.Count == 0 ? "zelfde fase" : string.Join(" of ", s.Outcomes.Select(o => words.Name("fase", o.Phase)).Distinct()),
            words.Citations(s.Grounds),
        ])]);
}
