using NodaTime;

namespace CotnvPga.Portal.Components.Case;

/// <summary>What stands above every page of a case. Never a name: only number, phase, place and deadline.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number for people.</param>
/// <param name="Municipality">Name of the municipality of stay.</param>
/// <param name="Party">Name of the party for which the viewer is here.</param>
/// <param name="OpenedOn">Day of registration.</param>
/// <param name="Steps">The way through the phases.</param>
/// <param name="Round">Round of the weighing.</param>
/// <param name="Deadline">The first term that runs; null when none does.</param>
/// <param name="UrgentUntil">Last day to ratify an urgent weighing.</param>
/// <param name="Tabs">The pages about this case that this viewer has.</param>
public sealed record CaseHead(
    Guid Id,
    string Number,
    string Municipality,
    string Party,
    LocalDate OpenedOn,
    PhaseSteps Steps,
    int Round,
    Deadline? Deadline,
    LocalDate? UrgentUntil,
    IReadOnlyList<Tab> Tabs)
{
    /// <summary>What everybody must know first, such as a pause, with the day on which the three look at it again.</summary>
    public IReadOnlyList<Deadline> Notices { get; init; } = [];

    /// <summary>Name of the phase the case is in.</summary>
    public string Phase => Steps.Steps[Steps.Current - 1].Label;
}

/// <summary>A last day, seen from today.</summary>
/// <param name="Label">What must be done before it.</param>
/// <param name="Due">The last day.</param>
/// <param name="Today">Today.</param>
/// <param name="WorkingDays">Working days left; below zero is too late.</param>
/// <param name="Explanation">Where the term comes from.</param>
public sealed record Deadline(string Label, LocalDate Due, LocalDate Today, int WorkingDays, string Explanation);
