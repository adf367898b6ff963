using CotnvPga.Convenant.Clauses;

namespace CotnvPga.Convenant.Documents;

/// <summary>The annex with terms that the law leaves open, and worked examples.</summary>
internal static class OpenTermAnnex
{
    public static IEnumerable<Block> Blocks(DocumentWords words, IReadOnlyList<Clause> clauses, int number)
    {
        yield return new Heading(Heading.Part, $"Bijlage {number}. Open begrippen en voorbeelden", $"bijlage-{number}") { OnNewPage = true };
        yield return new Paragraph("De wet zegt niet precies wat deze begrippen betekenen. Wie er een invult, legt vast wat hieronder staat. De voorbeelden helpen; zij beslissen niet.");
        foreach (var clause in clauses.Where(c => c.OpenTerm || c.Examples.Count > 0))
        {
            yield return new Heading(Heading.Article, $"Bij {words.Citations([clause.Id])}: {clause.Title}", $"begrip-{ClauseChapters.AnchorOf(clause)}");
            if (clause.OpenTerm)
                yield return new Paragraph($"Vastleggen: {string.Join(", ", clause.MustRecord.Select(DocumentWords.Certain))}.");
            if (clause.Examples.Count > 0)
                yield return new Bullets(clause.Examples);
        }
    }
}
