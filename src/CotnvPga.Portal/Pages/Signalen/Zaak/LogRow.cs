namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>One line of the disclosure log in words.</summary>
public sealed record LogRow(string At, string Who, string What, string Purpose, string Articles);
