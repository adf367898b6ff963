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
        if (convenant.Process.Records.Count > 0)
            yield return Records(words, convenant.Process.Records);
        if (convenant.Process.Interventions.All.Count > 0)
            yield return Interventions(words, convenant.Process);
        if (convenant.Process.Processings.Count > 0)
            yield return Processings(words, convenant.Process);
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

    private static Table Interventions(DocumentWords words, ProcessModel process) => new(
        "Interventies waaruit een plan van aanpak kan kiezen",
        ["Interventie", "Wat het is", "Eigenaar", "Wie beslist", "Voorwaarden", "Bijt met", "Grondslag", "Zekerheid"],
        [.. process.Interventions.All.Select(i => (IReadOnlyList<string>)
        [
            i.Label,
            i.Explanation,
            words.Names("partij", i.Owners.ToList()),
            i.Decides,
            i.Conditions.Count == 0 ? "geen" : string.Join(" ", i.Conditions),
            i.ClashesWith.Count == 0 ? "niets" : string.Join(", ", i.ClashesWith.Select(c => process.Interventions.Find(c)?.Label ?? c)),
            words.Citations(i.Grounds),
            DocumentWords.Certain(i.Certainty),
        ])]);

    private static Table Processings(DocumentWords words, ProcessModel process) => new(
        "Waardoor de bewaartermijn opnieuw begint",
        ["Wat er gebeurt", "Begint de termijn opnieuw?", "Waarom", "Grondslag", "Zekerheid"],
        [.. process.Processings.Select(p => (IReadOnlyList<string>)
            [p.Label, p.Restarts.Count == 0 ? "nee" : $"ja, in: {words.Names("fase", p.Restarts.ToList())}", p.Explanation, words.Citations(p.Grounds), DocumentWords.Certain(p.Certainty)])]);

    private static Table Records(DocumentWords words, IReadOnlyList<RecordDefinition> records) => new(
        "Stukken die de partijen naast de stappen vastleggen",
        ["Onderdeel", "Stuk", "Waarvoor", "In fase", "Wie", "Hoe", "Wie leest", "Grondslag"],
        [.. records.Select(r => (IReadOnlyList<string>)
        [
            r.Part,
            r.Label,
            r.Step.Explanation,
            words.Names("fase", r.Step.From.ToList()),
            words.Names("partij", r.Step.Parties.ToList()),
            DocumentWords.Manner(r.Step.Manner),
            r.Readers.Count == 0 ? "alleen wie het schreef" : words.Names("partij", r.Readers.ToList()),
            words.Citations(r.Step.Grounds),
        ])]);
}
