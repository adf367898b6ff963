namespace CotnvPga.Browser.Tests.Cases;

/// <summary>A case, known by its address.</summary>
/// <param name="Pad">Path of its page.</param>
internal sealed record Zaak(string Pad);
