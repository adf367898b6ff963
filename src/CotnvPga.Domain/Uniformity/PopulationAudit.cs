namespace CotnvPga.Domain.Uniformity;

/// <summary>The audit of the tables of one population.</summary>
internal sealed class PopulationAudit
{
    private readonly IReadOnlyList<CountedTable> _tables;
    private readonly bool[][,] _shown;
    private readonly bool[][] _national;

    // Whose own cases could tell something: null for somebody from outside.
    private readonly IReadOnlyList<string?> _attackers;

    public PopulationAudit(IReadOnlyList<CountedTable> tables)
    {
        _tables = tables;
        _shown = [.. tables.Select(Shown)];
        _national = [.. tables.Select(t => t.Columns.Select((_, j) => t.National(j).IsLargeEnough).ToArray())];
        _attackers = [null, .. tables.SelectMany(t => t.Cells).SelectMany(row => row).SelectMany(c => c.ByMunicipality.Keys).Distinct().Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<ReleasedTable> Run()
    {
        while (UnsafeCount(null) is var worst && worst > 0)
        {
            if (!WithholdCountry(worst) && !WithholdCell())
                throw new InvalidOperationException("The audit has nothing left to withhold and a protected cell can still be worked out.");
        }
        return [.. _tables.Select((table, t) => new ReleasedTable(
            table.Code,
            table.Rows,
            table.Columns,
            [.. table.Rows.Select((_, i) => (IReadOnlyList<CountClass?>)[.. table.Columns.Select((_, j) => _shown[t][i, j] ? CountClass.Of(table.Cells[i][j].Total) : (CountClass?)null)])],
            [.. table.Columns.Select((_, j) => _national[t][j] ? CountClass.Of(table.National(j).Total) : (CountClass?)null)]))];
    }

    private static bool[,] Shown(CountedTable table)
    {
        var shown = new bool[table.Rows.Count, table.Columns.Count];
        for (var i = 0; i < table.Rows.Count; i++)
        {
            for (var j = 0; j < table.Columns.Count; j++)
                shown[i, j] = table.Cells[i][j].IsLargeEnough;
        }
        return shown;
    }

    /// <summary>How many protected cells can be worked out by somebody.</summary>
    /// <param name="enough">Stops counting here; null to count all.</param>
    private int UnsafeCount(int? enough)
    {
        var count = 0;
        foreach (var attacker in _attackers.Where(KnowsMore))
        {
            var network = Network(attacker);
            for (var t = 0; t < _tables.Count; t++)
            {
                for (var i = 0; i < _tables[t].Rows.Count; i++)
                {
                    for (var j = 0; j < _tables[t].Columns.Count; j++)
                    {
                        if (IsProtected(t, i, j) && IsBound(t, j) && !IsSafe(network, network.CellArcs[t][i, j], Own(t, i, j, attacker)) && ++count == enough)
                            return count;
                    }
                }
            }
        }
        return count;
    }

    /// <summary>
    /// Whether an attacker knows anything that somebody from outside does not: cases of its own in a cell that is not shown. In one that is
    /// shown, at least ten cases are of others, so that its own are below the class and tell nothing.
    /// </summary>
    private bool KnowsMore(string? attacker) =>
        attacker is null || _tables.Select((table, t) => table.Cells.Select((row, i) => row.Where((cell, j) => !_shown[t][i, j] && cell.Of(attacker) > 0).Any()).Any(any => any)).Any(any => any);

    private bool IsProtected(int t, int i, int j) => !_tables[t].Cells[i][j].IsLargeEnough;

    /// <summary>Whether anything that is published says something about a column beyond the cells themselves.</summary>
    private bool IsBound(int t, int j) => _tables.Count > 1 || _national[t][j];

    private static bool IsSafe(AttackNetwork network, int arc, long own) =>
        network.IsPossible(arc, own, own) && network.IsPossible(arc, own + ReleaseAudit.FewestValues - 1, null);

    private long Own(int t, int i, int j, string? attacker) => attacker is null ? 0 : _tables[t].Cells[i][j].Of(attacker);

    private AttackNetwork Network(string? attacker)
    {
        var network = AttackNetwork.Of(_tables);
        for (var t = 0; t < _tables.Count; t++)
        {
            for (var j = 0; j < _tables[t].Columns.Count; j++)
            {
                if (_national[t][j])
                {
                    var country = CountClass.Of(_tables[t].National(j).Total);
                    network.Know(network.NationalArcs[t][j], country.Low, country.High);
                }
                for (var i = 0; i < _tables[t].Rows.Count; i++)
                {
                    var own = Own(t, i, j, attacker);
                    var total = _tables[t].Cells[i][j].Total;
                    if (_shown[t][i, j])
                        network.Know(network.CellArcs[t][i, j], Math.Max(own, CountClass.Of(total).Low), CountClass.Of(total).High);
                    else
                        network.Know(network.CellArcs[t][i, j], own, Guess(attacker, total, t, i, j));
                }
            }
        }
        return network;
    }

    /// <summary>
    /// The label does not tell whether there were few cases or few municipalities. Somebody from outside who bets on few cases is often right,
    /// so the audit grants that; a municipality knows too well that its own many cases can be the reason.
    /// </summary>
    private long? Guess(string? attacker, long total, int t, int i, int j) =>
        attacker is null && total < CountClass.Threshold && IsProtected(t, i, j) ? CountClass.Threshold - 1 : null;

    /// <summary>Withholds the country of one column: the one that helps most.</summary>
    private bool WithholdCountry(int worst)
    {
        (int Table, int Column)? best = null;
        var least = worst;
        for (var t = 0; t < _tables.Count; t++)
        {
            for (var j = 0; j < _tables[t].Columns.Count; j++)
            {
                if (!_national[t][j])
                    continue;
                _national[t][j] = false;
                var left = UnsafeCount(least);
                _national[t][j] = true;
                if (left < least)
                    (best, least) = ((t, j), left);
            }
        }
        // Several countries can only help together: then the first that is left goes.
        if (best is null)
        {
            var any = Enumerable.Range(0, _tables.Count).SelectMany(t => Enumerable.Range(0, _national[t].Length).Select(j => (Table: t, Column: j))).Where(c => _national[c.Table][c.Column]).ToList();
            if (any.Count == 0)
                return false;
            best = any[0];
        }
        _national[best.Value.Table][best.Value.Column] = false;
        return true;
    }

    /// <summary>Withholds the smallest cell that is still shown, in the row of one that can be worked out.</summary>
    private bool WithholdCell()
    {
        foreach (var attacker in _attackers.Where(KnowsMore))
        {
            var network = Network(attacker);
            for (var t = 0; t < _tables.Count; t++)
            {
                for (var i = 0; i < _tables[t].Rows.Count; i++)
                {
                    for (var j = 0; j < _tables[t].Columns.Count; j++)
                    {
                        if (IsProtected(t, i, j) && IsBound(t, j) && !IsSafe(network, network.CellArcs[t][i, j], Own(t, i, j, attacker)))
                            return WithholdIn(i);
                    }
                }
            }
        }
        return false;
    }

    private bool WithholdIn(int row)
    {
        var shown = Enumerable.Range(0, _tables.Count)
            .SelectMany(t => Enumerable.Range(0, _tables[t].Columns.Count).Select(j => (Table: t, Column: j)))
            .Where(c => _shown[c.Table][row, c.Column])
            .OrderBy(c => _tables[c.Table].Cells[row][c.Column].Total).ThenBy(c => c.Table).ThenBy(c => c.Column)
            .ToList();
        if (shown.Count == 0)
            return false;
        _shown[shown[0].Table][row, shown[0].Column] = false;
        return true;
    }
}
