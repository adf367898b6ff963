using CotnvPga.Domain.Signals;
using NodaTime;

namespace CotnvPga.Domain.Quality;

/// <summary>One item with all that happened to it, for somebody who sees the item.</summary>
/// <param name="Signal">The case that it is in.</param>
/// <param name="Item">The item as it is now.</param>
/// <param name="Holder">Code of the party that answers for it.</param>
/// <param name="IsHolder">Whether that is the viewer's party.</param>
/// <param name="Earlier">What it said before, the newest first.</param>
/// <param name="Tests">Who tested it, the newest first.</param>
/// <param name="Proposals">Proposals that this viewer made or must answer, the newest first.</param>
/// <param name="Messages">What this viewer's party was told about it, the newest first.</param>
public sealed record ItemHistory(
    SignalId Signal,
    VisibleItem Item,
    string Holder,
    bool IsHolder,
    IReadOnlyList<EarlierVersion> Earlier,
    IReadOnlyList<QualityTest> Tests,
    IReadOnlyList<ChangeProposal> Proposals,
    IReadOnlyList<ItemMessage> Messages);

/// <summary>What an item said until it was corrected.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Value">The text.</param>
/// <param name="Reason">What was wrong with it.</param>
/// <param name="CorrectedBy">Code of the party that corrected it.</param>
/// <param name="At">When.</param>
public sealed record EarlierVersion(int Number, string Value, string Reason, string CorrectedBy, Instant At);

/// <summary>A test of correctness and completeness (besluit-pga:9).</summary>
/// <param name="Version">The version that was tested.</param>
/// <param name="By">Code of the party.</param>
/// <param name="At">When.</param>
/// <param name="Finding">What was looked at.</param>
public sealed record QualityTest(int Version, string By, Instant At, string Finding);

/// <summary>A proposal to change an item of another party.</summary>
public sealed record ChangeProposal(Guid Id, string Value, string Reason, string By, Instant At, string? Decision, string? DecisionReason, Instant? DecidedAt);

/// <summary>Something that a party must hear about an item, or tell whoever got the item from it.</summary>
/// <param name="Kind"><c>correctie</c>, <c>doorgeven</c>, <c>voorstel</c>, <c>aangenomen</c> or <c>geweigerd</c>.</param>
/// <param name="To">Code of whom to tell; null when the party itself must hear it.</param>
/// <param name="At">When it came.</param>
/// <param name="ReadAt">When it was read or passed on; null while it is open.</param>
public sealed record ItemMessage(string Kind, string? To, Instant At, Instant? ReadAt);
