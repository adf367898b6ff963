using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>A published table with what a page shows beside it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Spread">How many areas meet the norm, or how far they lie apart; null when that cannot be told.</param>
/// <param name="Chart">Its chart; null when there is nothing to draw.</param>
public sealed record NationalTable(PublishedTable Table, string? Spread, TableChart? Chart);

/// <summary>A chart that says what the table below it says.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Words">What it says, in words.</param>
/// <param name="Bars">Its bars.</param>
/// <param name="Norm">Where the norm lies, in per cent of the whole width; null when there is none.</param>
public sealed record TableChart(string Title, string Words, IReadOnlyList<ChartBar> Bars, int? Norm);

/// <summary>A bar of a chart.</summary>
/// <param name="Label">Whose.</param>
/// <param name="Words">What it says, as in the table.</param>
/// <param name="Length">In per cent of the whole width.</param>
public sealed record ChartBar(string Label, string Words, int Length);
