namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>One case of a hand-over report.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Phase">Name of its phase.</param>
/// <param name="Term">The first term, in words.</param>
/// <param name="Task">What is asked of the function next.</param>
/// <param name="LastAt">When the person last acted in it.</param>
/// <param name="HandedTo">To whom it went over; null when to nobody.</param>
public sealed record WorkReportRow(Guid Id, string Number, string Municipality, string Phase, string Term, string Task, string LastAt, string? HandedTo);
