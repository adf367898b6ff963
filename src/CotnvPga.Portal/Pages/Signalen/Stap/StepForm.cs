using CotnvPga.Portal.Components.Fields;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>What the form of a step shows: the words typed so far, and what can be chosen.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Parts">The parts of the form that this step needs.</param>
/// <param name="Reasons">The closed list of reasons of this step; empty when the reason is free.</param>
/// <param name="Participants">All parties that can take part.</param>
/// <param name="Others">The parties that do not take this step themselves.</param>
/// <param name="Elsewhere">Codes of the parties of another municipality.</param>
/// <param name="Municipalities">The other municipalities.</param>
public sealed record StepForm(
    StepInput Input,
    IReadOnlyList<string> Parts,
    IReadOnlyList<Choice> Reasons,
    IReadOnlyList<Choice> Participants,
    IReadOnlyList<Choice> Others,
    IReadOnlySet<string> Elsewhere,
    IReadOnlyList<Choice> Municipalities)
{
    /// <summary>The records that the plan can consist of.</summary>
    public IReadOnlyList<Choice> PlanRecords { get; init; } = [];

    /// <summary>Those of one kind.</summary>
    public IEnumerable<Choice> RecordsOf(params IReadOnlyList<string> kinds) => PlanRecords.Where(c => kinds.Contains(c.Group));

    /// <summary>Yes or no.</summary>
    public static IReadOnlyList<Choice> YesNo { get; } = [new("true", "Ja"), new("false", "Nee")];

    /// <summary>Name of a party that can take part.</summary>
    public string PartyName(string code) => Participants.First(p => p.Value == code).Label;
}
