using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>
/// Boxes, numbered, with per value of an axis which of them admit it. It shares nothing with the compiler on purpose: what is
/// proven with it is proven a second time.
/// </summary>
internal sealed class BoxSet
{
    private readonly Vocabulary _words;
    private readonly List<Box> _boxes = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private ulong[][][]? _admitting;

    public BoxSet(Vocabulary words) => _words = words;

    /// <summary>Words in a set of boxes.</summary>
    public int Length => Math.Max(1, (_boxes.Count + 63) / 64);

    /// <summary>The number of a box.</summary>
    public int Add(Box box)
    {
        var text = string.Join(';', box.Axes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}:{string.Join(',', a.Value.Order(StringComparer.Ordinal))}"))
            + '|' + string.Join(';', box.Relations.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}:{r.Value}"));
        if (_numbers.TryGetValue(text, out var number))
            return number;
        _numbers.Add(text, _boxes.Count);
        _boxes.Add(box);
        _admitting = null;
        return _boxes.Count - 1;
    }

    /// <summary>The set of all boxes.</summary>
    public ulong[] All() => SetOf(Enumerable.Range(0, _boxes.Count));

    /// <summary>Some boxes, as a set.</summary>
    public ulong[] SetOf(IEnumerable<int> numbers)
    {
        var set = new ulong[Length];
        foreach (var i in numbers)
            set[i >> 6] |= 1UL << (i & 63);
        return set;
    }

    /// <summary>The boxes that admit a value; the number after the last value says that there is no such axis.</summary>
    public ulong[] Admitting(Axis axis, int value) => (_admitting ??= [.. _words.Axes.Select(ValuesOf)])[axis.Index][value];

    /// <summary>The boxes that say whether a relation must hold.</summary>
    public ulong[] Naming(Relation relation, bool wanted)
    {
        var naming = new ulong[Length];
        for (var i = 0; i < _boxes.Count; i++)
        {
            if (_boxes[i].Relations.TryGetValue(relation.Code, out var says) && says == wanted)
                naming[i >> 6] |= 1UL << (i & 63);
        }
        return naming;
    }

    private ulong[][] ValuesOf(Axis axis)
    {
        var sets = new ulong[axis.Values.Count + 1][];
        for (var value = 0; value < sets.Length; value++)
        {
            sets[value] = new ulong[Length];
            for (var i = 0; i < _boxes.Count; i++)
            {
                if (!_boxes[i].Axes.TryGetValue(axis.Name, out var codes) || (value < axis.Values.Count && codes.Contains(axis.Values[value].Code)))
                    sets[value][i >> 6] |= 1UL << (i & 63);
            }
        }
        return sets;
    }
}
