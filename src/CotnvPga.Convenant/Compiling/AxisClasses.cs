using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// The values of one axis put together where no rule tells them apart. A table over classes is many times smaller than one
/// over values, and no less exact.
/// </summary>
internal sealed class AxisClasses
{
    private readonly List<int> _representatives = [];

    public AxisClasses(Axis axis, Atoms atoms, Vocabulary vocabulary)
    {
        Axis = axis;
        Of = new int[axis.Values.Count + 1];
        var relations = vocabulary.Relations.Where(r => atoms.Uses(r) && (r.First == axis.Name || r.Second == axis.Name)).ToList();
        for (var value = 0; value < Of.Length; value++)
            Of[value] = ClassOf(value, atoms, relations);
    }

    public Axis Axis { get; }

    /// <summary>The class of each value; the last one is that of an absent axis.</summary>
    public int[] Of { get; }

    public int Count => _representatives.Count;

    /// <summary>A value of a class that stands for all of it.</summary>
    public int Representative(int @class) => _representatives[@class];

    private int ClassOf(int value, Atoms atoms, List<Relation> relations)
    {
        for (var c = 0; c < _representatives.Count; c++)
        {
            var other = _representatives[c];
            if (value < Axis.Values.Count
                && atoms.Admitting(Axis.Index, value).AsSpan().SequenceEqual(atoms.Admitting(Axis.Index, other))
                && relations.TrueForAll(r => !r.Same.Contains(Axis.Values[value].Code) && !r.Same.Contains(Axis.Values[other].Code)))
                return c;
        }
        _representatives.Add(value);
        return _representatives.Count - 1;
    }
}
