namespace CotnvPga.Portal.Pages.Oefening;

/// <summary>A judgement in words.</summary>
public sealed record GivenView(string Party, string Verdict, string Motivation, IReadOnlyList<GivenCriterion> Criteria);

/// <summary>A criterion of a judgement in words.</summary>
public sealed record GivenCriterion(string Label, string Plays, string Finding, string ContraIndication);

/// <summary>What came of a case.</summary>
/// <param name="Title">The case.</param>
/// <param name="Trait">In what the versions differed.</param>
/// <param name="A">The text of version A.</param>
/// <param name="B">The text of version B.</param>
/// <param name="Teams">Weegploegen that took part whole.</param>
/// <param name="CanBeTold">Whether there are enough of them.</param>
/// <param name="Whole">The figures of the verdict.</param>
/// <param name="Swap">What the swap did to the verdict; null when too few weighed each version.</param>
/// <param name="Criteria">The figures of each criterion.</param>
/// <param name="Own">The own weegploeg.</param>
/// <param name="Others">What others wrote.</param>
public sealed record OutcomeView(
    string Title, string Trait, string A, string B, int Teams, bool CanBeTold, IReadOnlyList<FigureLine> Whole, SwapView? Swap, IReadOnlyList<CriterionOutcome> Criteria,
    IReadOnlyList<GivenView> Own, IReadOnlyList<GivenView> Others);

/// <summary>A figure with its name.</summary>
public sealed record FigureLine(string Label, string Words);

/// <summary>What the swap of a trait did.</summary>
public sealed record SwapView(string Label, string First, string Second, string Effect, string Means, bool IsClear);

/// <summary>The figures of a criterion.</summary>
public sealed record CriterionOutcome(string Label, string Plays, string DoesNot, string Unknown, string Spread, SwapView? Swap);
