namespace CotnvPga.Portal.Pages.Berichten;

/// <summary>A message in words.</summary>
public sealed record MessageRow(string Title, string Text, string When, bool IsRead);
