using CotnvPga.Convenant.Clauses;

namespace CotnvPga.Convenant.Documents;

/// <summary>Everything that the municipality could choose, on one page.</summary>
internal static class ChoiceOverview
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, DocumentRequest request)
    {
        var clauses = convenant.Covenants.Clauses.Where(c => c.Choice is not null).ToList();
        if (clauses.Count == 0)
            yield break;
        yield return new Heading(Heading.Part, $"De keuzes van {request.Name}", "keuzes") { OnNewPage = true };
        yield return new Table(
            "Keuzes binnen de grenzen van het modelconvenant",
            ["Vraag", "Geldt", "Gekozen", "Grenzen", "Zonder keuze", "Artikel"],
            [.. clauses.Select(c => Row(request, c, c.Choice!))]);
    }

    private static IReadOnlyList<string> Row(DocumentRequest request, Clause clause, Choice choice) =>
    [
        choice.Question,
        DocumentWords.Value(choice, request.Edition.Choices[choice.Code]),
        request.Edition.Local?.Choices.ContainsKey(choice.Code) == true ? "ja" : "nee",
        DocumentWords.Bounds(choice),
        DocumentWords.Value(choice, choice.Strictest),
        clause.Number,
    ];
}
