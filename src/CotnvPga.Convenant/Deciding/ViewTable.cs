using CotnvPga.Convenant.Compiling;

namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// The answers for every item that one view can meet: cell (category × nature × supplier) by item flags
/// (which circumstances of the kind <c>gegeven</c> hold). One per viewer, phase, purpose and covenant; immutable and shared.
/// </summary>
public sealed class ViewTable
{
    private readonly ViewFrame _frame;
    private readonly CodedQuestion _view;
    private readonly Explainer _explainer;
    private readonly ViewMask _allowed;
    private readonly ViewMask _promised;

    internal ViewTable(ViewFrame frame, CodedQuestion view, Decider decider, Explainer explainer)
    {
        _frame = frame;
        _view = view;
        _explainer = explainer;
        _allowed = new ViewMask(CellCount, FlagCombinations);
        _promised = new ViewMask(CellCount, FlagCombinations);
        Fill(decider);
        IsEmpty = _allowed.IsEmpty;
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
    public bool Allows(int cell, int itemFlags) => _allowed[cell, Known(itemFlags)];

    /// <summary>
    /// Whether it is conditional and some minimal set of what is missing holds item circumstances alone, none of which would
    /// tell something of the item itself (<c>verzwijgen</c>).
    /// </summary>
    public bool Promises(int cell, int itemFlags) => _promised[cell, Known(itemFlags)];

    /// <summary>True when no cell is allowed under any flags: the view shows nothing whatever the items are.</summary>
    public bool IsEmpty { get; }

    /// <summary>
    /// <see cref="Allows"/> written out as bits: bit (cell × <see cref="FlagCombinations"/> + flags), least significant bit of a
    /// byte first (as PostgreSQL's get_bit on bytea).
    /// </summary>
    public byte[] AllowedBits() => _allowed.ToBits();

    /// <summary><see cref="Promises"/> as bits, in the same order.</summary>
    public byte[] PromisedBits() => _promised.ToBits();

    /// <summary>The full answer for one item, with its explanation.</summary>
    /// <exception cref="ArgumentException">A code is unknown, or there are no such flags.</exception>
    public Answer Explain(string category, string nature, string supplier, int itemFlags)
    {
        var question = _frame.QuestionOf(_view);
        _frame.Turn(question, CellOf(category, nature, supplier));
        question.Circumstances = _view.Circumstances | _frame.Circumstances(Known(itemFlags));
        return _explainer.Answer(question);
    }

    private void Fill(Decider decider)
    {
        var answers = new Dictionary<CellRules[], (byte[] Allowed, byte[] Promised)>(SameCells.Instance);
        var question = _frame.QuestionOf(_view);
        for (var cell = 0; cell < CellCount; cell++)
        {
            _frame.Turn(question, cell);
            var cells = decider.Cells(question);
            if (!answers.TryGetValue(cells, out var flags))
                answers[cells] = flags = FlagsOf(decider, cells);
            _allowed.Set(cell, flags.Allowed);
            _promised.Set(cell, flags.Promised);
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
            else if (decider.Holds(_view.Edition, cells, given | _frame.PromisingBits))
                promised[flags >> 3] |= (byte)(1 << (flags & 7));
        }
        return (allowed, promised);
    }

    private int Known(int itemFlags)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)itemFlags, (uint)FlagCombinations, nameof(itemFlags));
        return itemFlags;
    }

    /// <summary>The cells of all layers, alike when each layer says the same.</summary>
    private sealed class SameCells : IEqualityComparer<CellRules[]>
    {
        public static readonly SameCells Instance = new();

        public bool Equals(CellRules[]? x, CellRules[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(CellRules[] obj)
        {
            var hash = new HashCode();
            foreach (var cell in obj)
                hash.Add(cell);
            return hash.ToHashCode();
        }
    }
}
