namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>A function in words.</summary>
/// <param name="Function">Party and municipality.</param>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Standing">How many can work, of how many.</param>
/// <param name="IsThin">Whether it rests on one person, or on nobody.</param>
/// <param name="People">Who works there.</param>
public sealed record BenchRow(string Function, string Municipality, string Standing, bool IsThin, IReadOnlyList<SeatRow> People);

/// <summary>Somebody on a function, in words.</summary>
/// <param name="Membership">Id of the membership.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role.</param>
/// <param name="Notes">What matters: away, stands in, lent, no training, ends unused.</param>
/// <param name="IsAvailable">Whether this person could work today.</param>
/// <param name="IsTemporary">Whether the membership is that of a deputy or of somebody who is lent.</param>
/// <param name="Review">Where the review of access stands.</param>
/// <param name="MayBeReviewed">Whether somebody must still decide about it.</param>
public sealed record SeatRow(
    Guid Membership, string Name, string Role, IReadOnlyList<string> Notes, bool IsAvailable, bool IsTemporary, string Review, bool MayBeReviewed);
