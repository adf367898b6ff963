namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// All cells of one layer in one period. The axes that a whole view shares choose a row, the axes that vary within a view
/// choose a cell of it. A row is compiled when it is first asked for: of the thousands that the domain has, the work of a
/// day touches a few hundred. Safe for use by many threads.
/// </summary>
internal sealed class LayerTable
{
    private readonly RowCompiler _compiler;
    private readonly int[] _rowAxes;
    private readonly int[] _itemAxes;
    private readonly int[][] _offsets;
    private readonly CellRules[]?[] _rows;

    public LayerTable(RowCompiler compiler)
    {
        _compiler = compiler;
        _rowAxes = [.. compiler.RowAxes.Select(a => a.Axis.Index)];
        _itemAxes = [.. compiler.ItemAxes.Select(a => a.Axis.Index)];
        _offsets = new int[_rowAxes.Length + _itemAxes.Length][];
        _rows = new CellRules[]?[Offsets(compiler.RowAxes)];
        ItemCells = Offsets(compiler.ItemAxes);
    }

    /// <summary>How many cells a row has.</summary>
    public int ItemCells { get; }

    /// <summary>The cell of a question: per axis the number of its value, or the number of values where it has none.</summary>
    public CellRules Find(ReadOnlySpan<byte> values) => RowOf(values)[CellOf(values)];

    /// <summary>The row of the axes that a view shares.</summary>
    public CellRules[] RowOf(ReadOnlySpan<byte> values)
    {
        var row = 0;
        foreach (var axis in _rowAxes)
            row += _offsets[axis][values[axis]];
        return Volatile.Read(ref _rows[row]) ?? Compile(row);
    }

    /// <summary>The place in a row of the axes that vary within a view.</summary>
    public int CellOf(ReadOnlySpan<byte> values)
    {
        var cell = 0;
        foreach (var axis in _itemAxes)
            cell += _offsets[axis][values[axis]];
        return cell;
    }

    private CellRules[] Compile(int row)
    {
        lock (_compiler)
        {
            var compiled = _rows[row] ?? _compiler.Compile(row, ItemCells);
            Volatile.Write(ref _rows[row], compiled);
            return compiled;
        }
    }

    /// <summary>Gives every value of these axes its share of a number, the last axis varying fastest; returns how many numbers there are.</summary>
    private int Offsets(AxisClasses[] axes)
    {
        var size = 1;
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            var stride = size;
            _offsets[axes[i].Axis.Index] = [.. axes[i].Of.Select(c => c * stride)];
            size *= axes[i].Count;
        }
        return size;
    }
}
