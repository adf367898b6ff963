namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>One row of the disclosure log in words.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Which party; the reader itself is named.</param>
/// <param name="What">What was done with what kind of item.</param>
/// <param name="Count">How many items.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Articles">On which articles.</param>
public sealed record LogRow(string At, string Who, string What, int Count, string Purpose, string Articles);
