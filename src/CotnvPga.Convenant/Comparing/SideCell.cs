using CotnvPga.Convenant.Compiling;

namespace CotnvPga.Convenant.Comparing;

/// <summary>What one side says about a cell: the rules that speak, layer by layer; null when it cannot be asked.</summary>
internal sealed class SideCell(SideRules side, IReadOnlyList<IReadOnlyList<CompiledRule>>? speaking, JointClosings closings)
{
    /// <summary>Whether the side knows every code of the cell.</summary>
    public bool IsKnown => speaking is not null;

    /// <summary>What opens it.</summary>
    public Openings Openings { get; } = Open(side, speaking, closings, null);

    /// <summary>The rules that speak, of all layers.</summary>
    public IEnumerable<CompiledRule> Rules => speaking is null ? [] : speaking.SelectMany(rules => rules);

    /// <summary>Whether what opens it would be the same without a rule.</summary>
    public bool SameWithout(CompiledRule rule) => Open(side, speaking, closings, rule).Equals(Openings);

    /// <summary>A rule of this cell in a form that can be compared with that of another convenant.</summary>
    public string Content(CompiledRule rule)
    {
        var lifts = rule.Rule.Lifts.Where(id => Rules.Any(r => r.Rule.Id == id)).Order(StringComparer.Ordinal);
        return $"{rule.Rule.Layer} {rule.Rule.Kind} {Codes(rule.Rule.Needs)}/{Codes(rule.Rule.NeedsOneOf)}/{Codes(rule.Rule.When)}/{string.Join('+', lifts)}";
    }

    private static string Codes(IReadOnlyList<string> codes) => string.Join('+', codes.Order(StringComparer.Ordinal));

    private static Openings Open(SideRules side, IReadOnlyList<IReadOnlyList<CompiledRule>>? speaking, JointClosings closings, CompiledRule? without)
    {
        if (speaking is null)
            return closings.Closed();
        var bits = closings.BitsOf(side.Vocabulary);
        return closings.Of(side.Vocabulary, [.. speaking.Select((rules, layer) =>
            CellRules.Of([.. rules.Where(r => r != without)], side.Layers[layer].OpenByDefault, bits))]);
    }
}
