namespace CotnvPga.Convenant.Compiling;

/// <summary>The boxes that admit each kind of item, whatever the row: worked out once for all rows of a table.</summary>
internal sealed class ItemBoxes
{
    private readonly ulong[][] _boxes;
    private readonly int[][] _classes;

    /// <param name="axes">The axes of an item.</param>
    /// <param name="atoms">The boxes.</param>
    /// <param name="count">How many kinds of item there are.</param>
    /// <param name="narrow">Narrows the boxes of a kind of item by what its own axes have to do with each other.</param>
    public ItemBoxes(AxisClasses[] axes, Atoms atoms, int count, Action<int[], ulong[]> narrow)
    {
        _boxes = new ulong[count][];
        _classes = new int[count][];
        for (var cell = 0; cell < count; cell++)
        {
            var classes = _classes[cell] = new int[axes.Length];
            var boxes = _boxes[cell] = new ulong[atoms.Words];
            Array.Fill(boxes, ulong.MaxValue);
            var rest = cell;
            for (var i = axes.Length - 1; i >= 0; i--)
            {
                classes[i] = rest % axes[i].Count;
                rest /= axes[i].Count;
                var admitting = atoms.Admitting(axes[i].Axis.Index, axes[i].Representative(classes[i]));
                for (var w = 0; w < boxes.Length; w++)
                    boxes[w] &= admitting[w];
            }
            narrow(classes, boxes);
        }
    }

    /// <summary>The boxes that admit a kind of item.</summary>
    public ulong[] Boxes(int cell) => _boxes[cell];

    /// <summary>The class of a kind of item on one of its axes.</summary>
    public int ClassOf(int cell, int axis) => _classes[cell][axis];
}
