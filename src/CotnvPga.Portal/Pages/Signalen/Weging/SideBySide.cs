using NodaTime;

namespace CotnvPga.Portal.Pages.Signalen.Weging;

/// <summary>The judgements of one round next to each other, for who gave one.</summary>
/// <param name="Round">The round.</param>
/// <param name="Columns">One per party, the viewer's own first.</param>
/// <param name="Rows">One per criterion.</param>
public sealed record SideBySide(int Round, IReadOnlyList<JudgementColumn> Columns, IReadOnlyList<CriterionRow> Rows);

/// <summary>One party's judgement.</summary>
public sealed record JudgementColumn(string Party, bool IsOwn, Instant At, string Verdict, string Motivation);

/// <summary>One criterion, with a finding per column.</summary>
public sealed record CriterionRow(int Number, string Criterion, IReadOnlyList<FindingCell> Cells);

/// <summary>What one party found on one criterion.</summary>
public sealed record FindingCell(string Party, bool IsOwn, string Finding, string ContraIndication);

/// <summary>Whether a party gave its judgement in this round.</summary>
public sealed record StandingView(string Party, bool IsOwn, bool Given)
{
    /// <summary>Whether something that it rests on changed since.</summary>
    public bool Changed { get; init; }
}
