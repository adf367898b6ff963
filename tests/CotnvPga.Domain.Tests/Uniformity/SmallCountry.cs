using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Domain.Tests.Uniformity;

/// <summary>A country of two areas with few or many cases: small enough to write down every table that fits.</summary>
public static class SmallCountry
{
    private static readonly string[] Areas = ["noord", "zuid"];

    /// <summary>One table with exactly these counts, spread over so many municipalities of an area.</summary>
    public static CountedTable Table(string code, int municipalities, params long[][] counts) => new(
        code, "signalen", Areas[..counts.Length], [.. counts[0].Select((_, j) => $"{code}{j}")],
        [.. counts.Select((row, i) => (IReadOnlyList<CellCount>)[.. row.Select((n, j) => Spread(n, row.Take(j).Sum(), i, municipalities))])]);

    /// <summary>One table with what chance gives.</summary>
    public static IReadOnlyList<CountedTable> Random(Random random, int columns) => [Uneven(random, columns)];

    /// <summary>Two tables of one population with what chance gives: the same cases in another split.</summary>
    public static IReadOnlyList<CountedTable> Linked(Random random)
    {
        var first = Uneven(random, 2);
        return [first, Split(random, first, row => CellCount.Sum(row)) with { Code = "b" }];
    }

    /// <summary>A table, and one that splits the cases of its second column further.</summary>
    public static IReadOnlyList<CountedTable> Nested(Random random)
    {
        var first = Uneven(random, 2);
        return [first, Split(random, first, row => row[1]) with { Code = "b", PartOf = "a1" }];
    }

    private static CountedTable Uneven(Random random, int columns) => new(
        "a", "signalen", Areas, [.. Enumerable.Range(0, columns).Select(j => $"a{j}")],
        [.. Areas.Select((_, i) => (IReadOnlyList<CellCount>)[.. Enumerable.Range(0, columns).Select(_ => Uneven(random, Count(random), i))])]);

    private static long Count(Random random) => random.NextDouble() < 0.45 ? random.Next(0, 9) : random.Next(8, 26);

    /// <summary>What every municipality has, in two by chance.</summary>
    private static CountedTable Split(Random random, CountedTable of, Func<IReadOnlyList<CellCount>, CellCount> whole) => of with
    {
        Columns = ["b0", "b1"],
        Cells =
        [
            .. of.Cells.Select(row =>
            {
                var share = random.NextDouble();
                var one = whole(row).ByMunicipality.OrderBy(m => m.Key, StringComparer.Ordinal)
                    .ToDictionary(m => m.Key, m => Enumerable.Range(0, (int)m.Value).LongCount(_ => random.NextDouble() < share));
                var other = whole(row).ByMunicipality.ToDictionary(m => m.Key, m => m.Value - one[m.Key]);
                return (IReadOnlyList<CellCount>)[new CellCount(one), new CellCount(other)];
            }),
        ],
    };

    private static CellCount Uneven(Random random, long count, int area)
    {
        var by = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var n = 0; n < count; n++)
        {
            // One large municipality and some small ones.
            var who = $"{area}-{(random.NextDouble() < 0.4 ? 0 : random.Next(5))}";
            by[who] = by.GetValueOrDefault(who) + 1;
        }
        return new CellCount(by);
    }

    /// <summary>In turn along the row, so that tables with the same cases in a row have them of the same municipalities.</summary>
    private static CellCount Spread(long count, long before, int area, int municipalities)
    {
        var by = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var n = 0; n < count; n++)
        {
            var who = $"{area}-{(before + n) % municipalities}";
            by[who] = by.GetValueOrDefault(who) + 1;
        }
        return new CellCount(by);
    }
}
