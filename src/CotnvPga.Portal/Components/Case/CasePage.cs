namespace CotnvPga.Portal.Components.Case;

/// <summary>A case as one viewer may see it, ready to be shown.</summary>
/// <param name="Head">What stands above every page of the case.</param>
/// <param name="Items">Items, by category.</param>
/// <param name="Steps">What may be done next.</param>
/// <param name="Terms">Terms that run, the nearest first.</param>
/// <param name="MayRecord">Whether this viewer may record any item at all in this phase.</param>
/// <param name="MustJudge">Whether the judgement of this viewer's party is still asked.</param>
public sealed record CasePage(CaseHead Head, IReadOnlyList<ItemGroup> Items, IReadOnlyList<StepView> Steps, IReadOnlyList<Deadline> Terms, bool MayRecord, bool MustJudge);
