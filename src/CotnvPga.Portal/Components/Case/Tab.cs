namespace CotnvPga.Portal.Components.Case;

/// <summary>One of several pages about the same case.</summary>
/// <param name="Page">The Razor page.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Count">A number beside the name.</param>
public sealed record Tab(string Page, string Label, int? Count = null);
