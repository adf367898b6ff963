using NodaTime;

namespace CotnvPga.Domain.Coordination;

/// <summary>How far a seat of the adviser is.</summary>
public enum SeatStage
{
    /// <summary>Asked; nobody on the minister's side looked at it.</summary>
    Gevraagd,

    /// <summary>One person said under which law it is; a second one must agree.</summary>
    Beoordeeld,

    /// <summary>Two persons find it a task of the minister.</summary>
    Toegestaan,

    /// <summary>It is no task of the minister, or the second person did not agree.</summary>
    NietToegestaan,

    /// <summary>The meeting is over.</summary>
    Geeindigd,
}

/// <summary>A seat of the adviser at one meeting, as the minister's side sees it: no case, no person.</summary>
/// <param name="Id">The seat.</param>
/// <param name="Number">Its number for people; also in the case that asked.</param>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Basis">On which ground it was asked.</param>
/// <param name="Purpose">What for.</param>
/// <param name="HasEvent">Whether a concrete event and a measure were written down.</param>
/// <param name="Meeting">The day of the meeting.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Law">Under which law, or <c>geen</c>; null while nobody said.</param>
/// <param name="Explanation">Why.</param>
/// <param name="Assessor">Who said so.</param>
/// <param name="Agreed">Whether the second person agreed; null while nobody did.</param>
/// <param name="Destroyed">When it was confirmed that nothing is kept any more.</param>
public sealed record AdviserSeat(
    Guid Id,
    string Number,
    string Municipality,
    string Basis,
    string Purpose,
    bool HasEvent,
    LocalDate Meeting,
    Instant AskedAt,
    string? Law,
    string? Explanation,
    Guid? Assessor,
    bool? Agreed,
    Instant? Destroyed)
{
    /// <summary>The answer that it is no task of the minister.</summary>
    public const string NoTask = "geen";

    /// <summary>How far it is on a day.</summary>
    public SeatStage StageOn(LocalDate day) => this switch
    {
        { Agreed: true, Law: not NoTask } => Meeting < day ? SeatStage.Geeindigd : SeatStage.Toegestaan,
        { Agreed: not null } => SeatStage.NietToegestaan,
        { Law: not null } => SeatStage.Beoordeeld,
        _ => SeatStage.Gevraagd,
    };

    /// <summary>The last day on which the minister's side may keep what it got; null when it got nothing, or destroyed it.</summary>
    public LocalDate? DestroyBefore(LocalDate today) => StageOn(today) == SeatStage.Geeindigd && Destroyed is null ? Meeting.PlusYears(1) : null;
}

/// <summary>A municipality that asks for help, without a case.</summary>
public sealed record HelpRequest(Guid Id, string Municipality, string Subject, Instant At, Instant? TakenUpAt);

/// <summary>A good practice, for every municipality.</summary>
public sealed record GoodPractice(Guid Id, string Title, string Text, Instant At);
