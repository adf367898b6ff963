namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// All cells of one layer in one period. The axes that a whole view shares choose a row, the axes that vary within a view
/// choose a cell of it. A row is compiled when it is first asked for: of the thousands that the domain has, the work of a
/// day touches a few hundred. Safe for use by many threads.
/// </summary>
internal sealed class LayerTable
{
    private readonly RowCompiler _compiler;
    private readonly ushort[]?[] _rows;
    private readonly int _itemCells;

    /// <summary>Per axis and value its share of the number of a row (high half) and of the place in it (low half).</summary>
    private readonly long[] _shares;
    private readonly int[] _offsets;

    /// <summary>Everything that a compiled row refers to by number: filled before the row that needs it is shown, replaced by a larger one when it is full.</summary>
    private Known _known;
    private int _knownCells;

    public LayerTable(RowCompiler compiler)
    {
        _compiler = compiler;
        _known = new Known(16, compiler.Closings);
        var axes = compiler.RowAxes.Concat(compiler.ItemAxes).OrderBy(a => a.Axis.Index).ToList();
        _offsets = new int[axes.Count];
        for (var i = 1; i < axes.Count; i++)
            _offsets[i] = _offsets[i - 1] + axes[i - 1].Of.Length;
        _shares = new long[axes.Sum(a => a.Of.Length)];
        _rows = new ushort[]?[Share(compiler.RowAxes, 1L << 32)];
        _itemCells = Share(compiler.ItemAxes, 1);
    }

    /// <summary>The cell of a question: per axis the number of its value, or the number of values where it has none.</summary>
    public CellRules Find(ReadOnlySpan<byte> values)
    {
        var number = NumberOf(values);
        return Volatile.Read(ref _known).Cells[number];
    }

    /// <summary>What opens the cell of a question: an array and the place in it of the first combination of closing circumstances.</summary>
    public (Opening[] Openings, int Place) OpeningsOf(ReadOnlySpan<byte> values)
    {
        var number = NumberOf(values);
        return (Volatile.Read(ref _known).Openings, number * _compiler.Closings);
    }

    /// <summary>Compiles every row now.</summary>
    public void Fill()
    {
        for (var row = 0; row < _rows.Length; row++)
            _ = RowAt(row);
    }

    /// <summary>Compiles every row: for who wants to see them all.</summary>
    public IEnumerable<CellRules> All()
    {
        for (var row = 0; row < _rows.Length; row++)
        {
            foreach (var number in RowAt(row))
                yield return Volatile.Read(ref _known).Cells[number];
        }
    }

    private ushort NumberOf(ReadOnlySpan<byte> values)
    {
        var (shares, offsets) = (_shares, _offsets);
        var place = 0L;
        for (var axis = 0; axis < offsets.Length; axis++)
            place += shares[offsets[axis] + values[axis]];
        return RowAt((int)(place >> 32))[(int)place];
    }

    private ushort[] RowAt(int row) => Volatile.Read(ref _rows[row]) ?? Compile(row);

    private ushort[] Compile(int row)
    {
        lock (_compiler)
        {
            if (_rows[row] is { } done)
                return done;
            var compiled = _compiler.Compile(row, _itemCells);
            Remember();
            Volatile.Write(ref _rows[row], compiled);
            return compiled;
        }
    }

    private void Remember()
    {
        var known = _known;
        if (_compiler.Cells.Count > known.Cells.Length)
            known = known.Larger(_compiler.Cells.Count, _compiler.Closings);
        for (; _knownCells < _compiler.Cells.Count; _knownCells++)
            known.Put(_knownCells, _compiler.Cells[_knownCells], _compiler.Closings);
        Volatile.Write(ref _known, known);
    }

    /// <summary>Gives every value of these axes its share of a number, the last axis varying fastest; returns how many numbers there are.</summary>
    private int Share(AxisClasses[] axes, long unit)
    {
        var size = 1;
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            for (var value = 0; value < axes[i].Of.Length; value++)
                _shares[_offsets[axes[i].Axis.Index] + value] = axes[i].Of[value] * size * unit;
            size *= axes[i].Count;
        }
        return size;
    }

    /// <summary>The cells by number, and what opens each of them under each combination of closing circumstances.</summary>
    private sealed class Known(int room, int closings)
    {
        public CellRules[] Cells { get; } = new CellRules[room];

        public Opening[] Openings { get; } = new Opening[room * closings];

        public Known Larger(int needed, int combinations)
        {
            var larger = new Known(Math.Max(needed, Cells.Length * 2), combinations);
            Cells.CopyTo(larger.Cells, 0);
            Openings.CopyTo(larger.Openings, 0);
            return larger;
        }

        public void Put(int number, CellRules cell, int combinations)
        {
            Cells[number] = cell;
            for (var closing = 0; closing < combinations; closing++)
                Openings[(number * combinations) + closing] = Opening.Of(cell.Sets(closing));
        }
    }
}
