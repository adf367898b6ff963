using CotnvPga.Convenant.Clauses;

namespace CotnvPga.Convenant.Documents;

/// <summary>The chapters with their articles, and the addenda of the municipality.</summary>
internal static class ClauseChapters
{
    /// <summary>The articles that hold on the day, and trials that have yet to begin.</summary>
    public static IReadOnlyList<Clause> InForce(DocumentRequest request) =>
        [.. request.Edition.Clauses.Where(c => c.Validity.Includes(request.Day) && (c.Trial is not { } trial || trial.Validity.Until is not { } until || request.Day < until))];

    public static IEnumerable<Block> Blocks(DocumentWords words, DocumentRequest request, IReadOnlyList<Clause> clauses)
    {
        foreach (var chapter in clauses.Where(c => c.Municipality is null).GroupBy(c => c.Chapter).OrderBy(c => c.Key))
        {
            yield return new Heading(Heading.Part, $"Hoofdstuk {chapter.Key}. {chapter.First().ChapterTitle}", $"hoofdstuk-{chapter.Key}") { OnNewPage = chapter.Key == 1 };
            foreach (var block in chapter.SelectMany(c => Article(words, request, c)))
                yield return block;
        }
        var local = clauses.Where(c => c.Municipality is not null).ToList();
        yield return new Heading(Heading.Part, $"Aanvullingen van {request.Name}", "lokaal");
        yield return new Paragraph(local.Count == 0
            ? $"De gemeente {request.Name} heeft geen eigen artikelen."
            : $"Deze artikelen gelden alleen in {request.Name}. Zij kunnen wet en modelconvenant niet ruimer maken, alleen smaller.");
        foreach (var block in local.SelectMany(c => Article(words, request, c)))
            yield return block;
    }

    private static IEnumerable<Block> Article(DocumentWords words, DocumentRequest request, Clause clause)
    {
        var local = clause.Municipality is not null;
        yield return new Heading(Heading.Article, $"{(local ? "Lokaal artikel" : "Artikel")} {clause.Number}. {clause.Title}", AnchorOf(clause));
        yield return new Paragraph(ClauseText.Of(clause, request.Edition));
        var facts = new List<Fact> { new("Aard", DocumentWords.Nature(clause.Nature)) };
        if (clause.Choice is { } choice)
            facts.Add(new Fact("Keuze van de gemeente", Chosen(request, choice)));
        if (clause.Trial is { } trial)
            facts.Add(new Fact("Proef", $"Alleen in {request.Name}, {DocumentWords.Days(trial.Validity)}. Vraag: {trial.Question}"));
        if (clause.OpenTerm)
            facts.Add(new Fact("Open begrip", $"Wie het invult, legt vast: {string.Join(", ", clause.MustRecord.Select(DocumentWords.Certain))}. Voorbeelden staan in bijlage 4."));
        facts.Add(new Fact("Grondslag", $"{words.Citations(clause.Grounds.Where(g => g != clause.Id))} ({DocumentWords.Certain(clause.Certainty.Code())})"));
        yield return new Facts(facts);
    }

    /// <summary>The name of an article for links.</summary>
    public static string AnchorOf(Clause clause) => $"artikel-{clause.Id.Replace(':', '-').Replace('.', '-')}";

    private static string Chosen(DocumentRequest request, Choice choice)
    {
        var value = DocumentWords.Value(choice, request.Edition.Choices[choice.Code]);
        var by = request.Edition.Local?.Choices.ContainsKey(choice.Code) == true ? $"gekozen door {request.Name}" : "niet gekozen, dus de strengste";
        return $"{value}, {by}. Grenzen: {DocumentWords.Bounds(choice)}. Zonder keuze: {DocumentWords.Value(choice, choice.Strictest)}.";
    }
}
