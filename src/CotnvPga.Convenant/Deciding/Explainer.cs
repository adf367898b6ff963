using System.Numerics;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>Composes the full answer: what was decided, what is missing, on which articles, and a sentence for people.</summary>
internal sealed class Explainer(CompiledConvenant convenant, Decider decider)
{
    private readonly AnswerText _text = new(convenant.Rules, decider);
    private readonly Vocabulary _vocabulary = convenant.Vocabulary;
    private readonly Axis[] _citing = [.. convenant.Vocabulary.Axes.Where(a => a.CitesArticle)];
    private readonly LocalDate?[] _lawPeriods = StartsOf(decider.Periods, convenant.Vocabulary.Periods);
    private readonly LocalDate?[] _allPeriods = StartsOf(decider.Periods, decider.Periods.Starts);
    private readonly AnswerCache _cache = new();

    public Answer Answer(CodedQuestion question)
    {
        if (AnswerCache.KeyOf(question, question.PeriodIn(decider.Periods)) is not { } key)
            return Compose(question);
        if (_cache.Find(key) is { } known)
            return known;
        var answer = Compose(question);
        _cache.Keep(key, answer);
        return answer;
    }

    private Answer Compose(CodedQuestion question)
    {
        var cells = decider.Cells(question);
        if (decider.Holds(question.Edition, cells, question.Circumstances))
            return Visible(question, cells);
        return decider.Missing(question.Edition, cells, question.Circumstances) is { } missing
            ? Conditional(question, cells, missing)
            : Withheld(question, cells);
    }

    /// <summary>The answer with every rule that was weighed.</summary>
    public Explanation Explain(CodedQuestion question)
    {
        var cells = decider.Cells(question);
        var layers = new List<LayerExplanation>();
        for (var i = 0; i < cells.Length; i++)
            layers.Add(Weigh(decider.Layers(question.Edition)[i], cells[i], question.Circumstances));
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
            foreach (var condition in cell.Conditions)
            {
                if ((condition.When & ~question.Circumstances) == 0)
                    used.Add(condition);
            }
            used.AddRange(cell.Exceptions);
        }
        return Compose(Outcome.Zichtbaar, [], question, used, deciding, asked => _text.Visible(asked, deciding.Rule));
    }

    private Answer Conditional(CodedQuestion question, CellRules[] cells, List<ulong> missing)
    {
        var enough = question.Circumstances | missing[0];
        var layer = 0;
        var layers = decider.Layers(question.Edition);
        while (MinimalSets.Holds(cells[layer].Sets(layers[layer].Closing(question.Circumstances)), question.Circumstances))
            layer++;
        var used = new List<CompiledRule>();
        if (BestPermission(cells[layer], enough) is { } permission)
            used.Add(permission);
        foreach (var cell in cells)
        {
            foreach (var condition in cell.Conditions)
            {
                if (IsUnmet(condition, question.Circumstances))
                    used.Add(condition);
            }
        }
        used.AddRange(cells[layer].Exceptions);
        return Compose(Outcome.Voorwaardelijk, Codes(missing), question, used, used[0], asked => _text.Conditional(asked, cells, missing));
    }

    private Answer Withheld(CodedQuestion question, CellRules[] cells)
    {
        var layer = 0;
        var layers = decider.Layers(question.Edition);
        while (!cells[layer].Sets(layers[layer].Closing(question.Circumstances)).IsEmpty)
            layer++;
        var deciding = Ban(cells[layer], question.Circumstances) ?? layers[layer].Default!;
        return new Answer(
            Outcome.Afgeschermd, [], deciding.Rule.Grounds, deciding.Rule.Layer, deciding.Rule.Id, deciding.Rule.Certainty.Code(), ReceiptOf(question, [deciding.Rule.Id]),
            Later(question, asked => _text.Withheld(asked, deciding.Rule)));
    }

    private Answer Compose(Outcome outcome, IReadOnlyList<IReadOnlyList<string>> missing, CodedQuestion question, List<CompiledRule> used, CompiledRule deciding, Func<CodedQuestion, string> text)
    {
        var grounds = new List<string>(deciding.Rule.Grounds);
        foreach (var axis in _citing)
        {
            if (question.Values[axis.Index] < axis.Values.Count && axis.Values[question.Values[axis.Index]].Article is { } article)
                AddOnce(grounds, article);
        }
        var certainty = Certainty.Vastgesteld;
        var rules = new List<string>(used.Count);
        foreach (var rule in used)
        {
            AddOnce(rules, rule.Rule.Id);
            foreach (var ground in rule.Rule.Grounds)
                AddOnce(grounds, ground);
            if (rule.Rule.Certainty > certainty)
                certainty = rule.Rule.Certainty;
        }
        return new Answer(
            outcome, missing, grounds, deciding.Rule.Layer, deciding.Rule.Id, certainty.Code(), ReceiptOf(question, rules), Later(question, text));
    }

    /// <summary>The sentence costs more than the decision, and most who ask for a decision never read it.</summary>
    private Func<string> Later(CodedQuestion question, Func<CodedQuestion, string> text)
    {
        var asked = question.Copy(_vocabulary);
        return () => text(asked);
    }

    private Receipt ReceiptOf(CodedQuestion question, IReadOnlyList<string> rules)
    {
        var period = question.PeriodIn(decider.Periods);
        return question.Layers == 1
            ? new Receipt(convenant.Hash, null, "", _lawPeriods[period], rules)
            : new Receipt(convenant.Hash, convenant.Covenants.Model?.Version, convenant.Editions[question.Edition].Key, _allPeriods[period], rules);
    }

    /// <summary>Per period of the tables the last of these days that has come by then; null when none has.</summary>
    private static LocalDate?[] StartsOf(Periods periods, IReadOnlyList<LocalDate> days)
    {
        var starts = new LocalDate?[periods.Count];
        for (var p = 1; p < starts.Length; p++)
            starts[p] = days.Contains(periods.Starts[p - 1]) ? periods.Starts[p - 1] : starts[p - 1];
        return starts;
    }

    /// <summary>The widest ban that speaks under what is given.</summary>
    private static CompiledRule? Ban(CellRules cell, ulong given)
    {
        foreach (var ban in cell.Bans)
        {
            if ((ban.When & ~given) == 0)
                return ban;
        }
        return null;
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

    internal static bool IsUnmet(CompiledRule condition, ulong given) =>
        (condition.When & ~given) == 0 && !MinimalSets.Holds(condition.Alternatives, given);

    private IReadOnlyList<string>[] Codes(List<ulong> sets)
    {
        var codes = new IReadOnlyList<string>[sets.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = decider.CodesOf(sets[i]);
        return codes;
    }

    private static void AddOnce(List<string> known, string one)
    {
        if (!known.Contains(one))
            known.Add(one);
    }
}
