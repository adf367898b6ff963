using CotnvPga.Convenant.Process;

namespace CotnvPga.Portal.Components.Case;

/// <summary>A step that this viewer's party may take in this phase.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Explanation">What it does, in a sentence.</param>
/// <param name="Manner">How many must act.</param>
/// <param name="Missing">What is missing first, in words.</param>
/// <param name="WaitingFor">Parties that still have to agree, in words; empty when there is no proposal.</param>
/// <param name="AgreedBySelf">Whether this party (or person) agreed already.</param>
/// <param name="NeedsExplanation">Whether it asks for an explanation of its own.</param>
/// <param name="Articles">On which articles it rests.</param>
public sealed record StepView(
    string Code,
    string Label,
    string Explanation,
    StepManner Manner,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> WaitingFor,
    bool AgreedBySelf,
    bool NeedsExplanation,
    string Articles)
{
    /// <summary>True when a proposal lies on the table.</summary>
    public bool HasProposal => WaitingFor.Count > 0;

    /// <summary>True when this viewer is asked to agree.</summary>
    public bool WaitsForViewer => HasProposal && !AgreedBySelf;
}
