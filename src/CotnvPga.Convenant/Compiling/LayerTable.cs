namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// All cells of one layer in one period. The axes that a whole view shares choose a row, the axes that vary within a view
/// choose a cell of it. A row is compiled when it is first asked for: of the thousands that the domain has, the work of a
/// day touches a few hundred. Safe for use by many threads.
/// </summary>
internal sealed class LayerTable
{
    private readonly RowCompiler _compiler;
    private readonly Row?[] _rows;
    private readonly int _itemCells;

    /// <summary>Per axis and value its share of the number of a row (high half) and of the place in it (low half).</summary>
    private readonly long[] _shares;
    private readonly int[] _offsets;

    public LayerTable(RowCompiler compiler)
    {
        _compiler = compiler;
        var axes = compiler.RowAxes.Concat(compiler.ItemAxes).OrderBy(a => a.Axis.Index).ToList();
        _offsets = new int[axes.Count];
        for (var i = 1; i < axes.Count; i++)
            _offsets[i] = _offsets[i - 1] + axes[i - 1].Of.Length;
        _shares = new long[axes.Sum(a => a.Of.Length)];
        _rows = new Row?[Share(compiler.RowAxes, 1L << 32)];
        _itemCells = Share(compiler.ItemAxes, 1);
    }

    /// <summary>The cell of a question: per axis the number of its value, or the number of values where it has none.</summary>
    public CellRules Find(ReadOnlySpan<byte> values)
    {
        var place = PlaceOf(values);
        return RowAt((int)(place >> 32)).Cells[(int)place];
    }

    /// <summary>Whether the cell of a question is open.</summary>
    /// <param name="values">As for <see cref="Find"/>.</param>
    /// <param name="closing">Which combination of closing circumstances is given.</param>
    /// <param name="given">The circumstances that are given.</param>
    public bool Allows(ReadOnlySpan<byte> values, int closing, ulong given)
    {
        var place = PlaceOf(values);
        return RowAt((int)(place >> 32)).Openings[((int)place * _compiler.Closings) + closing].Holds(given);
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
            foreach (var cell in RowAt(row).Cells)
                yield return cell;
        }
    }

    private long PlaceOf(ReadOnlySpan<byte> values)
    {
        var shares = _shares;
        var offsets = _offsets;
        var place = 0L;
        for (var axis = 0; axis < offsets.Length; axis++)
            place += shares[offsets[axis] + values[axis]];
        return place;
    }

    private Row RowAt(int row) => Volatile.Read(ref _rows[row]) ?? Compile(row);

    private Row Compile(int row)
    {
        lock (_compiler)
        {
            var compiled = _rows[row] ?? _compiler.Compile(row, _itemCells);
            Volatile.Write(ref _rows[row], compiled);
            return compiled;
        }
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
}

/// <summary>The cells of one row, and what opens each of them under each combination of closing circumstances.</summary>
internal sealed class Row
{
    public Row(CellRules[] cells, int closings)
    {
        Cells = cells;
        Openings = new Opening[cells.Length * closings];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            for (var closing = 0; closing < closings; closing++)
                Openings[(cell * closings) + closing] = Opening.Of(cells[cell].Sets(closing));
        }
    }

    /// <summary>The cells.</summary>
    public CellRules[] Cells { get; }

    /// <summary>Cell after cell, for each combination of closing circumstances.</summary>
    public Opening[] Openings { get; }
}
