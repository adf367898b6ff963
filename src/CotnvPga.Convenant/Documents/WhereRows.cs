namespace CotnvPga.Convenant.Documents;

/// <summary>
/// Says where something is so, in as few rows as a person needs: the axis that tells most is told first, and codes with the
/// same outcome stand together. Cells that do not matter are left out and may fall under any row.
/// </summary>
internal sealed class WhereRows(IReadOnlyList<string> axes)
{
    /// <summary>One cell: its code per axis, and what is so there.</summary>
    public sealed record Cell(string[] Codes, string Outcome);

    /// <summary>Where an outcome is so: per named axis the codes; an axis that is not named does not matter.</summary>
    public sealed record Row(IReadOnlyList<(string Axis, IReadOnlyList<string> Codes)> Where, string Outcome);

    public IEnumerable<Row> Of(IReadOnlyList<Cell> cells) => Of(cells, [], Enumerable.Range(0, axes.Count).ToList());

    private IEnumerable<Row> Of(IReadOnlyList<Cell> cells, List<(string Axis, IReadOnlyList<string> Codes)> path, List<int> free)
    {
        if (cells.Select(c => c.Outcome).Distinct().Count() == 1)
        {
            yield return new Row([.. path], cells[0].Outcome);
            yield break;
        }
        var (axis, groups) = free.Select(a => (Axis: a, Groups: GroupsOf(cells, a)))
            .OrderBy(s => s.Groups.Count(g => IsMixed(cells, s.Axis, g))).ThenBy(s => s.Groups.Count).First();
        foreach (var group in groups)
        {
            var codes = cells.Select(c => c.Codes[axis]).Distinct().Where(group.Contains).ToList();
            List<(string Axis, IReadOnlyList<string> Codes)> deeper = groups.Count == 1 ? path : [.. path.Where(p => p.Axis != axes[axis]), (axes[axis], codes)];
            // Codes that stand together but are not told apart yet may be told apart further down.
            var left = codes.Count > 1 ? free : [.. free.Where(a => a != axis)];
            foreach (var row in Of([.. cells.Where(c => group.Contains(c.Codes[axis]))], deeper, left))
                yield return row;
        }
    }

    /// <summary>The codes of an axis, those with the same outcomes together. Where that tells nothing apart, each by itself.</summary>
    private static List<HashSet<string>> GroupsOf(IReadOnlyList<Cell> cells, int axis)
    {
        var byCode = cells.GroupBy(c => c.Codes[axis]).Select(g => (Code: g.Key, Outcomes: string.Join('|', g.Select(c => c.Outcome).Distinct().Order(StringComparer.Ordinal)))).ToList();
        var groups = byCode.GroupBy(c => c.Outcomes).Select(g => g.Select(c => c.Code).ToHashSet()).ToList();
        return groups.Count > 1 ? groups : [.. byCode.Select(c => new HashSet<string> { c.Code })];
    }

    private static bool IsMixed(IReadOnlyList<Cell> cells, int axis, HashSet<string> group) =>
        cells.Where(c => group.Contains(c.Codes[axis])).Select(c => c.Outcome).Distinct().Skip(1).Any();
}
