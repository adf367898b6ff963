namespace CotnvPga.Domain.Matrix;

/// <summary>Who may what with which kind of item, in one phase, by one act, for one purpose, on one day.</summary>
/// <param name="Parties">The parties for whom anything can open in some phase: the columns.</param>
/// <param name="Common">Codes of the circumstances that every open cell asks for: said once.</param>
/// <param name="Conditions">What the letters mean: letter <c>a</c> is the first. Each is what opens besides <paramref name="Common"/>, one of its sets of circumstances being enough.</param>
/// <param name="Rows">A row for each category.</param>
public sealed record RightsMatrix(
    IReadOnlyList<string> Parties,
    IReadOnlyList<string> Common,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Conditions,
    IReadOnlyList<MatrixRow> Rows);

/// <summary>A row of the matrix.</summary>
/// <param name="Category">Code of the category.</param>
/// <param name="Cells">A cell for each party, in the order of the columns.</param>
public sealed record MatrixRow(string Category, IReadOnlyList<MatrixCell> Cells);

/// <summary>What a cell says.</summary>
public enum CellKind
{
    /// <summary>Never.</summary>
    Nee,

    /// <summary>Only what the party supplied itself.</summary>
    Eigen,

    /// <summary>When something more than the common circumstances holds.</summary>
    Als,

    /// <summary>With the common circumstances alone.</summary>
    Ja,
}

/// <summary>One cell.</summary>
/// <param name="Party">Code of the party.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Condition">Number of the condition from 0; null when the common circumstances are enough, or nothing is.</param>
/// <param name="Supplier">Code of the supplier whose items it was asked for.</param>
public sealed record MatrixCell(string Party, CellKind Kind, int? Condition, string Supplier);
