namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>The table of a consultation, ready to be shown.</summary>
public sealed record TablePage(IReadOnlyList<SeatRow> Seats, IReadOnlyList<GuestRow> Guests, IReadOnlyList<HandoverRow> Handovers, PlanPage? Plan);

/// <summary>A party at the table.</summary>
/// <param name="Party">Name of the party, with its municipality when that is another one.</param>
/// <param name="Ground">On which ground it sits there.</param>
/// <param name="Articles">The article.</param>
public sealed record SeatRow(string Party, string Ground, string Articles);

/// <summary>Somebody who was let in for one meeting.</summary>
public sealed record GuestRow(string Person, string Organisation, string Party, string Purpose, string Meeting, string Ground);

/// <summary>A hand-over that was made.</summary>
public sealed record HandoverRow(string To, string By, int Count, string At);

/// <summary>The plan that was agreed last.</summary>
public sealed record PlanPage(IReadOnlyList<string> Goals, IReadOnlyList<InterventionRow> Interventions, string? Explanation, string AgreedOn);

/// <summary>One intervention: what, who, by when.</summary>
public sealed record InterventionRow(string What, string Owner, string Due);
