using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Domain.Tests.Uniformity;

/// <summary>A country of two areas with few or many cases: small enough to write down every table that fits.</summary>
public static class SmallCountry
{
    private static readonly string[] Areas = ["noord", "zuid"];

    /// <summary>One table with exactly these counts, spread over so many municipalities of an area.</summary>
    public static CountedTable Table(string code, int municipalities, params long[][] counts) => new(
        code, "signalen", Areas[..counts.Length], [.. counts[0].Select((_, j) => $"{code}{j}")],
        [.. counts.Select((row, i) => (IReadOnlyList<CellCount>)[.. row.Select((n, j) => Spread(n, i, j, municipalities))])]);

    /// <summary>A table, or two of one population, with what chance gives.</summary>
    public static IReadOnlyList<CountedTable> Random(Random random, bool linked, int columns)
    {
        var first = Areas.Select(_ => Enumerable.Range(0, columns).Select(_ => Count(random)).ToArray()).ToArray();
        if (!linked)
            return [Uneven(random, "a", first)];
        // The same cases in another split.
        var second = first.Select(row => Split(random, row.Sum())).ToArray();
        return [Uneven(random, "a", first), Uneven(random, "b", second)];
    }

    private static long Count(Random random) => random.NextDouble() < 0.45 ? random.Next(0, 9) : random.Next(8, 26);

    private static long[] Split(Random random, long total)
    {
        var part = (long)(total * random.NextDouble());
        return [part, total - part];
    }

    private static CountedTable Uneven(Random random, string code, long[][] counts) => new(
        code, "signalen", Areas, [.. counts[0].Select((_, j) => $"{code}{j}")],
        [.. counts.Select((row, i) => (IReadOnlyList<CellCount>)[.. row.Select(n => Uneven(random, n, i))])]);

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

    private static CellCount Spread(long count, int area, int column, int municipalities)
    {
        var by = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var n = 0; n < count; n++)
        {
            var who = $"{area}-{(n + column) % municipalities}";
            by[who] = by.GetValueOrDefault(who) + 1;
        }
        return new CellCount(by);
    }
}
