using System.Numerics;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>
/// The circumstances that matter in one cell, and every set of them: with n of them there are 2ⁿ sets, numbered so that bit i
/// says that circumstance i holds. A <see cref="TruthTable"/> says of each set yes or no.
/// </summary>
internal sealed class Circumstances
{
    /// <summary>More than this many in one cell are not tried: the tables would not fit.</summary>
    public const int Most = 20;

    private const int MostKept = 12;

    private readonly Vocabulary _words;
    private readonly Dictionary<string, int> _numbers;
    private readonly ulong[] _bits;
    private readonly Dictionary<Rule, TruthTable> _satisfying = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Rule, TruthTable> _closing = new(ReferenceEqualityComparer.Instance);

    public Circumstances(Vocabulary words, IEnumerable<string> codes)
    {
        _words = words;
        Codes = [.. words.Circumstances.Select(c => c.Code).Intersect(codes)];
        _bits = [.. Codes.Select(code => words.Circumstance(code)!.Bit)];
        _numbers = Codes.Select((code, i) => (code, i)).ToDictionary(c => c.code, c => c.i, StringComparer.Ordinal);
    }

    /// <summary>Their codes, in vocabulary order.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Every circumstance that a rule names.</summary>
    public static IEnumerable<string> NamedBy(Rule rule) => rule.Needs.Concat(rule.NeedsOneOf).Concat(rule.When);

    /// <summary>The sets in which all of these hold.</summary>
    public TruthTable All(IReadOnlyList<string> codes)
    {
        var table = TruthTable.Constant(Codes.Count, true);
        foreach (var code in codes)
            table = table.And(TruthTable.Of(Codes.Count, _numbers[code]));
        return table;
    }

    /// <summary>The sets that give a rule what it asks for (<c>mits</c> and <c>een_van</c>).</summary>
    public TruthTable Satisfying(Rule rule) => Kept(_satisfying, rule, Satisfy);

    /// <summary>The sets in which a condition closes because it counts and is not met, or in which a ban counts.</summary>
    public TruthTable Closing(Rule rule) =>
        Kept(_closing, rule, r => r.Kind == RuleKind.Verbod ? All(r.When) : All(r.When).AndNot(Satisfying(r)));

    private TruthTable Kept(Dictionary<Rule, TruthTable> known, Rule rule, Func<Rule, TruthTable> make)
    {
        if (Codes.Count > MostKept)
            return make(rule);
        if (!known.TryGetValue(rule, out var table))
            known[rule] = table = make(rule);
        return table;
    }

    private TruthTable Satisfy(Rule rule)
    {
        var table = All(rule.Needs);
        if (rule.NeedsOneOf.Count == 0)
            return table;
        var any = TruthTable.Constant(Codes.Count, false);
        foreach (var code in rule.NeedsOneOf)
            any = any.Or(TruthTable.Of(Codes.Count, _numbers[code]));
        return table.And(any);
    }

    /// <summary>The sets in which nothing that can only close holds.</summary>
    public TruthTable WithoutClosing()
    {
        var table = TruthTable.Constant(Codes.Count, true);
        foreach (var code in Codes.Where(c => _words.Circumstance(c)!.Closes))
            table = table.AndNot(TruthTable.Of(Codes.Count, _numbers[code]));
        return table;
    }

    /// <summary>The codes of a set.</summary>
    public List<string> Named(int set) => [.. Codes.Where((_, i) => (set >> i & 1) != 0)];

    /// <summary>A set as the engine writes it.</summary>
    public ulong Bits(int set)
    {
        var bits = 0UL;
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((set >> i & 1) != 0)
                bits |= _bits[i];
        }
        return bits;
    }

    /// <summary>Of the sets in a table, one with the fewest circumstances; null when there is none.</summary>
    public static int? Smallest(TruthTable table) =>
        table.IsEmpty ? null : table.Sets().MinBy(set => (BitOperations.PopCount((uint)set) << 24) | set);
}
