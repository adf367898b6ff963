using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// The boxes of one set of rules, numbered, and per value of every axis the set of boxes that admit it. The boxes that hold
/// in a cell are the intersection over the axes; which boxes hold says which rules speak.
/// </summary>
internal sealed class Atoms
{
    private readonly Vocabulary _vocabulary;
    private readonly List<(Box Box, int Rule, bool Excludes)> _atoms = [];
    private readonly ulong[][][] _perValue;
    private readonly (ulong[] Holds, ulong[] HoldsNot, ulong[] Undefined)[] _perRelation;
    private readonly bool[] _relationUsed;

    public Atoms(Vocabulary vocabulary, IReadOnlyList<CompiledRule> rules)
    {
        _vocabulary = vocabulary;
        for (var i = 0; i < rules.Count; i++)
        {
            foreach (var box in rules[i].Rule.Where)
                _atoms.Add((box, i, false));
            foreach (var box in rules[i].Rule.Unless)
                _atoms.Add((box, i, true));
        }
        Words = Math.Max(1, (_atoms.Count + 63) / 64);
        _perValue = [.. vocabulary.Axes.Select(ValuesOf)];
        _relationUsed = new bool[vocabulary.Relations.Count];
        _perRelation = [.. vocabulary.Relations.Select(RelationOf)];
    }

    /// <summary>The boxes in which permissions hold.</summary>
    public ulong[] OfPermissions(IReadOnlyList<CompiledRule> rules)
    {
        var set = new ulong[Words];
        for (var i = 0; i < _atoms.Count; i++)
        {
            if (!_atoms[i].Excludes && rules[_atoms[i].Rule].Rule.Kind == RuleKind.Toestaan)
                set[i >> 6] |= 1UL << (i & 63);
        }
        return set;
    }

    /// <summary>Words in a set of boxes.</summary>
    public int Words { get; }

    /// <summary>The boxes that admit a value of an axis; the value after the last one means that the question has no such axis.</summary>
    public ulong[] Admitting(int axis, int value) => _perValue[axis][value];

    /// <summary>The boxes that admit a relation that holds, does not hold, or cannot be told because an axis is absent.</summary>
    public ulong[] Admitting(Relation relation, bool? holds)
    {
        var (yes, no, undefined) = _perRelation[relation.Index];
        return holds switch { true => yes, false => no, null => undefined };
    }

    /// <summary>Whether any box names the relation.</summary>
    public bool Uses(Relation relation) => _relationUsed[relation.Index];

    /// <summary>Whether any box in a set names the relation.</summary>
    public bool Mentions(ReadOnlySpan<ulong> boxes, Relation relation)
    {
        var undefined = _perRelation[relation.Index].Undefined;
        for (var w = 0; w < boxes.Length; w++)
        {
            if ((boxes[w] & ~undefined[w]) != 0)
                return true;
        }
        return false;
    }

    /// <summary>Marks the rules that a set of boxes makes speak: one of their boxes holds and none of their exclusions.</summary>
    public void Speaking(ReadOnlySpan<ulong> boxes, Span<bool> included, Span<bool> excluded)
    {
        for (var i = 0; i < _atoms.Count; i++)
        {
            if ((boxes[i >> 6] >> (i & 63) & 1) == 0)
                continue;
            var (_, rule, excludes) = _atoms[i];
            (excludes ? excluded : included)[rule] = true;
        }
    }

    private ulong[][] ValuesOf(Axis axis)
    {
        var sets = new ulong[axis.Values.Count + 1][];
        for (var v = 0; v < sets.Length; v++)
        {
            var set = sets[v] = new ulong[Words];
            for (var i = 0; i < _atoms.Count; i++)
            {
                var named = _atoms[i].Box.Axes.TryGetValue(axis.Name, out var codes);
                if (!named || (v < axis.Values.Count && codes!.Contains(axis.Values[v].Code)))
                    set[i >> 6] |= 1UL << (i & 63);
            }
        }
        return sets;
    }

    private (ulong[], ulong[], ulong[]) RelationOf(Relation relation)
    {
        var (yes, no, undefined) = (new ulong[Words], new ulong[Words], new ulong[Words]);
        for (var i = 0; i < _atoms.Count; i++)
        {
            var bit = 1UL << (i & 63);
            if (!_atoms[i].Box.Relations.TryGetValue(relation.Code, out var wanted))
            {
                yes[i >> 6] |= bit;
                no[i >> 6] |= bit;
                undefined[i >> 6] |= bit;
                continue;
            }
            _relationUsed[relation.Index] = true;
            (wanted ? yes : no)[i >> 6] |= bit;
        }
        return (yes, no, undefined);
    }
}
