namespace CotnvPga.Domain.Uniformity;

/// <summary>One table as it can be published: a class, or nothing, for every cell and for the country.</summary>
/// <param name="Code">Code of the table.</param>
/// <param name="Rows">Codes of the areas.</param>
/// <param name="Columns">Codes of the outcomes.</param>
/// <param name="Cells">Row by row; null for one that is too small or is withheld to protect another.</param>
/// <param name="National">The country, by column; null in the same way.</param>
public sealed record ReleasedTable(
    string Code, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<CountClass?>> Cells, IReadOnlyList<CountClass?> National)
{
    /// <summary>The one label for what is not shown: zeros, few cases, few municipalities and what is withheld look alike.</summary>
    public const string TooSmall = "te_klein";

    /// <summary>How many cells are not shown; the country counted as well.</summary>
    public int Hidden => Cells.Sum(row => row.Count(c => c is null)) + National.Count(c => c is null);
}
