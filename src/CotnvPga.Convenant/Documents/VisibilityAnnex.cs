namespace CotnvPga.Convenant.Documents;

/// <summary>The annex that says who may see what in which phase, from the engine itself.</summary>
internal static class VisibilityAnnex
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, DocumentRequest request, int number)
    {
        yield return new Heading(Heading.Part, $"Bijlage {number}. Wie mag wat zien", $"bijlage-{number}") { OnNewPage = true };
        yield return new Paragraph(
            $"Zo beslist het systeem op {DocumentWords.Day(request.Day)} in {request.Name}. De tabellen gaan over een gewoon gegeven, van wie zo'n gegeven meestal brengt, "
            + "en over wie bij zijn partij geen bijzondere rol heeft. Een letter betekent: zodra aan de voorwaarden van die letter is voldaan. Partijen en fasen die er niet staan, zien zonder bijzondere rol niets. "
            + "Daarna staat wat er anders is voor een andere verstrekker, een bijzonder gegeven en een rol.");
        yield return new Bullets([.. convenant.CodesOf("categorie").Select(c => $"{DocumentWords.UpperFirst(c)}: {DocumentWords.LowerFirst(convenant.LabelOf("categorie", c))}")]);
        var part = 0;
        foreach (var purpose in convenant.CodesOf("doel"))
        {
            IReadOnlyList<string> seeing = [];
            foreach (var act in Sight.Acts)
            {
                var matrix = new VisibilityMatrix(convenant, words, new Sight(convenant, request, purpose, act));
                // Who may look may be told as well; the piece on differences says what that asks.
                var parties = matrix.Parties.Except(seeing).ToList();
                seeing = [.. seeing, .. parties];
                if (parties.Count == 0)
                    continue;
                var caption = $"{convenant.LabelOf("doel", purpose)}: {DocumentWords.LowerFirst(convenant.LabelOf("handeling", act))}";
                yield return new Heading(Heading.Article, $"{number}.{++part} {caption}", $"zien-{purpose}-{act}");
                foreach (var block in matrix.Blocks(parties, caption))
                    yield return block;
            }
        }
        yield return new Heading(Heading.Article, $"{number}.{++part} Wat er anders is", "zien-anders");
        foreach (var block in new VisibilityVariations(convenant, words, request).Blocks())
            yield return block;
        if (convenant.Covenants.Invariants.Count > 0)
        {
            yield return new Heading(Heading.Article, $"{number}.{part + 1} Wat nooit gebeurt", "zien-nooit");
            yield return new Paragraph("Dit wordt bij elke wijziging van de regels opnieuw nagegaan, over alle gevallen.");
            yield return new Bullets([.. convenant.Covenants.Invariants.Select(i => $"{i.Explanation} ({words.Citations(i.Grounds)})")]);
        }
    }
}
