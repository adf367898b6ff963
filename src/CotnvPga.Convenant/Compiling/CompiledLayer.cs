using System.Runtime.Intrinsics.X86;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Compiling;

/// <summary>One layer with a table per period.</summary>
internal sealed class CompiledLayer
{
    private readonly LayerTable[] _tables;
    private readonly ulong _closing;
    private readonly ulong[] _closingBits;

    public CompiledLayer(Vocabulary vocabulary, LayerRules layer, Periods periods)
    {
        Layer = layer.Layer;
        Default = layer.Default is { } rule ? new CompiledRule(rule, vocabulary) : null;
        var rules = layer.Rules.Select(r => new CompiledRule(r, vocabulary)).ToList();
        _closing = rules.Aggregate(0UL, (bits, r) => bits | r.When);
        _closingBits = [.. vocabulary.Circumstances.Where(c => (c.Bit & _closing) != 0).Select(c => c.Bit)];
        var closings = Enumerable.Range(0, 1 << _closingBits.Length).Select(BitsOf).ToList();

        _tables = new LayerTable[periods.Count];
        var known = new List<(List<CompiledRule> Rules, LayerTable Table)>();
        for (var p = 0; p < periods.Count; p++)
        {
            var valid = rules.FindAll(r => periods.Holds(r.Rule, p));
            var same = known.Find(k => k.Rules.SequenceEqual(valid)).Table;
            if (same is null)
            {
                same = new LayerTable(new RowCompiler(vocabulary, valid, Default is null, closings));
                known.Add((valid, same));
            }
            _tables[p] = same;
        }
    }

    public Layer Layer { get; }

    /// <summary>The rule that closes what nothing allows; null in a layer that only narrows.</summary>
    public CompiledRule? Default { get; }

    public LayerTable Table(int period) => _tables[period];

    /// <summary>Compiles everything now that is otherwise compiled when it is first asked for.</summary>
    public void Fill()
    {
        foreach (var table in _tables.Distinct())
            table.Fill();
    }

    /// <summary>Which combination of closing circumstances is given: their bits, pushed together.</summary>
    public int Closing(ulong given) => Bmi2.X64.IsSupported ? (int)Bmi2.X64.ParallelBitExtract(given, _closing) : Extract(given);

    private int Extract(ulong given)
    {
        var index = 0;
        for (var i = 0; i < _closingBits.Length; i++)
        {
            if ((given & _closingBits[i]) != 0)
                index |= 1 << i;
        }
        return index;
    }

    private ulong BitsOf(int combination)
    {
        var bits = 0UL;
        for (var i = 0; i < _closingBits.Length; i++)
        {
            if ((combination >> i & 1) != 0)
                bits |= _closingBits[i];
        }
        return bits;
    }
}
