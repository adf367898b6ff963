using System.Numerics;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>The compiled tables of all layers, and the decision that they give. A lower layer can only take away.</summary>
internal sealed class Decider
{
    private readonly CompiledLayer[][] _editions;
    private readonly Circumstance[] _byCode;
    private readonly int[] _rankByCode;

    public Decider(RuleBook book, IReadOnlyList<Edition> editions)
    {
        Periods = new Periods(book);
        var compiled = new Dictionary<LayerRules, CompiledLayer>(ReferenceEqualityComparer.Instance);
        CompiledLayer Compiled(LayerRules layer)
        {
            if (!compiled.TryGetValue(layer, out var known))
                compiled[layer] = known = new CompiledLayer(book.Vocabulary, layer, Periods);
            return known;
        }
        _editions = [.. editions.Select(e => e.Rules.Layers.Select(Compiled).ToArray())];
        Distinct = [.. compiled.Values];
        _byCode = [.. book.Vocabulary.Circumstances.OrderBy(c => c.Code, StringComparer.Ordinal)];
        _rankByCode = new int[_byCode.Length];
        for (var rank = 0; rank < _byCode.Length; rank++)
            _rankByCode[_byCode[rank].Index] = rank;
    }

    public Periods Periods { get; }

    /// <summary>The layers of an edition, from the highest down.</summary>
    public IReadOnlyList<CompiledLayer> Layers(int edition) => _editions[edition];

    /// <summary>Every layer once, however many editions share it.</summary>
    public IReadOnlyList<CompiledLayer> Distinct { get; }

    /// <summary>Whether it is allowed. Allocates nothing but, the first time a question is asked, the room to remember its place.</summary>
    public bool Allows(CodedQuestion question)
    {
        var period = question.PeriodIn(Periods);
        var layers = _editions[question.Edition];
        for (var i = 0; i < question.Layers; i++)
        {
            if (!question.IsOpenIn(i, layers[i].Table(period), layers[i].Closing(question.Circumstances)))
                return false;
        }
        return true;
    }

    /// <summary>What each asked layer says about the question, from the highest down.</summary>
    public CellRules[] Cells(CodedQuestion question)
    {
        var period = question.PeriodIn(Periods);
        var layers = _editions[question.Edition];
        var cells = new CellRules[question.Layers];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = layers[i].Table(period).Find(question.Values);
        return cells;
    }

    /// <summary>Whether every layer's cell is open under these circumstances.</summary>
    public bool Holds(int edition, ReadOnlySpan<CellRules> cells, ulong given)
    {
        var layers = _editions[edition];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!MinimalSets.Holds(cells[i].Sets(layers[i].Closing(given)), given))
                return false;
        }
        return true;
    }

    /// <summary>Every minimal set of circumstances to add, by size and then by code; null when nothing helps.</summary>
    public List<ulong>? Missing(int edition, ReadOnlySpan<CellRules> cells, ulong given)
    {
        var layers = _editions[edition];
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Sets(layers[i].Closing(given)).IsEmpty)
                return null;
        }
        var missing = MinimalSets.Missing(cells[0].Sets(layers[0].Closing(given)), given);
        for (var i = 1; i < cells.Length; i++)
            missing = MinimalSets.And([.. missing], [.. MinimalSets.Missing(cells[i].Sets(layers[i].Closing(given)), given)]);
        if (missing.Count > 1)
            missing.Sort(BySizeThenCode);
        return missing;
    }

    /// <summary>The codes of the circumstances in a set, in order of code.</summary>
    public string[] CodesOf(ulong set)
    {
        var codes = new string[BitOperations.PopCount(set)];
        var count = 0;
        foreach (var circumstance in _byCode)
        {
            if ((set & circumstance.Bit) != 0)
                codes[count++] = circumstance.Code;
        }
        return codes;
    }

    private int BySizeThenCode(ulong a, ulong b)
    {
        var bySize = BitOperations.PopCount(a).CompareTo(BitOperations.PopCount(b));
        return bySize != 0 ? bySize : Ranked(b).CompareTo(Ranked(a));
    }

    /// <summary>The set with its members by rank of code, the first code in the highest bit: of two sets of one size, the larger number comes first.</summary>
    private ulong Ranked(ulong set)
    {
        var ranked = 0UL;
        for (; set != 0; set &= set - 1)
            ranked |= 1UL << (63 - _rankByCode[BitOperations.TrailingZeroCount(set)]);
        return ranked;
    }
}
