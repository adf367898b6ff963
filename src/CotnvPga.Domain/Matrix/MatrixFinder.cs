using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Domain.Matrix;

/// <summary>Fills a matrix by asking the engine what opens each cell. No cell is decided here.</summary>
public sealed class MatrixFinder(CompiledConvenant convenant)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>The matrix.</summary>
    public RightsMatrix Find(MatrixQuestion question)
    {
        var parties = convenant.CodesOf("partij").Where(p => convenant.CodesOf("fase").Any(f => IsAnythingOpen(question with { Phase = f }, p))).ToList();
        var asked = (from category in convenant.CodesOf("categorie") from party in parties select Opened(question, party, category)).ToList();
        var common = asked.SelectMany(o => o.Sets).Aggregate((IReadOnlyList<string>?)null, (all, set) => all is null ? set : [.. all.Intersect(set)]) ?? [];
        var conditions = new List<IReadOnlyList<IReadOnlyList<string>>>();
        var cells = asked.ConvertAll(opened => Cell(opened, common, conditions));
        return new RightsMatrix(
            parties, common, conditions,
            [.. convenant.CodesOf("categorie").Select((category, row) => new MatrixRow(category, cells.GetRange(row * parties.Count, parties.Count)))]);
    }

    private bool IsAnythingOpen(MatrixQuestion question, string party) =>
        convenant.CodesOf("categorie").Any(category => Opened(question, party, category).Sets.Count > 0);

    /// <summary>What opens an item of another supplier: of all ways in which they open it, the most frequent; else of its own items.</summary>
    private OpenedCell Opened(MatrixQuestion question, string party, string category)
    {
        var all = convenant.CodesOf("verstrekker").Select(supplier => new OpenedCell(party, supplier, Sets(question, party, category, supplier))).ToList();
        var usual = all.Where(o => o.Supplier != party && o.Sets.Count > 0).GroupBy(o => Text(o.Sets)).MaxBy(same => same.Count());
        return usual?.First() ?? all.Find(o => o.Supplier == party && o.Sets.Count > 0) ?? all.Find(o => o.Supplier != party)!;
    }

    private IReadOnlyList<IReadOnlyList<string>> Sets(MatrixQuestion question, string party, string category, string supplier)
    {
        var codes = new Dictionary<string, string>
        {
            ["partij"] = party,
            ["handeling"] = question.Act,
            ["doel"] = question.Purpose,
            ["fase"] = question.Phase,
            ["categorie"] = category,
            ["bijzonder"] = question.Nature,
            ["verstrekker"] = supplier,
        };
        if (question.Role is { } role)
            codes["rol"] = role;
        var answer = convenant.Decide(new Question("gegeven", codes, question.Day, Nothing, Edition: question.Edition));
        return answer.Outcome == Outcome.Zichtbaar ? [[]] : answer.Missing;
    }

    private static MatrixCell Cell(OpenedCell opened, IReadOnlyList<string> common, List<IReadOnlyList<IReadOnlyList<string>>> conditions)
    {
        if (opened.Sets.Count == 0)
            return new MatrixCell(opened.Party, CellKind.Nee, null, opened.Supplier);
        var extra = opened.Sets.Select(set => (IReadOnlyList<string>)[.. set.Except(common)]).ToList();
        var isOwn = opened.Supplier == opened.Party;
        if (extra.Exists(set => set.Count == 0))
            return new MatrixCell(opened.Party, isOwn ? CellKind.Eigen : CellKind.Ja, null, opened.Supplier);
        var number = conditions.FindIndex(known => Text(known) == Text(extra));
        if (number < 0)
        {
            number = conditions.Count;
            conditions.Add(extra);
        }
        return new MatrixCell(opened.Party, isOwn ? CellKind.Eigen : CellKind.Als, number, opened.Supplier);
    }

    private static string Text(IEnumerable<IReadOnlyList<string>> sets) => string.Join('|', sets.Select(set => string.Join(',', set)));

    private sealed record OpenedCell(string Party, string Supplier, IReadOnlyList<IReadOnlyList<string>> Sets);
}
