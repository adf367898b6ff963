using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>
/// Divides the whole domain, millions of cells, into the parts in which the same boxes hold. A cell is told axis by axis, and
/// what from then on can only go the same way is taken together; so no cell is left out and few are looked at.
/// </summary>
internal sealed class Division
{
    /// <summary>The first axis has a value that is the same as no other.</summary>
    private const ulong Other = ulong.MaxValue;

    private readonly Vocabulary _words;
    private readonly BoxSet _boxes;
    private readonly (Relation Relation, ulong[] Wanted, ulong[] Unwanted)[] _relations;
    private readonly Dictionary<int, int> _kept;
    private readonly IReadOnlyDictionary<int, IReadOnlySet<int>> _only;
    private readonly ulong[][] _among;

    /// <param name="words">The axes.</param>
    /// <param name="boxes">The boxes.</param>
    /// <param name="kept">Axes whose values are never taken together.</param>
    /// <param name="only">Per axis, by number, the values to look at; an axis that is not named is looked at whole.</param>
    /// <param name="among">Only cells in one box of each of these lists are looked at; none looks at all.</param>
    public Division(Vocabulary words, BoxSet boxes, IEnumerable<Axis>? kept = null, IReadOnlyDictionary<int, IReadOnlySet<int>>? only = null, IEnumerable<IEnumerable<int>>? among = null)
    {
        _among = [.. (among ?? []).Select(boxes.SetOf)];
        _words = words;
        _boxes = boxes;
        _relations = [.. words.Relations.Select(r => (r, boxes.Naming(r, true), boxes.Naming(r, false)))];
        _kept = (kept ?? []).Select((axis, i) => (axis.Index, Slot: boxes.Length + _relations.Length + i)).ToDictionary(a => a.Index, a => a.Slot);
        _only = only ?? new Dictionary<int, IReadOnlySet<int>>();
    }

    /// <summary>The parts.</summary>
    public List<Part> Parts()
    {
        var parts = new List<Part>();
        foreach (var type in _words.ResourceTypes)
        {
            var known = new ulong[_boxes.Length + _relations.Length + _kept.Count];
            _boxes.All().CopyTo(known, 0);
            var states = new Dictionary<ulong[], byte[]>(BitComparer.Instance) { [known] = new byte[_words.Axes.Count] };
            foreach (var axis in _words.Axes)
                states = Tell(states, axis, type);
            parts.AddRange(states.Select(s => new Part(type, s.Value, s.Key[.._boxes.Length])));
        }
        return parts;
    }

    private Dictionary<ulong[], byte[]> Tell(Dictionary<ulong[], byte[]> states, Axis axis, ResourceType type)
    {
        var told = new Dictionary<ulong[], byte[]>(BitComparer.Instance);
        var lookup = told.GetAlternateLookup<ReadOnlySpan<ulong>>();
        var values = ValuesOf(axis, type);
        var next = new ulong[_boxes.Length + _relations.Length + _kept.Count];
        foreach (var (known, cell) in states)
        {
            foreach (var value in values)
            {
                known.CopyTo(next, 0);
                Tell(next, axis, value);
                if (lookup.ContainsKey(next) || !Array.TrueForAll(_among, boxes => Asked(next, boxes)))
                    continue;
                var longer = (byte[])cell.Clone();
                longer[axis.Index] = (byte)value;
                told.Add([.. next], longer);
            }
        }
        return told;
    }

    private List<int> ValuesOf(Axis axis, ResourceType type)
    {
        if (axis.ResourceType is not null && axis.ResourceType != type.Code)
            return [axis.Values.Count];
        var limited = type.Only.GetValueOrDefault(axis.Name);
        var only = _only.GetValueOrDefault(axis.Index);
        return [.. Enumerable.Range(0, axis.Values.Count).Where(v => (limited?.Contains(axis.Values[v].Code) ?? true) && (only?.Contains(v) ?? true))];
    }

    private void Tell(ulong[] state, Axis axis, int value)
    {
        var admitting = _boxes.Admitting(axis, value);
        for (var w = 0; w < admitting.Length; w++)
            state[w] &= admitting[w];
        for (var i = 0; i < _relations.Length; i++)
            TellRelation(state, i, axis, value);
        if (_kept.TryGetValue(axis.Index, out var slot))
            state[slot] = (ulong)value;
    }

    /// <summary>A relation can be told once both its axes are; until then the first one's value is remembered if any box still asks.</summary>
    private void TellRelation(ulong[] state, int index, Axis axis, int value)
    {
        var (relation, wanted, unwanted) = _relations[index];
        var first = _words.Axis(relation.First)!;
        var second = _words.Axis(relation.Second)!;
        if (axis != first && axis != second)
            return;
        ref var slot = ref state[_boxes.Length + index];
        if (value == axis.Values.Count)
        {
            Drop(state, wanted);
            Drop(state, unwanted);
        }
        else if (axis == (first.Index < second.Index ? second : first))
        {
            if (slot == 0)
                return;
            var code = axis.Values[value].Code;
            var same = slot != Other && (first.Index < second.Index ? first : second).Values[(int)slot - 1].Code == code && relation.Same.Contains(code);
            Drop(state, same ? unwanted : wanted);
            slot = 0;
        }
        else if (Asked(state, wanted) || Asked(state, unwanted))
        {
            slot = relation.Same.Contains(axis.Values[value].Code) ? (ulong)value + 1 : Other;
        }
    }

    private static bool Asked(ulong[] state, ulong[] boxes)
    {
        for (var w = 0; w < boxes.Length; w++)
        {
            if ((state[w] & boxes[w]) != 0)
                return true;
        }
        return false;
    }

    private static void Drop(ulong[] state, ulong[] boxes)
    {
        for (var w = 0; w < boxes.Length; w++)
            state[w] &= ~boxes[w];
    }
}
