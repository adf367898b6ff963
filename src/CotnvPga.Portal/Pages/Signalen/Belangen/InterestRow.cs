namespace CotnvPga.Portal.Pages.Signalen.Belangen;

/// <summary>A line of the list in words.</summary>
public sealed record InterestRow(Guid Id, string Name, string Party, string Kind, string By, string Reason, string AskAt, string Since, string? Ended);
