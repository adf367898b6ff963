namespace CotnvPga.Domain.Uniformity;

/// <summary>One table of the catalogue with what was counted: areas down, outcomes across.</summary>
/// <param name="Code">Code of the table.</param>
/// <param name="Population">What is counted: two tables of one population count the same cases in another split.</param>
/// <param name="Rows">Codes of the areas.</param>
/// <param name="Columns">Codes of the outcomes.</param>
/// <param name="Cells">Row by row.</param>
public sealed record CountedTable(string Code, string Population, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<CellCount>> Cells)
{
    /// <summary>The count of the whole country in a column.</summary>
    public CellCount National(int column) => CellCount.Sum(Cells.Select(row => row[column]));
}
