namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>A report that was not brought to the weighing, without a person.</summary>
public sealed record NotBroughtRow(string On, string Reason, string Party, string Municipality);
