using CotnvPga.Portal.Components.Case;

namespace CotnvPga.Portal.Pages.Registers;

/// <summary>A record in a list.</summary>
/// <param name="Id">The record.</param>
/// <param name="Cited">The number that people cite.</param>
/// <param name="Form">Name of its form.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Outcome">Its outcome in words; null when it has none.</param>
/// <param name="By">For whom it was made.</param>
/// <param name="At">When.</param>
/// <param name="Waits">Until when it waits; null when it waits for nothing.</param>
/// <param name="IsEnded">Whether another record ended it.</param>
public sealed record RegisterLine(Guid Id, string Cited, string Form, string Title, string? Outcome, string By, string At, Deadline? Waits, bool IsEnded);
