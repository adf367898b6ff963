using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Pages.Signalen.Stukken;

namespace CotnvPga.Portal.Pages.Signalen.Plan;

/// <summary>The plan of a case, ready to be shown.</summary>
/// <param name="Current">The version that holds; null while there is none.</param>
/// <param name="Shown">The version that is shown beside it; null when none was asked for.</param>
/// <param name="Others">The other versions, to choose from.</param>
/// <param name="Proposed">What stands and is in no version yet.</param>
/// <param name="Evaluations">What came out of the evaluations, newest first.</param>
/// <param name="Stop">The proposal to stop, in words; null when there is none.</param>
/// <param name="Choices">What this viewer can add now.</param>
public sealed record PlanLayout(
    VersionView? Current,
    VersionView? Shown,
    IReadOnlyList<Choice> Others,
    PartsView Proposed,
    IReadOnlyList<EvaluationView> Evaluations,
    string? Stop,
    IReadOnlyList<RecordChoice> Choices);

/// <summary>A version of the plan.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its number and day.</param>
/// <param name="Record">The record; null for the first.</param>
/// <param name="Reason">Why it was made, or what was said with it.</param>
/// <param name="Clashes">Which interventions clash, in words.</param>
/// <param name="ClashReason">Why they were chosen together.</param>
/// <param name="Parts">What it consists of.</param>
/// <param name="Consents">Which party agrees.</param>
/// <param name="Agree">How this viewer can agree; null when it cannot.</param>
public sealed record VersionView(
    int Number, string Title, Guid? Record, string? Reason, IReadOnlyList<string> Clashes, string? ClashReason, PartsView Parts, IReadOnlyList<ConsentView> Consents, RecordChoice? Agree);

/// <summary>Goals, what protects and interventions, per area of life.</summary>
public sealed record PartsView(IReadOnlyList<AreaView> Areas)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Areas.Count == 0;
}

/// <summary>One area of life in the plan.</summary>
public sealed record AreaView(string Area, IReadOnlyList<GoalView> Goals, IReadOnlyList<string> Factors, IReadOnlyList<InterventionView> Interventions);

/// <summary>A goal.</summary>
public sealed record GoalView(string Text, string? Sign, bool Reached);

/// <summary>An intervention: what, who, when, how it goes.</summary>
/// <param name="Id">The record; null when it was written with the step.</param>
/// <param name="What">What was agreed.</param>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Decides">Who decides on it.</param>
/// <param name="Conditions">What must be so first.</param>
/// <param name="Owner">Who owns it, and who carries it out.</param>
/// <param name="Due">When it is to be done.</param>
/// <param name="State">How it goes, in words.</param>
/// <param name="Tone">Tone of the mark that says so.</param>
/// <param name="Progress">What the owner laid down, newest first.</param>
/// <param name="IsChanged">Whether another text was proposed since.</param>
/// <param name="Next">What this viewer can lay down about it.</param>
public sealed record InterventionView(
    Guid? Id, string What, string? Name, string? Decides, IReadOnlyList<string> Conditions, string Owner, string Due, string State, string? Tone,
    IReadOnlyList<string> Progress, bool IsChanged, IReadOnlyList<RecordChoice> Next);

/// <summary>Whether a party agrees.</summary>
public sealed record ConsentView(string Party, string Verdict, string? Text, string Day);

/// <summary>What came out of an evaluation.</summary>
public sealed record EvaluationView(string Day, string By, string Concerns, string Direction, string Text);
