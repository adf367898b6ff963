using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Compiling;

/// <summary>A rule with its circumstances as bits.</summary>
internal sealed class CompiledRule
{
    public CompiledRule(Rule rule, Vocabulary vocabulary)
    {
        Rule = rule;
        When = Bits(rule.When, vocabulary);
        var all = Bits(rule.Needs, vocabulary);
        Alternatives = rule.NeedsOneOf.Count == 0
            ? [all]
            : [.. rule.NeedsOneOf.Select(one => all | vocabulary.Circumstance(one)!.Bit)];
        foreach (var alternative in Alternatives)
            Named |= alternative;
        Breadth = rule.Where.Count == 0 ? 0 : rule.Where.Min(b => b.Axes.Count + b.Relations.Count);
    }

    public Rule Rule { get; }

    /// <summary>The sets of circumstances of which one must hold.</summary>
    public ulong[] Alternatives { get; }

    /// <summary>Every circumstance in them.</summary>
    public ulong Named { get; }

    /// <summary>Closing circumstances that must hold before it counts.</summary>
    public ulong When { get; }

    /// <summary>How many axes its widest box limits: the fewer, the wider.</summary>
    public int Breadth { get; }

    private static ulong Bits(IReadOnlyList<string> codes, Vocabulary vocabulary)
    {
        var bits = 0UL;
        foreach (var code in codes)
            bits |= vocabulary.Circumstance(code)!.Bit;
        return bits;
    }
}
