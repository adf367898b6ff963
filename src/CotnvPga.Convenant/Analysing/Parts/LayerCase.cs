using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>What one layer says in one cell, read as a lawyer would: some permission, every condition, no ban.</summary>
internal sealed class LayerCase(LayerRules layer, IReadOnlyList<Rule> speaking)
{
    private static readonly HashSet<string> NoneLifted = [];

    public LayerRules Layer => layer;

    /// <summary>The rules that speak here.</summary>
    public IReadOnlyList<Rule> Speaking => speaking;

    /// <summary>The rules of one kind that speak and are not lifted.</summary>
    public IEnumerable<Rule> Standing(RuleKind kind, Rule? without = null)
    {
        var lifted = LiftedWithout(without);
        return speaking.Where(r => !ReferenceEquals(r, without) && r.Kind == kind && !lifted.Contains(r.Id));
    }

    /// <summary>The sets of circumstances that open it.</summary>
    /// <param name="circumstances">The circumstances that matter.</param>
    /// <param name="without">A rule to leave out, to see what it does.</param>
    public TruthTable Open(Circumstances circumstances, Rule? without = null)
    {
        var lifted = LiftedWithout(without);
        var open = TruthTable.Constant(circumstances.Codes.Count, layer.Default is null);
        foreach (var rule in speaking)
        {
            if (!ReferenceEquals(rule, without) && rule.Kind == RuleKind.Toestaan)
                open = open.Or(circumstances.Satisfying(rule));
        }
        foreach (var rule in speaking)
        {
            if (!ReferenceEquals(rule, without) && rule.Kind is (RuleKind.Voorwaarde or RuleKind.Verbod) && !lifted.Contains(rule.Id))
                open = open.AndNot(circumstances.Closing(rule));
        }
        return open;
    }

    private HashSet<string> LiftedWithout(Rule? without)
    {
        HashSet<string>? lifted = null;
        foreach (var rule in speaking)
        {
            if (!ReferenceEquals(rule, without) && rule.Kind == RuleKind.Uitzondering)
                (lifted ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(rule.Lifts);
        }
        return lifted ?? NoneLifted;
    }
}
