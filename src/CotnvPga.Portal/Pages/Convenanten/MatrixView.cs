namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>A matrix in words.</summary>
/// <param name="Parties">The columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Common">What every open cell asks for.</param>
/// <param name="Legend">What each letter means.</param>
public sealed record MatrixView(IReadOnlyList<string> Parties, IReadOnlyList<MatrixRowView> Rows, IReadOnlyList<string> Common, IReadOnlyList<LegendLine> Legend);

/// <summary>A row: a category.</summary>
/// <param name="Category">Its name.</param>
/// <param name="Article">The article it comes from.</param>
/// <param name="Cells">Its cells.</param>
public sealed record MatrixRowView(string Category, string Article, IReadOnlyList<MatrixCellView> Cells);

/// <summary>A cell.</summary>
/// <param name="Party">Name of the party.</param>
/// <param name="Tone"><c>ja</c>, <c>als</c>, <c>eigen</c> or <c>nee</c>.</param>
/// <param name="Word">What it says.</param>
/// <param name="Letter">Letter of its condition; empty when it has none.</param>
/// <param name="Question">The same question on the page "Mag ik dit delen?".</param>
public sealed record MatrixCellView(string Party, string Tone, string Word, string Letter, IDictionary<string, string> Question);

/// <summary>A letter and what it asks for.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Alternatives">What must hold, one of them being enough.</param>
public sealed record LegendLine(string Letter, IReadOnlyList<string> Alternatives);
