using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Documents;

/// <summary>What another supplier, a special nature, a role or a closing circumstance changes to the matrix of the first purpose.</summary>
internal sealed class VisibilityVariations
{
    private const string NoDifference = "geen verschil";
    private const int MostPlaces = 4;

    private static readonly string[] Cell = ["partij", "fase", "categorie"];
    private static readonly string[] CellAndSupplier = [.. Cell, "verstrekker"];

    private readonly CompiledConvenant _convenant;
    private readonly DocumentWords _words;
    private readonly Sight _sight;
    private readonly Sight _told;

    public VisibilityVariations(CompiledConvenant convenant, DocumentWords words, DocumentRequest request)
    {
        (_convenant, _words) = (convenant, words);
        var purpose = convenant.CodesOf("doel")[0];
        _sight = new Sight(convenant, request, purpose, Sight.Acts[0]);
        _told = new Sight(convenant, request, purpose, Sight.Acts[1]);
    }

    public IEnumerable<Block> Blocks()
    {
        var nature = _sight.Axis("bijzonder");
        var role = _sight.Axis("rol");
        var supplier = _sight.Axis("verstrekker");
        yield return Table("Verstrekken buiten het systeem om, in plaats van inzien", "Handeling", CellAndSupplier,
            [(DocumentWords.UpperFirst(_convenant.Vocabulary.Axis("handeling")!.Find(Sight.Acts[1])!.Phrase), codes => _told.Of(CellAndSupplier, codes))]);
        yield return Table("Wie het gegeven verstrekte", "Verstrekker", Cell,
            [("De partij zelf", codes => supplier.IndexOf(codes[0]) < 0 ? null : _sight.Of(CellAndSupplier, [.. codes, codes[0]])),
                .. supplier.Values.Select(v => (Name(supplier, v), (Func<string[], Openings?>)(codes => codes[0] == v.Code ? null : _sight.Of(CellAndSupplier, [.. codes, v.Code]))))]);
        yield return Table("Een bijzondere aard", "Aard", CellAndSupplier, Others(nature).Select(v => (Name(nature, v), Telling(nature, v))));
        yield return Table("Een rol binnen de partij", "Rol", CellAndSupplier, Others(role).Select(v => (Name(role, v), Telling(role, v))));
        yield return Table("Een omstandigheid die iets sluit", "Omstandigheid", CellAndSupplier,
            _convenant.Vocabulary.Circumstances.Where(c => c.Closes).Select(c => (c.Label, (Func<string[], Openings?>)(codes => _sight.Of(CellAndSupplier, codes, c)))));
    }

    private Func<string[], Openings?> Telling(Axis axis, AxisValue value) => codes => _sight.Of([.. CellAndSupplier, axis.Name], [.. codes, value.Code]);

    private static IEnumerable<AxisValue> Others(Axis axis) => axis.Values.Where((_, i) => i != axis.Default);

    private string Name(Axis axis, AxisValue value) => DocumentWords.UpperFirst(_words.Name(axis.Name, value.Code));

    /// <summary>Variants that change the same in the same places share a row.</summary>
    private Table Table(string caption, string column, string[] axes, IEnumerable<(string Name, Func<string[], Openings?> With)> variants)
    {
        var rows = variants.SelectMany(v => Rows(axes, v.With).Select(r => (v.Name, r.Then, r.Where))).ToList();
        return new Table(caption, [column, "Dan", "Waar"],
            [.. rows.GroupBy(r => (r.Then, r.Where)).Select(same => (IReadOnlyList<string>)[string.Join(", ", same.Select(r => r.Name)), same.Key.Then, same.Key.Where])]);
    }

    private IEnumerable<(string Then, string Where)> Rows(string[] axes, Func<string[], Openings?> with)
    {
        var cells = Combinations(axes).Select(codes => (codes, Said: Said(axes, codes, with))).Where(c => c.Said is not null).Select(c => new WhereRows.Cell(c.codes, c.Said!)).ToList();
        if (cells.TrueForAll(c => c.Outcome == NoDifference))
            return [(NoDifference, "overal")];
        var where = new WhereRows(axes).Of(cells).ToList();
        return cells.Select(c => c.Outcome).Where(o => o != NoDifference).Distinct().Select(outcome => (outcome, Place(axes, cells, where, outcome)));
    }

    private string? Said(string[] axes, string[] codes, Func<string[], Openings?> with)
    {
        var without = axes.Length == Cell.Length ? _sight.Ordinary(codes[0], codes[1], codes[2]) : _sight.Of(axes, codes);
        if (with(codes) is not { } then || (without.IsClosed && then.IsClosed))
            return null;
        if (without.Equals(then))
            return NoDifference;
        var effect = Effect.Between(without, then);
        var listed = string.Join(" + ", effect.Circumstances.Select(_words.Circumstance));
        return effect.Kind switch
        {
            EffectKind.Dicht => "mag niet",
            EffectKind.Open => "mag wel, onder de gewone voorwaarden van die fase",
            EffectKind.Erbij => $"ook nodig: {listed}",
            EffectKind.Eraf => $"niet nodig: {listed}",
            _ => $"mag zodra: {_words.Needed(then.All[0].Sets)}",
        };
    }

    /// <summary>Exactly, when that is short; else everywhere but there; else which codes take part, with the warning that not every combination does.</summary>
    private string Place(string[] axes, List<WhereRows.Cell> cells, List<WhereRows.Row> where, string outcome)
    {
        var places = where.Where(r => r.Outcome == outcome).ToList();
        var elsewhere = where.Where(r => r.Outcome != outcome).ToList();
        if (places.Count <= MostPlaces)
            return Told(places);
        if (elsewhere.Count <= MostPlaces)
            return $"overal, behalve {Told(elsewhere)}";
        var named = axes.Select((axis, i) => (Axis: axis, Codes: cells.Where(c => c.Outcome == outcome).Select(c => c.Codes[i]).Distinct().ToList(), All: cells.Select(c => c.Codes[i]).Distinct().Count()))
            .Where(a => a.Codes.Count < a.All).Select(a => $"{a.Axis} {Names(a.Axis, a.Codes)}").ToList();
        return named.Count == 0 ? "op veel plaatsen, niet overal" : $"{string.Join("; ", named)} (niet in elke combinatie)";
    }

    private string Told(List<WhereRows.Row> rows) => string.Join("; en ", rows.Select(r =>
        r.Where.Count == 0 ? "overal" : string.Join(", ", r.Where.Select(w => $"{w.Axis} {Names(w.Axis, w.Codes)}"))));

    /// <summary>Categories have the names of the columns of the matrix.</summary>
    private string Names(string axis, IReadOnlyList<string> codes) =>
        axis == Cell[2] ? string.Join(", ", codes.Select(DocumentWords.UpperFirst)) : _words.Names(axis, [.. codes]);

    private IEnumerable<string[]> Combinations(string[] axes)
    {
        IEnumerable<string[]> all = [[]];
        foreach (var axis in axes)
            all = all.SelectMany(_ => _convenant.CodesOf(axis), (before, code) => (string[])[.. before, code]);
        return all;
    }
}
