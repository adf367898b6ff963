namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// The answers for every item that one view can meet: cell (category × nature × supplier) by item flags
/// (which circumstances of the kind <c>gegeven</c> hold). One per viewer, phase and purpose; immutable and shared.
/// </summary>
public sealed class ViewTable
{
    /// <summary>The circumstances of the kind <c>gegeven</c>, in vocabulary order: bit i of the item flags is element i.</summary>
    public IReadOnlyList<string> ItemCircumstances => throw new NotImplementedException();

    /// <summary>How many combinations of item flags a cell has: two to the number of item circumstances.</summary>
    public int FlagCombinations => throw new NotImplementedException();

    /// <summary>The number of cells.</summary>
    public int CellCount => throw new NotImplementedException();

    /// <summary>The number of the cell: ((category × natures) + nature) × suppliers + supplier, each in vocabulary order.</summary>
    public int CellOf(string category, string nature, string supplier) => throw new NotImplementedException();

    /// <summary>Whether an item in this cell with these flags is visible (allowed).</summary>
    public bool Allows(int cell, int itemFlags) => throw new NotImplementedException();

    /// <summary>Whether it is conditional and some minimal set of what is missing holds item circumstances alone.</summary>
    public bool Promises(int cell, int itemFlags) => throw new NotImplementedException();

    /// <summary>True when no cell is allowed under any flags: the view shows nothing whatever the items are.</summary>
    public bool IsEmpty => throw new NotImplementedException();

    /// <summary><see cref="Allows"/> as bits: bit (cell × <see cref="FlagCombinations"/> + flags), least significant bit of a byte first (as PostgreSQL's get_bit on bytea).</summary>
    public ReadOnlyMemory<byte> AllowedBits => throw new NotImplementedException();

    /// <summary><see cref="Promises"/> as bits, in the same order.</summary>
    public ReadOnlyMemory<byte> PromisedBits => throw new NotImplementedException();

    /// <summary>The full answer for one item, with its explanation.</summary>
    public Answer Explain(string category, string nature, string supplier, int itemFlags) => throw new NotImplementedException();
}
