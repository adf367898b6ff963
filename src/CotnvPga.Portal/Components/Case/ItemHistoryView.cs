namespace CotnvPga.Portal.Components.Case;

/// <summary>An item with its history, in words.</summary>
/// <param name="Item">The item.</param>
/// <param name="Category">Name of its category.</param>
/// <param name="Holder">Who answers for it.</param>
/// <param name="IsHolder">Whether that is the viewer's party.</param>
/// <param name="Messages">What this party was told about it and has not finished with.</param>
/// <param name="MayFinish">Whether something in it is finished by reading or passing on.</param>
/// <param name="Proposals">Proposals that this viewer made or must answer.</param>
/// <param name="Earlier">What it said before.</param>
/// <param name="Tests">Who tested it.</param>
public sealed record ItemHistoryView(
    ItemView Item, string Category, string Holder, bool IsHolder, IReadOnlyList<string> Messages, bool MayFinish,
    IReadOnlyList<ProposalLine> Proposals, IReadOnlyList<VersionLine> Earlier, IReadOnlyList<string> Tests);

/// <summary>A proposal to change it; the decision is null while there is none.</summary>
public sealed record ProposalLine(Guid Id, string By, string At, string Value, string Reason, string? Decision, string? DecisionReason)
{
    /// <summary>Whether this viewer answers it now: the oldest that is open.</summary>
    public bool IsNext { get; init; }
}

/// <summary>What it said until it was corrected.</summary>
public sealed record VersionLine(string Value, string Reason, string By, string At);
