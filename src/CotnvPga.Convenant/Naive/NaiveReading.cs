using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Naive;

/// <summary>
/// The rules still on the table while a question is told axis by axis: with every code, the rules that do not speak of it
/// are laid aside. Immutable, so that a sweep over many questions can share what it already knows.
/// </summary>
public sealed class NaiveReading
{
    private readonly Vocabulary _vocabulary;
    private readonly Known? _known;
    private readonly IReadOnlyList<LayerInPlay> _layers;

    private NaiveReading(Vocabulary vocabulary, Known? known, IReadOnlyList<LayerInPlay> layers)
    {
        _vocabulary = vocabulary;
        _known = known;
        _layers = layers;
    }

    internal static NaiveReading Of(RuleBook book, LocalDate day, IReadOnlyList<string>? layers)
    {
        var nothingYet = book.Vocabulary.Periods.Count > 0 && day < book.Vocabulary.Periods[0];
        var inPlay = new List<LayerInPlay>();
        foreach (var layer in book.Layers)
        {
            if (layers is not null && !layers.Contains(layer.Layer.Code))
                continue;
            var rules = new List<RuleInPlay>();
            foreach (var rule in layer.Rules)
            {
                if (rule.Validity.Includes(day) && !(nothingYet && rule.Kind == RuleKind.Toestaan))
                    rules.Add(new RuleInPlay(rule, rule.Where, rule.Unless));
            }
            inPlay.Add(new LayerInPlay(layer.Default is null, rules));
        }
        return new NaiveReading(book.Vocabulary, null, inPlay);
    }

    /// <summary>Tells one axis of the question; null says that the question has no such axis.</summary>
    public NaiveReading Given(string axis, string? code)
    {
        var known = new Known(axis, code, _known);
        var relations = Complete(axis, known);
        bool Admits(Box box)
        {
            if (box.Axes.TryGetValue(axis, out var codes) && (code is null || !codes.Contains(code)))
                return false;
            foreach (var relation in relations)
            {
                if (box.Relations.TryGetValue(relation.Code, out var wanted) && Holds(relation, known) != wanted)
                    return false;
            }
            return true;
        }
        var layers = new List<LayerInPlay>(_layers.Count);
        foreach (var layer in _layers)
        {
            var rules = new List<RuleInPlay>();
            foreach (var rule in layer.Rules)
            {
                var where = Keep(rule.Where, Admits);
                if (where.Count > 0)
                    rules.Add(new RuleInPlay(rule.Rule, where, Keep(rule.Unless, Admits)));
            }
            layers.Add(layer with { Rules = rules });
        }
        return new NaiveReading(_vocabulary, known, layers);
    }

    /// <summary>Whether a permission is still on the table in every layer that is closed without one; if not, nothing that is told later can allow.</summary>
    public bool CanAllow => _layers.All(l => l.OpenByDefault || l.Rules.Any(r => r.Rule.Kind == RuleKind.Toestaan));

    /// <summary>Every circumstance that a rule still on the table names.</summary>
    public IReadOnlySet<string> Named()
    {
        var named = new HashSet<string>();
        foreach (var layer in _layers)
        {
            foreach (var inPlay in layer.Rules)
            {
                named.UnionWith(inPlay.Rule.Needs);
                named.UnionWith(inPlay.Rule.NeedsOneOf);
                named.UnionWith(inPlay.Rule.When);
            }
        }
        return named;
    }

    /// <summary>Whether it is allowed under these circumstances; ask it when every axis has been told.</summary>
    public bool Allows(IReadOnlySet<string> circumstances)
    {
        foreach (var layer in _layers)
        {
            if (!layer.Allows(circumstances))
                return false;
        }
        return true;
    }

    /// <summary>The whole answer: what is missing is found by trying everything that could be added, the smallest first.</summary>
    public NaiveAnswer Answer(IReadOnlySet<string> circumstances)
    {
        if (Allows(circumstances))
            return new NaiveAnswer(Outcome.Zichtbaar, []);
        var closing = _vocabulary.Circumstances.Where(c => c.Closes).Select(c => c.Code).ToHashSet();
        var candidates = Named().Where(c => !circumstances.Contains(c) && !closing.Contains(c)).Order(StringComparer.Ordinal).ToList();
        var enough = new List<List<string>>();
        for (var size = 1; size <= candidates.Count; size++)
        {
            foreach (var added in Subsets(candidates, size))
            {
                if (!enough.Exists(e => e.TrueForAll(added.Contains)) && Allows(circumstances.Concat(added).ToHashSet()))
                    enough.Add(added);
            }
        }
        return new NaiveAnswer(enough.Count > 0 ? Outcome.Voorwaardelijk : Outcome.Afgeschermd, enough);
    }

    /// <summary>The relations of which this axis was the second to be told.</summary>
    private List<Relation> Complete(string axis, Known known)
    {
        var complete = new List<Relation>();
        foreach (var relation in _vocabulary.Relations)
        {
            var other = relation.First == axis ? relation.Second : relation.Second == axis ? relation.First : null;
            if (other is not null && known.Find(other) is not null)
                complete.Add(relation);
        }
        return complete;
    }

    private static bool? Holds(Relation relation, Known known) =>
        known.Find(relation.First)!.Code is { } first && known.Find(relation.Second)!.Code is { } second
            ? first == second && relation.Same.Contains(first)
            : null;

    private static IReadOnlyList<Box> Keep(IReadOnlyList<Box> boxes, Func<Box, bool> admits)
    {
        List<Box>? kept = null;
        for (var i = 0; i < boxes.Count; i++)
        {
            if (admits(boxes[i]))
                kept?.Add(boxes[i]);
            else
                kept ??= [.. boxes.Take(i)];
        }
        return kept ?? boxes;
    }

    /// <summary>All subsets of one size, in the order of the list.</summary>
    private static IEnumerable<List<string>> Subsets(List<string> from, int size, int start = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = start; i <= from.Count - size; i++)
        {
            foreach (var rest in Subsets(from, size - 1, i + 1))
                yield return [from[i], .. rest];
        }
    }

    /// <summary>What has been told, the last first.</summary>
    private sealed record Known(string Axis, string? Code, Known? Before)
    {
        public Known? Find(string axis) => Axis == axis ? this : Before?.Find(axis);
    }

    private sealed record RuleInPlay(Rule Rule, IReadOnlyList<Box> Where, IReadOnlyList<Box> Unless);

    private sealed record LayerInPlay(bool OpenByDefault, IReadOnlyList<RuleInPlay> Rules)
    {
        public bool Allows(IReadOnlySet<string> circumstances)
        {
            var allowed = OpenByDefault;
            foreach (var inPlay in Rules)
            {
                if (inPlay.Unless.Count > 0)
                    continue;
                var rule = inPlay.Rule;
                switch (rule.Kind)
                {
                    case RuleKind.Toestaan:
                        allowed |= Satisfied(rule, circumstances);
                        break;
                    case RuleKind.Voorwaarde when Counts(rule, circumstances) && !Satisfied(rule, circumstances):
                    case RuleKind.Verbod when Counts(rule, circumstances):
                        return false;
                }
            }
            return allowed;
        }

        /// <summary>A condition or ban counts when its closing circumstances hold and no exception lifts it.</summary>
        private bool Counts(Rule rule, IReadOnlySet<string> circumstances)
        {
            foreach (var when in rule.When)
            {
                if (!circumstances.Contains(when))
                    return false;
            }
            foreach (var other in Rules)
            {
                if (other.Rule.Kind == RuleKind.Uitzondering && other.Unless.Count == 0 && other.Rule.Lifts.Contains(rule.Id))
                    return false;
            }
            return true;
        }

        private static bool Satisfied(Rule rule, IReadOnlySet<string> circumstances)
        {
            foreach (var need in rule.Needs)
            {
                if (!circumstances.Contains(need))
                    return false;
            }
            return rule.NeedsOneOf.Count == 0 || rule.NeedsOneOf.Any(circumstances.Contains);
        }
    }
}
