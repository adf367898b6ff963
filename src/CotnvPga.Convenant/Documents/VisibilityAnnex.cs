using CotnvPga.Convenant.Comparing;

namespace CotnvPga.Convenant.Documents;

/// <summary>The annex that says who may see what in which phase, from the engine itself.</summary>
internal static class VisibilityAnnex
{
    private static readonly string[] Acts = ["raadplegen", "ontvangen"];

    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, DocumentRequest request, int number)
    {
        yield return new Heading(Heading.Part, $"Bijlage {number}. Wie mag wat zien", $"bijlage-{number}") { OnNewPage = true };
        yield return new Paragraph(
            $"Zo beslist het systeem op {DocumentWords.Day(request.Day)} in {request.Name}. Een letter betekent: zodra aan de voorwaarden van die letter is voldaan; de letters staan onder de tabellen. "
            + $"Een streep betekent: nooit. Staan er meer tekens, dan hangt het af van de rol ({VisibilityMatrix.ByRole}) of van wie het gegeven verstrekte ({VisibilityMatrix.BySupplier}). Partijen en fasen die er niet staan, zien niets.");
        var letters = new Letters();
        var part = 0;
        foreach (var purpose in convenant.CodesOf("doel"))
        {
            foreach (var act in Acts)
            {
                if (VisibilityMatrix.Of(convenant, words, request, purpose, act, letters) is not { } table)
                    continue;
                yield return new Heading(Heading.Article, $"{number}.{++part} {convenant.LabelOf("doel", purpose)}: {DocumentWords.LowerFirst(convenant.LabelOf("handeling", act))}", $"zien-{purpose}-{act}");
                yield return table;
            }
        }
        yield return new Heading(Heading.Article, $"{number}.{++part} Wat de letters betekenen", "zien-letters");
        yield return new Table("De voorwaarden", ["Letter", "Mag zodra"], [.. letters.All.Select(l => (IReadOnlyList<string>)[l.Letter, words.Needed(l.Openings.All[0].Sets)])]);
        foreach (var block in VisibilityVariations.Blocks(convenant, words, request, number, part))
            yield return block;
        if (convenant.Covenants.Invariants.Count > 0)
        {
            yield return new Heading(Heading.Article, $"{number}.{part + VisibilityVariations.Parts + 1} Wat nooit gebeurt", "zien-nooit");
            yield return new Paragraph("Dit wordt bij elke wijziging van de regels opnieuw bewezen, over alle gevallen.");
            yield return new Bullets([.. convenant.Covenants.Invariants.Select(i => $"{i.Explanation} ({words.Citations(i.Grounds)})")]);
        }
    }
}

/// <summary>A letter for each way in which something can be opened, in the order in which they are first needed.</summary>
internal sealed class Letters
{
    private const int Alphabet = 26;
    private readonly List<(string Letter, Openings Openings)> _all = [];

    public IReadOnlyList<(string Letter, Openings Openings)> All => _all;

    /// <summary>The letter; a dash for what nothing opens.</summary>
    public string Of(Openings openings)
    {
        if (openings.IsClosed)
            return "–";
        var known = _all.FindIndex(l => l.Openings.Equals(openings));
        if (known < 0)
        {
            known = _all.Count;
            _all.Add((Letter(known), openings));
        }
        return _all[known].Letter;
    }

    private static string Letter(int number) =>
        number < Alphabet ? ((char)('a' + number)).ToString() : Letter((number / Alphabet) - 1) + (char)('a' + (number % Alphabet));
}
