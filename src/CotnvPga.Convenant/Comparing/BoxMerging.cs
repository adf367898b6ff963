namespace CotnvPga.Convenant.Comparing;

/// <summary>
/// Joins cells into boxes: two boxes that differ on one axis only become one. The boxes never overlap, together they are
/// exactly the cells, and no two of what is left can be joined.
/// </summary>
internal sealed class BoxMerging
{
    // Which axis is joined first changes how few boxes are left. Trying them all is for when there is little to join.
    private const int FewCells = 20_000;

    private readonly Dictionary<string, int>[] _numbers;
    private readonly List<int[]>[] _sets;

    public BoxMerging(int axes)
    {
        _numbers = [.. Enumerable.Range(0, axes).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        _sets = [.. Enumerable.Range(0, axes).Select(_ => new List<int[]>())];
    }

    /// <summary>The fewest boxes found, each a set of values per axis, in the order of their first cell.</summary>
    public IReadOnlyList<int[][]> Merge(IReadOnlyCollection<int[]> cells) =>
        Merge(cells.Select(cell => cell.Select(value => new[] { value }).ToArray()).ToList());

    /// <summary>The same, beginning with boxes that do not overlap.</summary>
    public IReadOnlyList<int[][]> Merge(IReadOnlyList<int[][]> boxes)
    {
        var start = boxes.Select(box => box.Select((values, axis) => NumberOf(axis, values)).ToArray()).ToList();
        var best = start;
        foreach (var order in Orders(boxes.Count))
        {
            var merged = Join(start, order);
            if (best == start || merged.Count < best.Count)
                best = merged;
        }
        return [.. best.Select(box => box.Select((set, axis) => _sets[axis][set]).ToArray())
            .OrderBy(box => box, Comparer<int[][]>.Create((a, b) => a.Select(s => s[0]).Zip(b.Select(s => s[0]), (x, y) => x.CompareTo(y)).FirstOrDefault(c => c != 0)))];
    }

    private IEnumerable<int[]> Orders(int cells)
    {
        var axes = Enumerable.Range(0, _sets.Length).ToArray();
        var turns = cells <= FewCells ? axes.Length : 1;
        for (var turn = 0; turn < turns; turn++)
        {
            int[] order = [.. axes[turn..], .. axes[..turn]];
            yield return order;
            yield return [.. order.Reverse()];
        }
    }

    private List<int[]> Join(List<int[]> boxes, int[] order)
    {
        int before;
        do
        {
            before = boxes.Count;
            foreach (var axis in order)
                boxes = Join(boxes, axis);
        }
        while (boxes.Count < before);
        return boxes;
    }

    private List<int[]> Join(List<int[]> boxes, int axis)
    {
        var joined = new Dictionary<int[], List<int[]>>(new ApartFrom(axis));
        foreach (var box in boxes)
        {
            if (!joined.TryGetValue(box, out var same))
                joined[box] = same = [];
            same.Add(box);
        }
        return [.. joined.Values.Select(same => same.Count == 1 ? same[0] : Union(same, axis))];
    }

    private int[] Union(List<int[]> boxes, int axis)
    {
        var union = (int[])boxes[0].Clone();
        union[axis] = NumberOf(axis, [.. boxes.SelectMany(b => _sets[axis][b[axis]]).Order()]);
        return union;
    }

    private int NumberOf(int axis, int[] values)
    {
        var key = string.Join(',', values);
        if (!_numbers[axis].TryGetValue(key, out var number))
        {
            _numbers[axis][key] = number = _sets[axis].Count;
            _sets[axis].Add(values);
        }
        return number;
    }

    /// <summary>Boxes that are the same on every axis but one.</summary>
    private sealed class ApartFrom(int axis) : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y)
        {
            for (var i = 0; i < x!.Length; i++)
            {
                if (i != axis && x[i] != y![i])
                    return false;
            }
            return true;
        }

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            for (var i = 0; i < obj.Length; i++)
                hash.Add(i == axis ? 0 : obj[i]);
            return hash.ToHashCode();
        }
    }
}
