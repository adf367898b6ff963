namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>The table of a consultation, ready to be shown.</summary>
public sealed record TablePage(IReadOnlyList<SeatRow> Seats, IReadOnlyList<GuestRow> Guests, IReadOnlyList<HandoverRow> Handovers, PlanPage? Plan)
{
    /// <summary>Seats for the adviser of the minister that were asked.</summary>
    public IReadOnlyList<AskedSeatRow> AskedSeats { get; init; } = [];
}

/// <summary>A seat that was asked, and how far it is.</summary>
public sealed record AskedSeatRow(string Number, string Meeting, string Stage, bool IsOpen);

/// <summary>A party at the table.</summary>
/// <param name="Party">Name of the party, with its municipality when that is another one.</param>
/// <param name="Ground">On which ground it sits there.</param>
/// <param name="Articles">The article.</param>
public sealed record SeatRow(string Party, string Ground, string Articles);

/// <summary>Somebody who was let in for one meeting.</summary>
public sealed record GuestRow(string Person, string Organisation, string Party, string Purpose, string Meeting, string Ground);

/// <summary>A hand-over that was made; with its sheet for the party that made it.</summary>
public sealed record HandoverRow(Guid? Sheet, string To, string By, int Count, string At);

/// <summary>The plan that was agreed last.</summary>
public sealed record PlanPage(IReadOnlyList<string> Goals, IReadOnlyList<InterventionRow> Interventions, string? Explanation, string AgreedOn);

/// <summary>One intervention: what, who, by when.</summary>
public sealed record InterventionRow(string What, string Owner, string Due);

/// <summary>The screen for the table: who is present, and what all of them may see.</summary>
public sealed record ScreenPage(IReadOnlyList<ScreenParty> Parties, IReadOnlyList<ScreenGroup> Groups);

/// <summary>A party that can be present.</summary>
public sealed record ScreenParty(string Code, string Name, bool IsHere);

/// <summary>Items of one category.</summary>
public sealed record ScreenGroup(string Category, IReadOnlyList<ScreenLine> Lines);

/// <summary>One item on the screen.</summary>
public sealed record ScreenLine(string Field, string Value, string Supplier);

/// <summary>The sheet of a hand-over.</summary>
public sealed record SheetPage(string To, string By, string At, IReadOnlyList<SheetLine> Lines);

/// <summary>One item that went along.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">What was handed over; null when the giver does not see it any more.</param>
/// <param name="Supplier">Who supplied it.</param>
/// <param name="Articles">Under which articles.</param>
/// <param name="OwnLaw">The supplier's own law, when it was stated.</param>
/// <param name="IsPolice">Whether the secrecy of police data goes with it.</param>
public sealed record SheetLine(string Field, string? Value, string? Supplier, string Articles, string? OwnLaw, bool IsPolice);
