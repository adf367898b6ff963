namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>A registered case that waits to be brought to the three: no name and no reason.</summary>
public sealed record RegisteredRow(string Since, string Number, string Party, string Municipality);
