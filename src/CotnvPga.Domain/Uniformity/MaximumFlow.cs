namespace CotnvPga.Domain.Uniformity;

/// <summary>The largest flow through a network with whole capacities (Edmonds and Karp: always the shortest way first).</summary>
internal sealed class MaximumFlow(int nodes)
{
    private readonly List<int> _to = [];
    private readonly List<long> _left = [];
    private readonly List<int>[] _out = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    public void Add(int from, int to, long capacity)
    {
        _out[from].Add(_to.Count);
        _to.Add(to);
        _left.Add(capacity);
        _out[to].Add(_to.Count);
        _to.Add(from);
        _left.Add(0);
    }

    /// <summary>Sends all that can be sent.</summary>
    public long Between(int source, int sink)
    {
        long sent = 0;
        var by = new int[nodes];
        while (Reaches(source, sink, by))
        {
            var amount = long.MaxValue;
            for (var n = sink; n != source; n = _to[by[n] ^ 1])
                amount = Math.Min(amount, _left[by[n]]);
            for (var n = sink; n != source; n = _to[by[n] ^ 1])
            {
                _left[by[n]] -= amount;
                _left[by[n] ^ 1] += amount;
            }
            sent += amount;
        }
        return sent;
    }

    private bool Reaches(int source, int sink, int[] by)
    {
        Array.Fill(by, -1);
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var n))
        {
            foreach (var arc in _out[n])
            {
                var next = _to[arc];
                if (_left[arc] == 0 || next == source || by[next] >= 0)
                    continue;
                by[next] = arc;
                if (next == sink)
                    return true;
                queue.Enqueue(next);
            }
        }
        return false;
    }
}
