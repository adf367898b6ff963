namespace CotnvPga.Domain.Uniformity;

/// <summary>
/// What an attacker can work out from published tables, as flow through a network: outcomes of the first table, areas, outcomes of the second
/// table of the same cases. Where the second is a split of one outcome of the first, only the cases of that outcome flow on into it. Every count
/// that fits what is published is a flow, and whole capacities give whole flows, so that the answer is exact and not an estimate.
/// </summary>
internal sealed class AttackNetwork
{
    private const long Unbounded = 1_000_000_000;

    private readonly List<(int From, int To)> _arcs = [];
    private readonly List<(long Low, long High)> _bounds = [];
    private readonly int _nodes;

    private AttackNetwork(int nodes) => _nodes = nodes;

    /// <summary>The arc of every cell of a table.</summary>
    public List<int[,]> CellArcs { get; } = [];

    /// <summary>The arc of the country of every column of a table.</summary>
    public List<int[]> NationalArcs { get; } = [];

    /// <summary>One or two tables with the same rows; the second can be a part of the first.</summary>
    public static AttackNetwork Of(IReadOnlyList<CountedTable> tables)
    {
        var (first, second) = (tables[0], tables.Count > 1 ? tables[1] : null);
        var rows = first.Rows.Count;
        const int source = 0, sink = 1, begin = 2;
        var network = new AttackNetwork(begin + rows + first.Columns.Count + (second?.Columns.Count ?? 0));
        int Row(int i) => begin + i;
        int First(int j) => begin + rows + j;
        int Second(int k) => begin + rows + first.Columns.Count + k;
        // Cases go on into the second table, or end here.
        bool GoesOn(int j) => second is not null && (second.PartOf is null || first.ColumnOf(second.PartOf) == j);

        network.NationalArcs.Add([.. Enumerable.Range(0, first.Columns.Count).Select(j => network.Add(source, First(j)))]);
        network.CellArcs.Add(network.Cells(rows, first.Columns.Count, (i, j) => (First(j), GoesOn(j) ? Row(i) : sink)));
        if (second is not null)
        {
            network.CellArcs.Add(network.Cells(rows, second.Columns.Count, (i, k) => (Row(i), Second(k))));
            network.NationalArcs.Add([.. Enumerable.Range(0, second.Columns.Count).Select(k => network.Add(Second(k), sink))]);
        }
        network.Add(sink, source);
        return network;
    }

    /// <summary>Sets what is known of an arc.</summary>
    public void Know(int arc, long low, long? high) => _bounds[arc] = (low, high ?? Unbounded);

    /// <summary>Whether counts exist that fit all that is known, with this arc between these two.</summary>
    public bool IsPossible(int arc, long low, long? high)
    {
        var known = _bounds[arc];
        var (tightLow, tightHigh) = (Math.Max(known.Low, low), Math.Min(known.High, high ?? Unbounded));
        if (tightLow > tightHigh)
            return false;
        _bounds[arc] = (tightLow, tightHigh);
        try
        {
            return HasFlow();
        }
        finally
        {
            _bounds[arc] = known;
        }
    }

    private int Add(int from, int to)
    {
        _arcs.Add((from, to));
        _bounds.Add((0, Unbounded));
        return _arcs.Count - 1;
    }

    private int[,] Cells(int rows, int columns, Func<int, int, (int From, int To)> ends)
    {
        var cells = new int[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var (from, to) = ends(i, j);
                cells[i, j] = Add(from, to);
            }
        }
        return cells;
    }

    /// <summary>A circulation with lower bounds exists exactly when all that must flow can flow from a source above to a sink below.</summary>
    private bool HasFlow()
    {
        var flow = new MaximumFlow(_nodes + 2);
        var (above, below) = (_nodes, _nodes + 1);
        var excess = new long[_nodes];
        for (var a = 0; a < _arcs.Count; a++)
        {
            var ((from, to), (low, high)) = (_arcs[a], _bounds[a]);
            flow.Add(from, to, high - low);
            excess[to] += low;
            excess[from] -= low;
        }
        long needed = 0;
        for (var n = 0; n < _nodes; n++)
        {
            if (excess[n] > 0)
                flow.Add(above, n, excess[n]);
            else if (excess[n] < 0)
                flow.Add(n, below, -excess[n]);
            needed += Math.Max(0, excess[n]);
        }
        return flow.Between(above, below) == needed;
    }
}
