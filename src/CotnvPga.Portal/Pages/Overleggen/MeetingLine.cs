namespace CotnvPga.Portal.Pages.Overleggen;

/// <summary>The meetings of one municipality.</summary>
public sealed record MeetingGroup(string Municipality, IReadOnlyList<MeetingLine> Meetings);

/// <summary>A meeting in words, with the numbers of the cases on its agenda.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Day">The day.</param>
/// <param name="Time">From when to when.</param>
/// <param name="Place">Where.</param>
/// <param name="IsCancelled">Whether it was called off.</param>
/// <param name="IsPast">Whether it has been.</param>
/// <param name="MayPlan">Whether the viewer plans meetings there.</param>
/// <param name="MayChair">Whether the viewer chairs there.</param>
/// <param name="Cases">Cases on the agenda that the viewer knows of.</param>
public sealed record MeetingLine(
    Guid Id, string Kind, string Day, string Time, string Place, bool IsCancelled, bool IsPast, bool MayPlan, bool MayChair, IReadOnlyList<AgendaLine> Cases);

/// <summary>A case on an agenda: its number and phase.</summary>
public sealed record AgendaLine(Guid Id, string Number, string Phase);

/// <summary>A case as its chair sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Present">Which parties are there today; empty when nobody wrote it down.</param>
/// <param name="Actions">Actions that wait: who and by when.</param>
public sealed record ChairedLine(string Number, string Phase, IReadOnlyList<string> Present, IReadOnlyList<string> Actions);
