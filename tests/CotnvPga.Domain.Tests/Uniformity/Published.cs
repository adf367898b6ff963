using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Domain.Tests.Uniformity;

/// <summary>What lies before an attacker: for every cell and for the country the lowest and highest count that is told, or nothing.</summary>
/// <param name="Cells">Row by row, the tables beside each other.</param>
/// <param name="National">By column, the tables beside each other.</param>
/// <param name="Split">The first column of the second table; the number of columns when there is one table.</param>
public sealed record Published(IReadOnlyList<IReadOnlyList<CountClass?>> Cells, IReadOnlyList<CountClass?> National, int Split)
{
    /// <summary>The tables as the audit releases them.</summary>
    public static Published Of(IReadOnlyList<ReleasedTable> released) => new(
        [.. released[0].Rows.Select((_, i) => (IReadOnlyList<CountClass?>)[.. released.SelectMany(t => t.Cells[i])])],
        [.. released.SelectMany(t => t.National)],
        released[0].Columns.Count);

    /// <summary>The tables as somebody would publish them who only hides what is too small: classes, and a true class for the country.</summary>
    public static Published Naively(IReadOnlyList<CountedTable> tables, Func<CellCount, bool> enough) => new(
        [.. tables[0].Rows.Select((_, i) => (IReadOnlyList<CountClass?>)[.. tables.SelectMany(t => t.Cells[i]).Select(c => enough(c) ? CountClass.Of(c.Total) : (CountClass?)null)])],
        [.. tables.SelectMany(t => t.Columns.Select((_, j) => t.National(j)).Select(c => enough(c) ? CountClass.Of(c.Total) : (CountClass?)null))],
        tables[0].Columns.Count);
}
