using System.Text;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>Says an answer in Dutch: who, what, in which phase, and what is still needed, with the article in words.</summary>
internal sealed class AnswerText
{
    private const int MostAlternativesTold = 3;

    [ThreadStatic]
    private static StringBuilder? _written;

    private readonly SourceCatalogue _sources;
    private readonly Vocabulary _vocabulary;
    private readonly Decider _decider;
    private readonly Sentence[] _allowed;
    private readonly Sentence[] _conditional;
    private readonly Sentence[] _withheld;
    private readonly Sentence[] _circumstances;

    public AnswerText(RuleBook book, Decider decider)
    {
        _sources = book.Sources;
        _vocabulary = book.Vocabulary;
        _decider = decider;
        _allowed = [.. _vocabulary.ResourceTypes.Select(t => new Sentence(t.Allowed, _vocabulary))];
        _conditional = [.. _vocabulary.ResourceTypes.Select(t => new Sentence(t.Conditional, _vocabulary))];
        _withheld = [.. _vocabulary.ResourceTypes.Select(t => new Sentence(t.Withheld, _vocabulary))];
        _circumstances = [.. _vocabulary.Circumstances.Select(c => new Sentence(c.Phrase, _vocabulary))];
    }

    public string Visible(CodedQuestion question, Rule rule) => WithReason(_allowed, question, rule);

    public string Withheld(CodedQuestion question, Rule rule) => WithReason(_withheld, question, rule);

    public string Conditional(CodedQuestion question, ReadOnlySpan<CellRules> cells, List<ulong> missing)
    {
        var text = Begin();
        _conditional[question.ResourceType].Write(text, question.Values);
        for (var i = 0; i < Math.Min(missing.Count, MostAlternativesTold); i++)
        {
            text.Append(i == 0 ? " zodra " : ", of zodra ");
            WriteSet(text, question, cells, missing[i]);
        }
        if (missing.Count > MostAlternativesTold)
            text.Append(", of op een andere manier");
        return Finish(text.Append('.'));
    }

    private string WithReason(Sentence[] sentences, CodedQuestion question, Rule rule)
    {
        var text = Begin();
        sentences[question.ResourceType].Write(text, question.Values);
        text.Append(" (").Append(_sources.Citation(rule.Grounds[0])).Append("). ").Append(rule.Explanation);
        return Finish(text);
    }

    /// <summary>"a en b (artikel x) en c (artikel y)": facts that one article asks for stand together.</summary>
    private void WriteSet(StringBuilder text, CodedQuestion question, ReadOnlySpan<CellRules> cells, ulong set)
    {
        var grounds = new string?[_vocabulary.Circumstances.Count];
        for (var i = 0; i < grounds.Length; i++)
        {
            if ((set >> i & 1) != 0)
                grounds[i] = AskedBy(question, cells, set, i);
        }
        var first = true;
        for (var i = 0; i < grounds.Length; i++)
        {
            if (grounds[i] is not { } ground)
                continue;
            for (var same = i; same < grounds.Length; same++)
            {
                if (grounds[same] != ground)
                    continue;
                text.Append(first ? "" : " en ");
                _circumstances[same].Write(text, question.Values);
                grounds[same] = null;
                first = false;
            }
            text.Append(" (").Append(_sources.Citation(ground)).Append(')');
        }
    }

    /// <summary>The article of the rule that asks for a circumstance, else the circumstance's own.</summary>
    private string AskedBy(CodedQuestion question, ReadOnlySpan<CellRules> cells, ulong set, int circumstance)
    {
        var given = question.Circumstances;
        var bit = 1UL << circumstance;
        foreach (var cell in cells)
        {
            foreach (var condition in cell.Conditions)
            {
                if ((condition.Named & bit) != 0 && Explainer.IsUnmet(condition, given))
                    return condition.Rule.Grounds[0];
            }
            if (Explainer.BestPermission(cell, given | set) is { } permission && (permission.Named & bit) != 0)
                return permission.Rule.Grounds[0];
        }
        return _vocabulary.Circumstances[circumstance].Article ?? _decider.Layers(question.Edition)[0].Default!.Rule.Grounds[0];
    }

    /// <summary>Nobody keeps it beyond the sentence that this thread is writing.</summary>
    private static StringBuilder Begin() => (_written ??= new StringBuilder(400)).Clear();

    private static string Finish(StringBuilder text)
    {
        if (text.Length > 0)
            text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
