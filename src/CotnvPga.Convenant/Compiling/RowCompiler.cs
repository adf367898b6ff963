using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Compiling;

/// <summary>Compiles the rules of one layer that hold in one period, row by row. Not for use by two threads at once.</summary>
internal sealed class RowCompiler
{
    private readonly Vocabulary _vocabulary;
    private readonly IReadOnlyList<CompiledRule> _rules;
    private readonly bool _openByDefault;
    private readonly IReadOnlyList<ulong> _closings;
    private readonly Atoms _atoms;
    private readonly Dictionary<ulong[], ushort[]> _rows = new(BitComparer.Instance);
    private readonly Dictionary<ulong[], ushort>.AlternateLookup<ReadOnlySpan<ulong>> _numbers =
        new Dictionary<ulong[], ushort>(BitComparer.Instance).GetAlternateLookup<ReadOnlySpan<ulong>>();
    private readonly List<CellRules> _cells = [];
    private ItemBoxes? _items;

    public RowCompiler(Vocabulary vocabulary, IReadOnlyList<CompiledRule> rules, bool openByDefault, IReadOnlyList<ulong> closings)
    {
        _vocabulary = vocabulary;
        _rules = rules;
        _openByDefault = openByDefault;
        _closings = closings;
        _atoms = new Atoms(vocabulary, rules);
        var classes = vocabulary.Axes.Select(a => new AxisClasses(a, _atoms, vocabulary)).ToList();
        RowAxes = [.. classes.Where(c => c.Axis.ResourceType is null)];
        ItemAxes = [.. classes.Where(c => c.Axis.ResourceType is not null)];
    }

    /// <summary>How many combinations of closing circumstances there are.</summary>
    public int Closings => _closings.Count;

    /// <summary>The axes that choose a row.</summary>
    public AxisClasses[] RowAxes { get; }

    /// <summary>The axes that choose a cell within a row.</summary>
    public AxisClasses[] ItemAxes { get; }

    /// <summary>Everything that the rows compiled so far say, by number.</summary>
    public IReadOnlyList<CellRules> Cells => _cells;

    /// <summary>The numbers of the cells of one row. Rows that no rule tells apart are one and the same.</summary>
    public ushort[] Compile(int row, int itemCells)
    {
        var classes = new int[RowAxes.Length];
        Split(row, RowAxes, classes);
        var key = RowKey(classes);
        if (!_rows.TryGetValue(key, out var cells))
        {
            cells = CompileRow(key, classes, itemCells);
            _rows.Add(key, cells);
        }
        return cells;
    }

    /// <summary>The boxes that admit the row, and for relations that reach from the row into its cells, which value it has there.</summary>
    private ulong[] RowKey(int[] classes)
    {
        var key = new ulong[_atoms.Words + _vocabulary.Relations.Count];
        var boxes = key.AsSpan(0, _atoms.Words);
        boxes.Fill(ulong.MaxValue);
        for (var i = 0; i < RowAxes.Length; i++)
            And(boxes, _atoms.Admitting(RowAxes[i].Axis.Index, RowAxes[i].Representative(classes[i])));
        foreach (var relation in _vocabulary.Relations)
        {
            if (!_atoms.Mentions(boxes, relation))
                continue;
            var first = RowValue(relation.First, classes);
            var second = RowValue(relation.Second, classes);
            if (first is not null && second is not null)
                And(boxes, _atoms.Admitting(relation, Holds(relation, first.Value, second.Value)));
            else if (first is not null || second is not null)
                key[_atoms.Words + relation.Index] = (ulong)((first ?? second)!.Value + 1);
        }
        return key;
    }

    private ushort[] CompileRow(ulong[] key, int[] rowClasses, int itemCount)
    {
        var items = _items ??= new ItemBoxes(ItemAxes, _atoms, itemCount, AmongItems);
        var reaching = Reaching(rowClasses);
        var row = new ushort[itemCount];
        var boxes = new ulong[_atoms.Words];
        for (var cell = 0; cell < itemCount; cell++)
        {
            var admitted = items.Boxes(cell);
            for (var w = 0; w < boxes.Length; w++)
                boxes[w] = key[w] & admitted[w];
            foreach (var (axis, perClass) in reaching)
                And(boxes, perClass[items.ClassOf(cell, axis)]);
            row[cell] = NumberOf(boxes);
        }
        return row;
    }

    /// <summary>Narrows the boxes of a kind of item by the relations between its own axes.</summary>
    private void AmongItems(int[] itemClasses, ulong[] boxes)
    {
        foreach (var relation in _vocabulary.Relations)
        {
            if (_atoms.Uses(relation) && ValueOf(ItemAxes, relation.First, itemClasses) is { } first && ValueOf(ItemAxes, relation.Second, itemClasses) is { } second)
                And(boxes, _atoms.Admitting(relation, Holds(relation, first, second)));
        }
    }

    /// <summary>For every relation from this row into its cells: the item axis that it reaches, and per class of it the boxes that admit it.</summary>
    private List<(int Axis, ulong[][] PerClass)> Reaching(int[] rowClasses)
    {
        var reaching = new List<(int, ulong[][])>();
        foreach (var relation in _vocabulary.Relations)
        {
            var (first, second) = (RowValue(relation.First, rowClasses), RowValue(relation.Second, rowClasses));
            if (!_atoms.Uses(relation) || (first is null) == (second is null))
                continue;
            var axis = Array.FindIndex(ItemAxes, a => a.Axis.Name == (first is null ? relation.First : relation.Second));
            var perClass = new ulong[ItemAxes[axis].Count][];
            for (var c = 0; c < perClass.Length; c++)
            {
                var value = ItemAxes[axis].Representative(c);
                perClass[c] = _atoms.Admitting(relation, Holds(relation, first ?? value, second ?? value));
            }
            reaching.Add((axis, perClass));
        }
        return reaching;
    }

    private ushort NumberOf(ReadOnlySpan<ulong> boxes)
    {
        if (!_numbers.TryGetValue(boxes, out var number))
        {
            _numbers[boxes] = number = checked((ushort)_cells.Count);
            _cells.Add(RulesOf(boxes));
        }
        return number;
    }

    private CellRules RulesOf(ReadOnlySpan<ulong> boxes)
    {
        var included = new bool[_rules.Count];
        var excluded = new bool[_rules.Count];
        _atoms.Speaking(boxes, included, excluded);
        var speaking = new List<CompiledRule>();
        for (var i = 0; i < _rules.Count; i++)
        {
            if (included[i] && !excluded[i])
                speaking.Add(_rules[i]);
        }
        return CellRules.Of(speaking, _openByDefault, _closings);
    }

    private bool? Holds(Relation relation, int first, int second)
    {
        var firstAxis = _vocabulary.Axis(relation.First)!;
        var secondAxis = _vocabulary.Axis(relation.Second)!;
        if (first == firstAxis.Values.Count || second == secondAxis.Values.Count)
            return null;
        var code = firstAxis.Values[first].Code;
        return code == secondAxis.Values[second].Code && relation.Same.Contains(code);
    }

    private int? RowValue(string axis, int[] classes) => ValueOf(RowAxes, axis, classes);

    private static int? ValueOf(AxisClasses[] axes, string name, int[] classes)
    {
        for (var i = 0; i < axes.Length; i++)
        {
            if (axes[i].Axis.Name == name)
                return axes[i].Representative(classes[i]);
        }
        return null;
    }

    private static void Split(int number, AxisClasses[] axes, int[] classes)
    {
        for (var i = axes.Length - 1; i >= 0; i--)
        {
            classes[i] = number % axes[i].Count;
            number /= axes[i].Count;
        }
    }

    private static void And(Span<ulong> boxes, ulong[] other)
    {
        for (var w = 0; w < boxes.Length; w++)
            boxes[w] &= other[w];
    }
}
