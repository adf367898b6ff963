using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Domain.Tests.Uniformity;

/// <summary>
/// Works out what a protected cell can be, by writing down every table that fits what is published: nothing of the code under test. Knows its
/// own cases when it is a municipality, and bets that what is hidden is less than ten when it is not.
/// </summary>
public static class Attacker
{
    private const int Most = 60;

    /// <summary>The protected cells that keep less than five possible values, or of which zero is not possible any more.</summary>
    /// <param name="tables">One table, or two of one population.</param>
    /// <param name="published">What lies before the attacker.</param>
    /// <param name="municipality">Who attacks; null for somebody from outside.</param>
    public static IReadOnlyList<string> Finds(IReadOnlyList<CountedTable> tables, Published published, string? municipality)
    {
        var cells = Enumerable.Range(0, tables[0].Rows.Count).Select(i => tables.SelectMany(t => t.Cells[i]).ToList()).ToList();
        var possible = Possible(tables, cells, published, municipality);
        return
        [
            .. from i in Enumerable.Range(0, cells.Count)
               from j in Enumerable.Range(0, cells[i].Count)
               let cell = cells[i][j]
               where !cell.IsLargeEnough && published.Cells[i][j] is null
               let own = municipality is null ? 0 : cell.Of(municipality)
               let values = possible[i][j].Select(v => v - own).ToHashSet()
               where !values.Contains(0) || values.Count < ReleaseAudit.FewestValues
               select $"row {i} column {j} is {cell.Total}: {string.Join(", ", values.Order().Take(6))}",
        ];
    }

    private static HashSet<long>[][] Possible(IReadOnlyList<CountedTable> tables, List<List<CellCount>> cells, Published published, string? municipality)
    {
        var ranges = cells.Select((row, i) => row.Select((c, j) => Range(c, published.Cells[i][j], municipality)).ToArray()).ToList();
        var found = cells.Select(row => row.Select(_ => new HashSet<long>()).ToArray()).ToArray();
        if (tables.Count == 1)
        {
            // Nothing ties one column to another.
            for (var j = 0; j < cells[0].Count; j++)
            {
                foreach (var column in Numbers([.. ranges.Select(r => r[j])], 0, new long[cells.Count]).Where(c => Fits(c.Sum(), published.National[j])))
                {
                    for (var i = 0; i < cells.Count; i++)
                        found[i][j].Add(column[i]);
                }
            }
            return found;
        }
        // The two tables count the same cases: what an area has in one, or in the column that the other splits, it has in the other.
        long Whole(long[] row) => tables[1].PartOf is { } column ? row[tables[0].Columns.ToList().IndexOf(column)] : row.Take(published.Split).Sum();
        var rows = ranges.ConvertAll(r => Numbers(r, 0, new long[r.Length]).Where(row => Whole(row) == row.Skip(published.Split).Sum()).ToList());
        foreach (var north in rows[0])
        {
            foreach (var south in rows.Count > 1 ? rows[1] : [new long[north.Length]])
            {
                if (published.National.Select((n, j) => (n, Sum: north[j] + south[j])).Any(c => !Fits(c.Sum, c.n)))
                    continue;
                for (var j = 0; j < north.Length; j++)
                {
                    found[0][j].Add(north[j]);
                    if (rows.Count > 1)
                        found[1][j].Add(south[j]);
                }
                if (published.National.All(n => n is null) && north != rows[0][0])
                    break;
            }
        }
        return found;
    }

    private static bool Fits(long sum, CountClass? told) => told is not { } known || (sum >= known.Low && sum <= known.High);

    private static (long Low, long High) Range(CellCount cell, CountClass? shown, string? municipality)
    {
        var own = municipality is null ? 0 : cell.Of(municipality);
        if (shown is { } known)
            return (Math.Max(own, known.Low), known.High);
        return (own, municipality is null && !cell.IsLargeEnough && cell.Total < CountClass.Threshold ? CountClass.Threshold - 1 : own + Most);
    }

    private static IEnumerable<long[]> Numbers((long Low, long High)[] ranges, int at, long[] row)
    {
        if (at == ranges.Length)
        {
            yield return [.. row];
            yield break;
        }
        for (var n = ranges[at].Low; n <= ranges[at].High; n++)
        {
            row[at] = n;
            foreach (var whole in Numbers(ranges, at + 1, row))
                yield return whole;
        }
    }
}
