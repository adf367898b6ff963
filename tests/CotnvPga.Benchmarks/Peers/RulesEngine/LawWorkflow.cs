using CotnvPga.Benchmarks.Peers.Law;
using RulesEngine.Models;

namespace CotnvPga.Benchmarks.Peers.RulesEngine;

/// <summary>The law for Microsoft RulesEngine: a lambda per rule, over numbers and bit sets, which is its fastest form.</summary>
internal sealed class LawWorkflow(LawForPeers law)
{
    /// <summary>Name of the workflow and of its one parameter.</summary>
    public const string Name = "wet";
    public const string Parameter = "q";

    /// <summary>Whether a rule allows, by its id.</summary>
    public IReadOnlyDictionary<string, bool> Allows { get; } = law.Rules.ToDictionary(r => r.Id, r => r.Allows, StringComparer.Ordinal);

    public Workflow Workflow() => new()
    {
        WorkflowName = Name,
        Rules = [.. law.Rules.Select(r => new Rule { RuleName = r.Id, RuleExpressionType = RuleExpressionType.LambdaExpression, Expression = Expression(r) })],
    };

    /// <summary>The question in numbers; making it is not part of what is measured.</summary>
    public Facts FactsOf(PeerQuestion question) => new(
        [.. law.Attributes.Select(a => 1L << IndexOf(law.ValuesOf(a), question.Attributes[a]))],
        Bits(question.Circumstances));

    private string Expression(PeerRule rule)
    {
        var parts = new List<string> { Holds(rule.Where) };
        if (rule.When.Count > 0)
            parts.Add(All(rule.When));
        var needs = Needs(rule);
        if (needs.Count > 0)
            parts.Add(rule.Allows ? string.Join(" && ", needs) : $"!({string.Join(" && ", needs)})");
        return string.Join(" && ", parts);
    }

    private List<string> Needs(PeerRule rule)
    {
        var needs = new List<string>();
        if (rule.Needs.Count > 0)
            needs.Add(All(rule.Needs));
        if (rule.NeedsOneOf.Count > 0)
            needs.Add($"({Parameter}.Given & {Bits(rule.NeedsOneOf)}L) != 0");
        return needs;
    }

    private string Holds(Scope scope) => string.Join(" && ", scope.Except.Select(e => $"!({Holds(e)})")
        .Prepend($"({string.Join(" || ", scope.Boxes.Select(b => $"({string.Join(" && ", b.Attributes.Select(a => In(a.Key, a.Value)))})"))})"));

    private string In(string attribute, IReadOnlyList<string> values)
    {
        var all = law.ValuesOf(attribute);
        return $"({Parameter}.A{IndexOf(law.Attributes, attribute)} & {values.Aggregate(0L, (bits, v) => bits | 1L << IndexOf(all, v))}L) != 0";
    }

    private string All(IReadOnlyList<string> circumstances) => $"({Parameter}.Given & {Bits(circumstances)}L) == {Bits(circumstances)}L";

    private long Bits(IEnumerable<string> circumstances) => circumstances.Aggregate(0L, (bits, c) => bits | (long)law.Vocabulary.Circumstance(c)!.Bit);

    private static int IndexOf(IReadOnlyList<string> list, string value) => list.ToList().IndexOf(value);
}

/// <summary>What RulesEngine is told of a question: a bit per attribute value, and the circumstances that hold. Public because it compiles expressions over it.</summary>
public sealed class Facts
{
    internal Facts(IReadOnlyList<long> attributes, long given)
    {
        long Of(int attribute) => attribute < attributes.Count ? attributes[attribute] : 0;
        (A0, A1, A2, A3, A4, A5, A6, A7, A8, A9) = (Of(0), Of(1), Of(2), Of(3), Of(4), Of(5), Of(6), Of(7), Of(8), Of(9));
        Given = given;
    }

    public long A0 { get; }
    public long A1 { get; }
    public long A2 { get; }
    public long A3 { get; }
    public long A4 { get; }
    public long A5 { get; }
    public long A6 { get; }
    public long A7 { get; }
    public long A8 { get; }
    public long A9 { get; }

    /// <summary>The circumstances that hold, as bits.</summary>
    public long Given { get; }
}
