namespace CotnvPga.Convenant.Vocabularies;

/// <summary>Whose fact it is.</summary>
public enum CircumstanceKind
{
    /// <summary>The viewer's: one set for a whole view.</summary>
    Kijker,

    /// <summary>The item's: stored with each item.</summary>
    Gegeven,
}

/// <summary>A yes/no fact that a decision can rest on.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Index">Its number, from 0: its bit in a set of circumstances.</param>
/// <param name="Kind">Whose fact it is.</param>
/// <param name="Closes">
/// True when it can only close (a supplier's weighty reasons): rules name it in <c>bij</c>, never in <c>mits</c>. All other
/// circumstances can only open, so that adding one never closes anything.
/// </param>
/// <param name="Label">Its name for people.</param>
/// <param name="Phrase">How it stands in a sentence after "zodra".</param>
/// <param name="Article">The article it comes from, if it has one.</param>
/// <param name="Silent">True when saying that it is missing would tell what the item is: an item that only lacks it is not mentioned.</param>
public sealed record Circumstance(
    string Code,
    int Index,
    CircumstanceKind Kind,
    bool Closes,
    string Label,
    string Phrase,
    string? Article,
    bool Silent = false)
{
    /// <summary>Its bit in a set of circumstances.</summary>
    public ulong Bit => 1UL << Index;
}
