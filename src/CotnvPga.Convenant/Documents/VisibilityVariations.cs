using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Documents;

/// <summary>What a special nature, a role or a closing circumstance changes to the matrix of the person-centred approach.</summary>
internal static class VisibilityVariations
{
    /// <summary>How many pieces of the annex this makes.</summary>
    public const int Parts = 3;

    private const string NoDifference = "";
    private static readonly string[] Where = ["partij", "fase", "categorie", "verstrekker"];

    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, DocumentRequest request, int number, int part)
    {
        var purpose = convenant.CodesOf("doel")[0];
        var sight = new Sight(convenant, request, purpose, "raadplegen");
        var nature = sight.Axis("bijzonder");
        var role = sight.Axis("rol");
        var about = $"{convenant.LabelOf("doel", purpose)}, inzien in het systeem";
        yield return new Heading(Heading.Article, $"{number}.{part + 1} Bijzondere aard", "zien-aard");
        yield return Table(convenant, words, sight, $"Wat een bijzondere aard verandert ({about})", "Aard", Others(nature).Select(v => (Name(words, nature, v), (Action)(() => sight.Tell(nature, v.Code)), (Circumstance?)null)));
        sight.Forget(nature);
        yield return new Heading(Heading.Article, $"{number}.{part + 2} Rollen", "zien-rollen");
        yield return Table(convenant, words, sight, $"Wat een rol verandert ten opzichte van wie geen rol heeft ({about})", "Rol", Others(role).Select(v => (Name(words, role, v), (Action)(() => sight.Tell(role, v.Code)), (Circumstance?)null)));
        sight.Forget(role);
        yield return new Heading(Heading.Article, $"{number}.{part + 3} Omstandigheden die iets sluiten", "zien-sluiten");
        yield return Table(convenant, words, sight, $"Wat er verandert als dit geldt ({about})", "Omstandigheid",
            convenant.Vocabulary.Circumstances.Where(c => c.Closes).Select(c => (c.Label, (Action)(() => { }), (Circumstance?)c)));
    }

    private static IEnumerable<AxisValue> Others(Axis axis) => axis.Values.Where((_, i) => i != axis.Default);

    private static string Name(DocumentWords words, Axis axis, AxisValue value) => DocumentWords.UpperFirst(words.Name(axis.Name, value.Code));

    private static Table Table(CompiledConvenant convenant, DocumentWords words, Sight sight, string caption, string column, IEnumerable<(string Name, Action Tell, Circumstance? Closing)> variants)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var (name, tell, closing) in variants)
        {
            foreach (var same in new WhereRows(Where).Of(Cells(convenant, words, sight, tell, closing)).GroupBy(r => r.Outcome).Where(g => g.Key != NoDifference))
                rows.Add([name, same.Key, string.Join("; en ", same.Select(r => Place(words, r)))]);
            if (rows.Count == 0 || rows[^1][0] != name)
                rows.Add([name, "geen verschil", "overal"]);
        }
        return new Table(caption, [column, "Dan", "Waar"], rows);
    }

    /// <summary>Every kind of item that is open without the variant, or with it, and what the variant does there.</summary>
    private static List<WhereRows.Cell> Cells(CompiledConvenant convenant, DocumentWords words, Sight sight, Action tell, Circumstance? closing)
    {
        var cells = new List<WhereRows.Cell>();
        foreach (var codes in Combinations(convenant))
        {
            for (var i = 0; i < Where.Length; i++)
                sight.Tell(sight.Axis(Where[i]), codes[i]);
            sight.Forget(sight.Axis("bijzonder"));
            sight.Forget(sight.Axis("rol"));
            var without = sight.Openings();
            tell();
            var with = sight.Openings(closing);
            if (!without.IsClosed || !with.IsClosed)
                cells.Add(new WhereRows.Cell(codes, without.Equals(with) ? NoDifference : Said(words, without, with)));
        }
        return cells.Count > 0 ? cells : [new WhereRows.Cell([.. Where], NoDifference)];
    }

    private static IEnumerable<string[]> Combinations(CompiledConvenant convenant)
    {
        IEnumerable<string[]> all = [[]];
        foreach (var axis in Where)
            all = all.SelectMany(_ => convenant.CodesOf(axis), (before, code) => (string[])[.. before, code]);
        return all;
    }

    private static string Said(DocumentWords words, Openings without, Openings with)
    {
        var effect = Effect.Between(without, with);
        var listed = string.Join(" + ", effect.Circumstances.Select(words.Circumstance));
        return effect.Kind switch
        {
            EffectKind.Dicht => "mag niet",
            EffectKind.Erbij => $"ook nodig: {listed}",
            EffectKind.Eraf => $"niet nodig: {listed}",
            _ => $"mag zodra: {words.Needed(with.All[0].Sets)}",
        };
    }

    private static string Place(DocumentWords words, WhereRows.Row row) =>
        row.Where.Count == 0 ? "overal" : string.Join(", ", row.Where.Select(w => $"{w.Axis} {words.Names(w.Axis, [.. w.Codes])}"));
}
