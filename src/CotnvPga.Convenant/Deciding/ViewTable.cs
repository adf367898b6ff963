using CotnvPga.Convenant.Compiling;

namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// The answers for every item that one view can meet: cell (category × nature × supplier) by item flags
/// (which circumstances of the kind <c>gegeven</c> hold). One per viewer, phase and purpose; immutable and shared.
/// </summary>
public sealed class ViewTable
{
    private readonly ViewFrame _frame;
    private readonly CodedQuestion _view;
    private readonly Explainer _explainer;
    private readonly byte[] _allowed;
    private readonly byte[] _promised;

    internal ViewTable(ViewFrame frame, CodedQuestion view, Decider decider, Explainer explainer)
    {
        _frame = frame;
        _view = view;
        _explainer = explainer;
        _allowed = new byte[(CellCount * FlagCombinations + 7) / 8];
        _promised = new byte[_allowed.Length];
        Fill(decider);
        IsEmpty = !_allowed.AsSpan().ContainsAnyExcept((byte)0);
    }

    /// <summary>The circumstances of the kind <c>gegeven</c>, in vocabulary order: bit i of the item flags is element i.</summary>
    public IReadOnlyList<string> ItemCircumstances => _frame.ItemCircumstances;

    /// <summary>How many combinations of item flags a cell has: two to the number of item circumstances.</summary>
    public int FlagCombinations => _frame.FlagCombinations;

    /// <summary>The number of cells.</summary>
    public int CellCount => _frame.CellCount;

    /// <summary>The number of the cell: ((category × natures) + nature) × suppliers + supplier, each in vocabulary order.</summary>
    /// <exception cref="ArgumentException">A code is unknown.</exception>
    public int CellOf(string category, string nature, string supplier) => _frame.CellOf(category, nature, supplier);

    /// <summary>Whether an item in this cell with these flags is visible (allowed).</summary>
    public bool Allows(int cell, int itemFlags) => Bit(_allowed, cell, itemFlags);

    /// <summary>Whether it is conditional and some minimal set of what is missing holds item circumstances alone.</summary>
    public bool Promises(int cell, int itemFlags) => Bit(_promised, cell, itemFlags);

    /// <summary>True when no cell is allowed under any flags: the view shows nothing whatever the items are.</summary>
    public bool IsEmpty { get; }

    /// <summary><see cref="Allows"/> as bits: bit (cell × <see cref="FlagCombinations"/> + flags), least significant bit of a byte first (as PostgreSQL's get_bit on bytea).</summary>
    public ReadOnlyMemory<byte> AllowedBits => _allowed;

    /// <summary><see cref="Promises"/> as bits, in the same order.</summary>
    public ReadOnlyMemory<byte> PromisedBits => _promised;

    /// <summary>The full answer for one item, with its explanation.</summary>
    /// <exception cref="ArgumentException">A code is unknown.</exception>
    public Answer Explain(string category, string nature, string supplier, int itemFlags)
    {
        var question = _frame.QuestionOf(_view);
        _frame.Turn(question, CellOf(category, nature, supplier));
        question.Circumstances = _view.Circumstances | _frame.Circumstances(itemFlags);
        return _explainer.Answer(question);
    }

    private void Fill(Decider decider)
    {
        var answers = new Dictionary<CellRules, (byte[] Allowed, byte[] Promised)>();
        var sameEverywhere = _view.Layers == 1;
        var question = _frame.QuestionOf(_view);
        for (var cell = 0; cell < CellCount; cell++)
        {
            _frame.Turn(question, cell);
            var cells = decider.Cells(question);
            if (!sameEverywhere || !answers.TryGetValue(cells[0], out var flags))
            {
                flags = FlagsOf(decider, cells);
                answers[cells[0]] = flags;
            }
            Copy(flags.Allowed, _allowed, cell);
            Copy(flags.Promised, _promised, cell);
        }
    }

    private (byte[] Allowed, byte[] Promised) FlagsOf(Decider decider, CellRules[] cells)
    {
        var allowed = new byte[(FlagCombinations + 7) / 8];
        var promised = new byte[allowed.Length];
        if (Array.Exists(cells, c => c.IsClosed))
            return (allowed, promised);
        for (var flags = 0; flags < FlagCombinations; flags++)
        {
            var given = _view.Circumstances | _frame.Circumstances(flags);
            if (decider.Holds(_view.Edition, cells, given))
                allowed[flags >> 3] |= (byte)(1 << (flags & 7));
            // Some set of item circumstances alone is enough exactly when all of them together are.
            else if (decider.Holds(_view.Edition, cells, given | _frame.OpeningItemBits))
                promised[flags >> 3] |= (byte)(1 << (flags & 7));
        }
        return (allowed, promised);
    }

    private void Copy(byte[] flags, byte[] bits, int cell)
    {
        if (FlagCombinations >= 8)
        {
            flags.CopyTo(bits, cell * FlagCombinations / 8);
            return;
        }
        var at = cell * FlagCombinations;
        bits[at >> 3] |= (byte)(flags[0] << (at & 7));
    }

    private bool Bit(byte[] bits, int cell, int itemFlags)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)itemFlags, (uint)FlagCombinations, nameof(itemFlags));
        var at = (cell * FlagCombinations) + itemFlags;
        return (bits[at >> 3] >> (at & 7) & 1) != 0;
    }
}
