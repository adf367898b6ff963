using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Comparing;

/// <summary>
/// Every combination of the circumstances that close on either side and that some rule names. A circumstance that closes on
/// one side and opens on the other is told in the combination on both.
/// </summary>
internal sealed class JointClosings
{
    private readonly string[] _codes;

    public JointClosings(SideRules before, SideRules after)
    {
        var named = before.Named().Concat(after.Named()).ToHashSet(StringComparer.Ordinal);
        _codes = [.. before.Vocabulary.Circumstances.Concat(after.Vocabulary.Circumstances)
            .Where(c => c.Closes && named.Contains(c.Code)).Select(c => c.Code).Distinct().Order(StringComparer.Ordinal)];
        Combinations = [.. Enumerable.Range(0, 1 << _codes.Length).Select(n => _codes.Where((_, i) => (n >> i & 1) != 0).ToArray())];
    }

    /// <summary>The combinations; the empty one comes first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Combinations { get; }

    /// <summary>The combinations in the bits of one side, without what that side does not know.</summary>
    public IReadOnlyList<ulong> BitsOf(Vocabulary vocabulary) =>
        [.. Combinations.Select(c => c.Aggregate(0UL, (bits, code) => bits | (vocabulary.Circumstance(code)?.Bit ?? 0)))];

    /// <summary>What opens a cell of a side on which nothing is open.</summary>
    public Openings Closed() => new([.. Combinations.Select(c => new Opening(c, []))]);

    /// <summary>What opens a cell in which these layers speak so: each layer asks its own.</summary>
    public Openings Of(Vocabulary vocabulary, IReadOnlyList<CellRules> layers)
    {
        var given = BitsOf(vocabulary);
        var all = new List<Opening>();
        for (var i = 0; i < Combinations.Count; i++)
        {
            var sets = new List<ulong> { 0 };
            foreach (var layer in layers)
                sets = MinimalSets.And([.. sets], layer.Sets(i));
            var told = _codes.Aggregate(0UL, (bits, code) => bits | (vocabulary.Circumstance(code)?.Bit ?? 0));
            var missing = MinimalSets.Missing([.. sets], given[i]).Where(set => (set & told) == 0);
            all.Add(new Opening(Combinations[i], Sorted(vocabulary, missing)));
        }
        return new Openings(all);
    }

    private static List<IReadOnlyList<string>> Sorted(Vocabulary vocabulary, IEnumerable<ulong> sets) =>
        [.. sets.Select(set => vocabulary.Circumstances.Where(c => (set & c.Bit) != 0).Select(c => c.Code).Order(StringComparer.Ordinal).ToList())
            .OrderBy(codes => codes.Count).ThenBy(codes => string.Join(' ', codes), StringComparer.Ordinal)];
}
