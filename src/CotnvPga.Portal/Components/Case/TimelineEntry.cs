using NodaTime;

namespace CotnvPga.Portal.Components.Case;

/// <summary>One line of a timeline.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What happened.</param>
/// <param name="By">By which party, for people; null when the process itself did it.</param>
/// <param name="IsDecision">True when it moved the case to another phase.</param>
/// <param name="Lines">What was written with it, for who may read that.</param>
public sealed record TimelineEntry(Instant At, string Text, string? By, bool IsDecision, IReadOnlyList<WordLine> Lines);

/// <summary>One thing that somebody wrote, with what it is.</summary>
public sealed record WordLine(string Label, string Text);
