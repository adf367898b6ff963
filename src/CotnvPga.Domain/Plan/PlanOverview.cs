using CotnvPga.Convenant.Process;
using NodaTime;

namespace CotnvPga.Domain.Plan;

/// <summary>The plan of a case as one viewer reads it: its versions, what was proposed for the next one, and what the evaluations said.</summary>
/// <param name="Versions">The versions that were agreed, newest first.</param>
/// <param name="Proposed">Goals, factors and interventions that stand and are in no version yet.</param>
/// <param name="Evaluations">The evaluations, newest first.</param>
/// <param name="Stop">The proposal to stop; null while there is no reason for one.</param>
public sealed record PlanOverview(IReadOnlyList<PlanVersion> Versions, PlanParts Proposed, IReadOnlyList<PlanEvaluation> Evaluations, StopProposal? Stop)
{
    /// <summary>The version that holds; null while there is no plan.</summary>
    public PlanVersion? Current => Versions.Count > 0 ? Versions[0] : null;
}

/// <summary>Goals, what protects, and interventions.</summary>
public sealed record PlanParts(IReadOnlyList<PlanGoal> Goals, IReadOnlyList<PlanFactor> Factors, IReadOnlyList<PlanIntervention> Interventions)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Goals.Count + Factors.Count + Interventions.Count == 0;
}

/// <summary>A version of the plan, as the three agreed it. It never changes.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Record">The record; null for the first version, which came with the step.</param>
/// <param name="At">When it was agreed.</param>
/// <param name="Parts">What it consists of.</param>
/// <param name="Reason">Why, or what was said with it.</param>
/// <param name="ClashReason">Why interventions that clash were chosen together; null when none clash.</param>
/// <param name="Clashes">The interventions in it that clash.</param>
/// <param name="Consents">Which party agrees.</param>
public sealed record PlanVersion(
    int Number,
    Guid? Record,
    Instant At,
    PlanParts Parts,
    string? Reason,
    string? ClashReason,
    IReadOnlyList<InterventionClash> Clashes,
    IReadOnlyList<PlanConsent> Consents);

/// <summary>A goal, in positive words.</summary>
/// <param name="Record">The record; null when it was written with the step.</param>
/// <param name="LifeArea">Code of the area of life; null when none was said.</param>
/// <param name="Text">The goal.</param>
/// <param name="Sign">How one will notice.</param>
/// <param name="Reached">Whether an evaluation said that it was reached.</param>
public sealed record PlanGoal(Guid? Record, string? LifeArea, string Text, string? Sign, bool Reached);

/// <summary>What protects the person and the plan can strengthen.</summary>
public sealed record PlanFactor(Guid Record, string? LifeArea, string Text);

/// <summary>An intervention.</summary>
/// <param name="Record">The record; null when it was written with the step: then no progress can be laid down.</param>
/// <param name="Code">Its code in the catalogue; null when it was written out.</param>
/// <param name="LifeArea">Code of the area of life; null when none was said.</param>
/// <param name="What">What was agreed.</param>
/// <param name="Owner">The party that owns it, or words.</param>
/// <param name="Executor">Who carries it out when that is somebody else.</param>
/// <param name="Due">When it is to be done.</param>
/// <param name="Goals">The goals that it is for.</param>
/// <param name="Progress">What the owner laid down, newest first.</param>
/// <param name="Finished">How it ended; null while it runs.</param>
/// <param name="IsChanged">Whether somebody proposed another text since; that counts only in a newer version.</param>
public sealed record PlanIntervention(
    Guid? Record,
    string? Code,
    string? LifeArea,
    string What,
    string? Owner,
    string? Executor,
    LocalDate? Due,
    IReadOnlyList<Guid> Goals,
    IReadOnlyList<PlanProgress> Progress,
    PlanProgress? Finished,
    bool IsChanged);

/// <summary>How an intervention goes, or went, by its owner.</summary>
/// <param name="State">Code of how it goes or of the result.</param>
/// <param name="Text">What happened.</param>
/// <param name="At">When it was laid down.</param>
public sealed record PlanProgress(string State, string Text, Instant At);

/// <summary>Whether a party agrees to a version.</summary>
public sealed record PlanConsent(string Party, string? Municipality, string Verdict, string? Text, Instant At);

/// <summary>What came out of an evaluation.</summary>
/// <param name="At">When.</param>
/// <param name="Party">Who laid it down.</param>
/// <param name="NewConcerns">Whether there were new signals or concerns.</param>
/// <param name="Direction">Code of how to go on.</param>
/// <param name="Text">What works and what does not.</param>
public sealed record PlanEvaluation(Instant At, string Party, bool NewConcerns, string Direction, string Text);

/// <summary>Stopping is on the agenda: that many evaluations in a row were quiet.</summary>
/// <param name="Quiet">How many in a row.</param>
/// <param name="Needed">How many the covenant asks for.</param>
/// <param name="Term">The number as the covenant explains it.</param>
public sealed record StopProposal(int Quiet, int Needed, ParameterDefinition Term)
{
    /// <summary>The proposal that follows from the evaluations; null while not enough of them in a row were quiet.</summary>
    /// <param name="newestFirst">The evaluations, newest first.</param>
    /// <param name="term">How many quiet ones in a row.</param>
    public static StopProposal? From(IReadOnlyList<PlanEvaluation> newestFirst, ParameterDefinition term)
    {
        var quiet = newestFirst.TakeWhile(e => !e.NewConcerns).Count();
        return quiet >= term.Value ? new StopProposal(quiet, term.Value, term) : null;
    }
}
