using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Domain.Signals;

/// <summary>A case as one viewer may see it. What is withheld is not in it: no row, no count, no gap.</summary>
public sealed record CaseView(
    SignalState State,
    Viewer Viewer,
    IReadOnlyList<VisibleItem> Items,
    IReadOnlyList<ConditionalItem> Conditional,
    IReadOnlyList<OfferedStep> Steps,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<JudgementStanding> Standing,
    IReadOnlyList<GivenJudgement> Judgements)
{
    /// <summary>What holds for the case: the covenant of its municipality.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Whether there are records that the viewer may read, or that it can make now.</summary>
    public bool HasRecords { get; init; }

    /// <summary>Whether another municipality sent something along that this viewer can take over, or did.</summary>
    public bool TransferWaits { get; init; }

    /// <summary>What stands above every page of the case while it waits, such as a pause.</summary>
    public IReadOnlyList<Term> Notices { get; init; } = [];

    /// <summary>Whether the viewer works on the case now, and so may read which steps it went through.</summary>
    public bool WorksOn { get; init; }

    /// <summary>Whether the viewer has a seat at the case consultation now.</summary>
    public bool SitsAtConsultation { get; init; }

    /// <summary>What the three ask this viewer's party; null when they ask nothing.</summary>
    public string? Question { get; init; }

    /// <summary>Whether the viewer's party keeps who does not work on the case because of an interest of its own.</summary>
    public bool KeepsInterests { get; init; }
}

/// <summary>An item that is visible, and was written in the disclosure log when it was read.</summary>
public sealed record VisibleItem(
    ItemId Id,
    string Field,
    string FieldLabel,
    string Value,
    string Category,
    string Nature,
    string Supplier,
    string RecordedFor,
    Instant RecordedAt,
    Answer Answer)
{
    /// <summary>Whether it waits for a second person of the supplier to look at it.</summary>
    public bool WaitsForSecondLook { get; init; }

    /// <summary>What stands beside it.</summary>
    public ItemMarks Marks { get; init; } = ItemMarks.None;
}

/// <summary>An item of which only supplier and category are told, and what is missing to see it.</summary>
public sealed record ConditionalItem(ItemId Id, string Category, string Supplier, Answer Answer);

/// <summary>A step that this viewer's party may take in this phase.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Explanation">What it does, in a sentence.</param>
/// <param name="Manner">How many must act.</param>
/// <param name="Missing">Facts that do not hold yet and that the step's own words cannot bring.</param>
/// <param name="WaitingFor">Parties that have not agreed to the open proposal; empty when there is none.</param>
/// <param name="AgreedBySelf">Whether this party agreed to the open proposal.</param>
/// <param name="Grounds">Articles.</param>
public sealed record OfferedStep(
    string Code,
    string Label,
    string Explanation,
    Convenant.Process.StepManner Manner,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> WaitingFor,
    bool AgreedBySelf,
    IReadOnlyList<string> Grounds);

/// <summary>A term that runs.</summary>
public sealed record Term(string Code, string Label, LocalDate On, string Explanation, string Certainty)
{
    /// <summary>The day that the covenant says, when the three departed from it; else null.</summary>
    public LocalDate? OnPaper { get; init; }
}

/// <summary>Whether a party gave its judgement in this round; never what it says.</summary>
public sealed record JudgementStanding(string Party, bool Given)
{
    /// <summary>Whether an item that it rests on changed since; told after the viewer's own party judged.</summary>
    public bool Changed { get; init; }
}

/// <summary>A judgement that this viewer may read.</summary>
public sealed record GivenJudgement(string Party, int Round, string Verdict, Instant At, Weighing.JudgementWords Words);
