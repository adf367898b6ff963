using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// Everything one layer says about one cell: the rules that speak of it and, per combination of closing circumstances, the
/// minimal sets that open it. Cells about which the same rules speak share one.
/// </summary>
internal sealed class CellRules
{
    private readonly ulong[][] _sets;

    private CellRules(
        CompiledRule[] permissions,
        CompiledRule[] conditions,
        CompiledRule[] bans,
        CompiledRule[] exceptions,
        bool openByDefault,
        IReadOnlyList<ulong> closings)
    {
        Permissions = permissions;
        Conditions = conditions;
        Bans = bans;
        Exceptions = exceptions;
        _sets = new ulong[closings.Count][];
        for (var i = 0; i < closings.Count; i++)
            _sets[i] = Open(closings[i], openByDefault);
    }

    /// <summary>What a layer says where these rules speak: an exception lifts what it names, and is kept only when that speaks too.</summary>
    public static CellRules Of(IReadOnlyList<CompiledRule> speaking, bool openByDefault, IReadOnlyList<ulong> closings)
    {
        var sorted = speaking.OrderBy(r => r.Rule.Id, StringComparer.Ordinal).ToList();
        var exceptions = sorted.FindAll(r => r.Rule.Kind == RuleKind.Uitzondering
            && sorted.Exists(other => r.Rule.Lifts.Contains(other.Rule.Id)));
        var lifted = exceptions.SelectMany(e => e.Rule.Lifts).ToHashSet(StringComparer.Ordinal);
        CompiledRule[] Standing(RuleKind kind) => [.. sorted.Where(r => r.Rule.Kind == kind && !lifted.Contains(r.Rule.Id))];
        return new CellRules(
            Standing(RuleKind.Toestaan),
            Standing(RuleKind.Voorwaarde),
            [.. Standing(RuleKind.Verbod).OrderBy(b => b.When).ThenBy(b => b.Breadth)],
            [.. exceptions],
            openByDefault,
            closings);
    }

    /// <summary>Rules that allow. The order of these lists is by id, so that the order of files means nothing.</summary>
    public CompiledRule[] Permissions { get; }

    /// <summary>Rules that ask for more.</summary>
    public CompiledRule[] Conditions { get; }

    /// <summary>Rules that never allow, the widest first.</summary>
    public CompiledRule[] Bans { get; }

    /// <summary>Exceptions that lifted a condition or ban here.</summary>
    public CompiledRule[] Exceptions { get; }

    /// <summary>Whether nothing opens it, whatever the circumstances.</summary>
    public bool IsClosed => Array.TrueForAll(_sets, s => s.Length == 0);

    /// <summary>The minimal sets that open it under one combination of closing circumstances; empty when nothing does.</summary>
    public ReadOnlySpan<ulong> Sets(int closing) => _sets[closing];

    /// <summary>All its formulas as one comparable text.</summary>
    public string Pattern => string.Join('|', _sets.Select(s => string.Join(',', s)));

    private ulong[] Open(ulong closing, bool openByDefault)
    {
        foreach (var ban in Bans)
        {
            if ((ban.When & ~closing) == 0)
                return [];
        }
        var sets = new List<ulong>();
        if (openByDefault)
            sets.Add(0);
        foreach (var permission in Permissions)
        {
            foreach (var alternative in permission.Alternatives)
                MinimalSets.Add(sets, alternative);
        }
        foreach (var condition in Conditions)
        {
            if ((condition.When & ~closing) == 0)
                sets = MinimalSets.And([.. sets], condition.Alternatives);
        }
        sets.Sort(MinimalSets.Compare);
        return [.. sets];
    }
}
