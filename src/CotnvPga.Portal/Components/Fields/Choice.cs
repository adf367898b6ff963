namespace CotnvPga.Portal.Components.Fields;

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">What is posted: a code.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">What choosing it means; only for radio buttons.</param>
/// <param name="Group">Heading it stands under; only for a list.</param>
/// <param name="Asks">What choosing it asks beside it, for script; only for a list.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null, string? Asks = null);
