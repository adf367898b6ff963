namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// All cells of one layer in one period. The axes that a whole view shares choose a row, the axes that vary within a view
/// choose a cell of it. A row is compiled when it is first asked for: of the thousands that the domain has, the work of a
/// day touches a few hundred. Safe for use by many threads.
/// </summary>
internal sealed class LayerTable
{
    private const int ValuesPerAxis = 256;

    private readonly RowCompiler _compiler;
    private readonly CellRules[]?[] _rows;
    private readonly int _itemCells;

    /// <summary>Per axis and value its share of the number of a row (high half) and of the place in it (low half).</summary>
    private readonly long[] _shares;

    public LayerTable(RowCompiler compiler)
    {
        _compiler = compiler;
        _shares = new long[(compiler.RowAxes.Length + compiler.ItemAxes.Length) * ValuesPerAxis];
        _rows = new CellRules[]?[Share(compiler.RowAxes, 1L << 32)];
        _itemCells = Share(compiler.ItemAxes, 1);
    }

    /// <summary>The cell of a question: per axis the number of its value, or the number of values where it has none.</summary>
    public CellRules Find(ReadOnlySpan<byte> values)
    {
        var place = 0L;
        for (var axis = 0; axis < values.Length; axis++)
            place += _shares[(axis * ValuesPerAxis) + values[axis]];
        var row = (int)(place >> 32);
        return (Volatile.Read(ref _rows[row]) ?? Compile(row))[(int)place];
    }

    private CellRules[] Compile(int row)
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
                _shares[(axes[i].Axis.Index * ValuesPerAxis) + value] = axes[i].Of[value] * size * unit;
            size *= axes[i].Count;
        }
        return size;
    }
}
