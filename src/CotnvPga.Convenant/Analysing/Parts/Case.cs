using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>One combination of rules that speak of the same cells, with one such cell and day.</summary>
internal sealed class Case(Part part, Situation situation, IReadOnlyList<LayerCase> layers, IReadOnlyList<Invariant> never, Circumstances circumstances)
{
    /// <summary>Tables up to this many circumstances are kept; larger ones are made again when they are needed.</summary>
    private const int MostKept = 12;

    private TruthTable[]? _open;
    private TruthTable? _all;

    public Part Part => part;

    public Situation Situation => situation;

    /// <summary>What each layer says, from high to low.</summary>
    public IReadOnlyList<LayerCase> Layers => layers;

    /// <summary>What must never happen here.</summary>
    public IReadOnlyList<Invariant> Never => never;

    /// <summary>The circumstances that anything here names.</summary>
    public Circumstances Circumstances => circumstances;

    /// <summary>The sets of circumstances that one layer opens.</summary>
    public TruthTable OpenIn(int layer) => circumstances.Codes.Count > MostKept
        ? layers[layer].Open(circumstances)
        : (_open ??= [.. layers.Select(l => l.Open(circumstances))])[layer];

    /// <summary>Whether there are few enough circumstances to try every set.</summary>
    public bool CanBeTried => circumstances.Codes.Count <= Parts.Circumstances.Most;

    /// <summary>The sets that the highest layers open together; none of them opens everything.</summary>
    public TruthTable OpenAbove(int layer)
    {
        if (layer == 0)
            return TruthTable.Constant(circumstances.Codes.Count, true);
        var open = OpenIn(0);
        for (var i = 1; i < layer; i++)
            open = open.And(OpenIn(i));
        return open;
    }

    /// <summary>The sets that all layers open together.</summary>
    public TruthTable Open => circumstances.Codes.Count > MostKept ? OpenAbove(layers.Count) : _all ??= OpenAbove(layers.Count);

    /// <summary>The rule of the layers above that keeps a set of circumstances closed, for telling people: a ban, else a condition, else the closing rule.</summary>
    public Rule? KeptClosedBy(int layer, int set)
    {
        for (var i = 0; i < layer; i++)
        {
            if (OpenIn(i).Holds(set))
                continue;
            return layers[i].Standing(RuleKind.Verbod).Concat(layers[i].Standing(RuleKind.Voorwaarde))
                .FirstOrDefault(rule => circumstances.Closing(rule).Holds(set)) ?? layers[i].Layer.Default;
        }
        return null;
    }
}
