namespace CotnvPga.Domain.Uniformity;

/// <summary>One table of the catalogue with what was counted: rows down, outcomes across.</summary>
/// <param name="Code">Code of the table.</param>
/// <param name="Population">What is counted: two tables of one population count the same cases in another split.</param>
/// <param name="Rows">Codes of the rows: areas, or those of the table itself.</param>
/// <param name="Columns">Codes of the outcomes.</param>
/// <param name="Cells">Row by row.</param>
public sealed record CountedTable(string Code, string Population, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<CellCount>> Cells)
{
    /// <summary>The column of the other table of the population of whose cases this one is a split; null when it is a split of them all.</summary>
    public string? PartOf { get; init; }

    /// <summary>The count of the whole country in a column.</summary>
    public CellCount National(int column) => CellCount.Sum(Cells.Select(row => row[column]));

    /// <summary>What a row counts in another table of the same cases: the column that this one is a part of, or all columns.</summary>
    /// <param name="row">The row.</param>
    /// <param name="part">The table that is compared with.</param>
    internal CellCount Whole(int row, CountedTable part) =>
        part.PartOf is { } column ? Cells[row][ColumnOf(column)] : CellCount.Sum(Cells[row]);

    /// <summary>Where a column stands.</summary>
    internal int ColumnOf(string column)
    {
        for (var j = 0; j < Columns.Count; j++)
        {
            if (Columns[j] == column)
                return j;
        }
        throw new ArgumentException($"The table '{Code}' has no column '{column}'.", nameof(column));
    }
}
