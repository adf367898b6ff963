using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Comparing;

/// <summary>One side while a question is told to it axis by axis: per depth, the boxes of every layer that still hold.</summary>
internal sealed class SideWalk
{
    private const int Untold = -3;

    private readonly SideRules _rules;
    private readonly int[] _told;
    private readonly bool[] _askable;
    private readonly ulong[][][] _boxes;
    private readonly Dictionary<ulong[], int>.AlternateLookup<ReadOnlySpan<ulong>>[] _numbers;

    public SideWalk(SideRules rules, JointDomain domain)
    {
        _rules = rules;
        _told = new int[rules.Vocabulary.Axes.Count];
        Array.Fill(_told, Untold);
        _askable = new bool[domain.Axes.Length + 1];
        _askable[0] = rules.TypeOf(domain.Type) is not null;
        _boxes = new ulong[domain.Axes.Length + 1][][];
        for (var depth = 0; depth < _boxes.Length; depth++)
            _boxes[depth] = [.. rules.Layers.Select(l => new ulong[l.Boxes.Words])];
        _numbers = [.. rules.Layers.Select(_ => new Dictionary<ulong[], int>(BitComparer.Instance).GetAlternateLookup<ReadOnlySpan<ulong>>())];
        foreach (var layer in _boxes[0])
            Array.Fill(layer, ulong.MaxValue);
        foreach (var axis in rules.Vocabulary.Axes.Where(a => a.ResourceType is not null && a.ResourceType != domain.Type))
            Narrow(0, axis, axis.Values.Count);
    }

    /// <summary>Tells the axis of this depth; what it leaves stands one deeper.</summary>
    public void Tell(int depth, string axisName, int value)
    {
        _askable[depth + 1] = _askable[depth] && value != JointAxis.NoCode;
        for (var l = 0; l < _boxes[depth].Length; l++)
            _boxes[depth][l].CopyTo(_boxes[depth + 1][l], 0);
        if (value >= 0)
            Narrow(depth + 1, _rules.Vocabulary.Axis(axisName)!, value);
    }

    /// <summary>Takes back what was told of an axis.</summary>
    public void Forget(string axisName)
    {
        if (_rules.Vocabulary.Axis(axisName) is { } axis && _told[axis.Index] != axis.Values.Count)
            _told[axis.Index] = Untold;
    }

    /// <summary>Whether the side knows every code that was told.</summary>
    public bool IsAskable(int depth) => _askable[depth];

    /// <summary>Whether anything that may still be told can open something.</summary>
    public bool CanOpen(int depth)
    {
        if (!_askable[depth])
            return false;
        for (var l = 0; l < _rules.Layers.Length; l++)
        {
            if (!_rules.Layers[l].OpenByDefault && !Overlaps(_boxes[depth][l], _rules.Layers[l].Permitting))
                return false;
        }
        return true;
    }

    /// <summary>The boxes of a layer that hold, as a number.</summary>
    public int NumberOf(int depth, int layer)
    {
        var boxes = _boxes[depth][layer].AsSpan();
        if (!_numbers[layer].TryGetValue(boxes, out var number))
            _numbers[layer][boxes] = number = _numbers[layer].Dictionary.Count;
        return number;
    }

    /// <summary>The rules of a layer that speak.</summary>
    public List<CompiledRule> Speaking(int depth, int layer) => _rules.Layers[layer].Speaking(_boxes[depth][layer]);

    private void Narrow(int depth, Axis axis, int value)
    {
        _told[axis.Index] = value;
        for (var l = 0; l < _rules.Layers.Length; l++)
            And(_boxes[depth][l], _rules.Layers[l].Boxes.Admitting(axis.Index, value));
        foreach (var relation in _rules.Vocabulary.Relations.Where(r => r.First == axis.Name || r.Second == axis.Name))
        {
            var first = _rules.Vocabulary.Axis(relation.First)!;
            var second = _rules.Vocabulary.Axis(relation.Second)!;
            if (_told[first.Index] == Untold || _told[second.Index] == Untold)
                continue;
            for (var l = 0; l < _rules.Layers.Length; l++)
                And(_boxes[depth][l], _rules.Layers[l].Boxes.Admitting(relation, Holds(relation, first, second)));
        }
    }

    private bool? Holds(Relation relation, Axis first, Axis second)
    {
        var (one, other) = (_told[first.Index], _told[second.Index]);
        if (one == first.Values.Count || other == second.Values.Count)
            return null;
        return first.Values[one].Code == second.Values[other].Code && relation.Same.Contains(first.Values[one].Code);
    }

    private static void And(ulong[] boxes, ulong[] other)
    {
        for (var w = 0; w < boxes.Length; w++)
            boxes[w] &= other[w];
    }

    private static bool Overlaps(ulong[] boxes, ulong[] other)
    {
        for (var w = 0; w < boxes.Length; w++)
        {
            if ((boxes[w] & other[w]) != 0)
                return true;
        }
        return false;
    }
}
