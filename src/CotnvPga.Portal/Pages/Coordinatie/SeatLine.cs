using CotnvPga.Domain.Coordination;

namespace CotnvPga.Portal.Pages.Coordinatie;

/// <summary>A seat in words.</summary>
/// <param name="Id">The seat.</param>
/// <param name="Number">Its number.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Basis">On which ground it was asked, and what for.</param>
/// <param name="Meeting">The day of the meeting.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="StageText">That in words.</param>
/// <param name="Assessment">Under which law, and why; null while nobody said.</param>
/// <param name="MayConfirm">Whether this person is another one than who assessed it.</param>
/// <param name="DestroyBefore">The last day on which something of it may be kept.</param>
public sealed record SeatLine(
    Guid Id, string Number, string Municipality, string Basis, string Meeting, SeatStage Stage, string StageText, string? Assessment, bool MayConfirm, string? DestroyBefore);

/// <summary>A request for help in words.</summary>
public sealed record HelpLine(Guid Id, string Municipality, string Subject, string At, bool IsTakenUp);
