using CotnvPga.Data.Steps;
using CotnvPga.Domain.Signals;

namespace CotnvPga.Data.Cases;

/// <summary>A case as one viewer may see it, opened.</summary>
/// <param name="Visible">What was shown, with a line in the log for each, in the order in which it was recorded.</param>
/// <param name="Conditional">What would be shown if something about the item itself were added.</param>
/// <param name="Process">Where the process stands.</param>
/// <param name="Judgements">The judgements, when they were asked for and may be read.</param>
/// <param name="Question">What the viewer's party was asked last; null when nothing, or when it was not asked for.</param>
internal sealed record CaseSheet(
    IReadOnlyList<VisibleItem> Visible, IReadOnlyList<ConditionalItem> Conditional, ProcessStandingRow Process, IReadOnlyList<GivenJudgement> Judgements, string? Question);

/// <summary>What is opened beside the items, and under which articles; null is left closed. Each is a line in the log when it is there.</summary>
/// <param name="Judging">The articles for reading the judgements.</param>
/// <param name="AskingSteps">The steps at which another party is asked something.</param>
/// <param name="Asking">The articles for reading what was asked.</param>
internal sealed record SheetParts(string[]? Judging, string[]? AskingSteps, string[]? Asking)
{
    public static readonly SheetParts ItemsOnly = new(null, null, null);
}

/// <summary>The same closed, as <c>toegang.zaakblad</c> gives it: lists in JSON, null where there is nothing.</summary>
internal sealed class CaseSheetRow : ProcessStandingRow
{
    /// <summary>The wrapped key of the case; null when nothing was shown.</summary>
    public byte[]? Ingepakt { get; init; }

    public string? Gezien { get; init; }
    public string? Beloofd { get; init; }

    /// <summary>The places for which no reason came along; then nothing was shown.</summary>
    public string? ZonderReden { get; init; }

    public string? Wegingen { get; init; }
    public string? Gevraagd { get; init; }
}

/// <summary>A step at which something was asked, with its words sealed.</summary>
internal sealed record AskingStep(Guid Id, byte[] Toelichting);
