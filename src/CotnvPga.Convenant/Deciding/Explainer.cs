using System.Numerics;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>Composes the full answer: what was decided, what is missing, on which articles, and a sentence for people.</summary>
internal sealed class Explainer(RuleBook book, Decider decider)
{
    private readonly AnswerText _text = new(book, decider);
    private readonly Vocabulary _vocabulary = book.Vocabulary;

    public Answer Answer(CodedQuestion question)
    {
        var cells = decider.Cells(question);
        var given = question.Circumstances;
        if (decider.Missing(cells, given) is not { } missing)
            return Withheld(question, cells);
        return missing is [0] ? Visible(question, cells) : Conditional(question, cells, missing);
    }

    /// <summary>The answer with every rule that was weighed.</summary>
    public Explanation Explain(CodedQuestion question)
    {
        var cells = decider.Cells(question);
        var layers = new List<LayerExplanation>();
        for (var i = 0; i < cells.Length; i++)
            layers.Add(Weigh(decider.Layers[i], cells[i], question.Circumstances));
        return new Explanation(Answer(question), layers);
    }

    private LayerExplanation Weigh(CompiledLayer layer, CellRules cell, ulong given)
    {
        var sets = cell.Sets(layer.Closing(given));
        var outcome = sets.IsEmpty ? Outcome.Afgeschermd : MinimalSets.Holds(sets, given) ? Outcome.Zichtbaar : Outcome.Voorwaardelijk;
        var weighed = new List<WeighedRule>();
        foreach (var rule in cell.Permissions.Concat(cell.Conditions).Concat(cell.Bans).Concat(cell.Exceptions))
        {
            var missing = MinimalSets.Missing(rule.Alternatives, given);
            weighed.Add(new WeighedRule(rule.Rule, (rule.When & ~given) == 0, Codes(missing)[0]));
        }
        return new LayerExplanation(layer.Layer.Code, outcome, weighed, layer.Default?.Rule);
    }

    private Answer Visible(CodedQuestion question, CellRules[] cells)
    {
        var used = new List<CompiledRule>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (BestPermission(cells[i], question.Circumstances) is { } permission)
                used.Add(permission);
        }
        var deciding = used[0];
        foreach (var cell in cells)
        {
            used.AddRange(cell.Conditions.Where(c => (c.When & ~question.Circumstances) == 0));
            used.AddRange(cell.Exceptions);
        }
        return Compose(Outcome.Zichtbaar, [], question, used, deciding, _text.Visible(question, deciding.Rule));
    }

    private Answer Conditional(CodedQuestion question, CellRules[] cells, List<ulong> missing)
    {
        var enough = question.Circumstances | missing[0];
        var layer = 0;
        while (MinimalSets.Holds(cells[layer].Sets(decider.Layers[layer].Closing(question.Circumstances)), question.Circumstances))
            layer++;
        var used = new List<CompiledRule>();
        if (BestPermission(cells[layer], enough) is { } permission)
            used.Add(permission);
        foreach (var cell in cells)
            used.AddRange(Unmet(cell, question.Circumstances));
        used.AddRange(cells[layer].Exceptions);
        return Compose(Outcome.Voorwaardelijk, Codes(missing), question, used, used[0], _text.Conditional(question, cells, missing));
    }

    private Answer Withheld(CodedQuestion question, CellRules[] cells)
    {
        var layer = 0;
        while (!cells[layer].Sets(decider.Layers[layer].Closing(question.Circumstances)).IsEmpty)
            layer++;
        var deciding = cells[layer].Bans.FirstOrDefault(b => (b.When & ~question.Circumstances) == 0) ?? decider.Layers[layer].Default!;
        var text = _text.Withheld(question, deciding.Rule);
        return new Answer(Outcome.Afgeschermd, [], deciding.Rule.Grounds, deciding.Rule.Layer, deciding.Rule.Id, deciding.Rule.Certainty.Code(), text);
    }

    private Answer Compose(Outcome outcome, IReadOnlyList<IReadOnlyList<string>> missing, CodedQuestion question, List<CompiledRule> used, CompiledRule deciding, string text)
    {
        var grounds = new List<string>(deciding.Rule.Grounds);
        foreach (var axis in _vocabulary.Axes)
        {
            if (axis.CitesArticle && question.Values[axis.Index] < axis.Values.Count && axis.Values[question.Values[axis.Index]].Article is { } article)
                AddOnce(grounds, article);
        }
        var certainty = Certainty.Vastgesteld;
        foreach (var rule in used)
        {
            foreach (var ground in rule.Rule.Grounds)
                AddOnce(grounds, ground);
            if (rule.Rule.Certainty > certainty)
                certainty = rule.Rule.Certainty;
        }
        return new Answer(outcome, missing, grounds, deciding.Rule.Layer, deciding.Rule.Id, certainty.Code(), text);
    }

    /// <summary>Of the permissions that what is given satisfies, the one that asks least.</summary>
    internal static CompiledRule? BestPermission(CellRules cell, ulong given)
    {
        CompiledRule? best = null;
        var bestSize = int.MaxValue;
        foreach (var permission in cell.Permissions)
        {
            foreach (var alternative in permission.Alternatives)
            {
                var size = BitOperations.PopCount(alternative);
                if ((alternative & ~given) == 0 && size < bestSize)
                    (best, bestSize) = (permission, size);
            }
        }
        return best;
    }

    internal static IEnumerable<CompiledRule> Unmet(CellRules cell, ulong given) =>
        cell.Conditions.Where(c => (c.When & ~given) == 0 && !MinimalSets.Holds(c.Alternatives, given));

    private List<IReadOnlyList<string>> Codes(List<ulong> sets) =>
        [.. sets.Select(set => (IReadOnlyList<string>)[.. decider.InCodeOrder(set).Select(i => _vocabulary.Circumstances[i].Code)])];

    private static void AddOnce(List<string> grounds, string ground)
    {
        if (!grounds.Contains(ground))
            grounds.Add(ground);
    }
}
