using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>A published table with what a page shows beside it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Spread">How many areas meet the norm, or how far they lie apart; null when that cannot be told.</param>
/// <param name="Bars">The bars of its chart; empty when there is nothing to draw.</param>
/// <param name="ChartWords">What the chart says, in words.</param>
public sealed record NationalTable(PublishedTable Table, string? Spread, IReadOnlyList<ShareBar> Bars, string ChartWords);

/// <summary>A bar of a chart.</summary>
/// <param name="Label">Whose.</param>
/// <param name="Words">What it says, as in the table.</param>
/// <param name="Length">In per cent of the whole width.</param>
public sealed record ShareBar(string Label, string Words, int Length);
