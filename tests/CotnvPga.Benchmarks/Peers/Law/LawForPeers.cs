using CotnvPga.Convenant;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Benchmarks.Peers.Law;

/// <summary>
/// The layer <c>wet</c> on one day, from the same rule data as the engine compiles: every rule, with its exceptions folded into
/// what they lift. It is what all translators start from; none of them sees a table of the engine.
/// </summary>
internal sealed class LawForPeers
{
    private const string Yes = "ja";
    private const string No = "nee";

    public LawForPeers(CompiledConvenant convenant, LocalDate day)
    {
        var book = convenant.Rules;
        Vocabulary = book.Vocabulary;
        var nothingYet = Vocabulary.Periods.Count > 0 && day < Vocabulary.Periods[0];
        var inForce = book.Layers[0].Rules.Where(r => r.Validity.Includes(day) && !(nothingYet && r.Kind == RuleKind.Toestaan)).ToList();
        Rules = [.. inForce.Where(r => r.Kind != RuleKind.Uitzondering).Select(rule => Translate(rule, [.. inForce.Where(e => e.Lifts.Contains(rule.Id))]))];
        var named = inForce.SelectMany(r => r.Where.Concat(r.Unless)).SelectMany(b => b.Axes.Keys.Concat(b.Relations.Keys)).ToHashSet(StringComparer.Ordinal);
        Attributes = [.. Vocabulary.Axes.Select(a => a.Name).Concat(Vocabulary.Relations.Select(r => r.Code)).Where(named.Contains)];
    }

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What the rules look at, apart from circumstances: axes, and relations between them as an application would work them out.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The rules in force.</summary>
    public IReadOnlyList<PeerRule> Rules { get; }

    /// <summary>Every value that an attribute of a question can have; the last one says that the question has no such attribute.</summary>
    public IReadOnlyList<string> ValuesOf(string attribute) =>
        [.. Vocabulary.Axis(attribute)?.Codes ?? [Yes, No], PeerQuestion.Absent];

    /// <summary>The value of a relation for two codes.</summary>
    public static string Holds(Relation relation, string first, string second) =>
        first == PeerQuestion.Absent || second == PeerQuestion.Absent ? PeerQuestion.Absent : first == second && relation.Same.Contains(first) ? Yes : No;

    private PeerRule Translate(Rule rule, IReadOnlyList<Rule> exceptions)
    {
        var except = exceptions.Select(e => new Scope(Boxes(e.Where), Unless(e))).ToList();
        return new PeerRule(rule.Id, rule.Kind, new Scope(Boxes(rule.Where), [.. Unless(rule), .. except]), rule.Needs, rule.NeedsOneOf, rule.When);
    }

    private List<Scope> Unless(Rule rule) => rule.Unless.Count == 0 ? [] : [new Scope(Boxes(rule.Unless), [])];

    private List<PeerBox> Boxes(IReadOnlyList<Box> boxes) => [.. boxes.Select(ToPeer)];

    private PeerBox ToPeer(Box box)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var axis in Vocabulary.Axes)
        {
            if (box.Axes.TryGetValue(axis.Name, out var codes))
                attributes[axis.Name] = [.. axis.Codes.Where(codes.Contains)];
        }
        foreach (var (relation, wanted) in box.Relations)
            attributes[relation] = [wanted ? Yes : No];
        return new PeerBox(attributes);
    }
}
