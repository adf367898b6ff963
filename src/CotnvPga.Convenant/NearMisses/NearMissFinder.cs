using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.NearMisses;

/// <summary>
/// Looks beside a question: which other value of one axis, or which later day, would give a better answer while all else stays
/// the same. Every axis is finite, so it simply asks the engine.
/// </summary>
public sealed class NearMissFinder(CompiledConvenant convenant)
{
    private readonly LocalDate[] _changes =
    [
        .. convenant.Vocabulary.Periods
            .Concat(convenant.Rules.Rules.SelectMany(r => new[] { r.Validity.From, r.Validity.Until }).OfType<LocalDate>())
            .Distinct()
            .Order(),
    ];

    /// <summary>The values of one axis that would give a better answer than the question has; null when none would.</summary>
    /// <param name="question">The question; it is left as it was.</param>
    /// <param name="axis">Name of the axis to look along.</param>
    /// <param name="candidates">The values that would make sense to the person who asks.</param>
    /// <exception cref="ArgumentException">There is no such axis, or it has no such value.</exception>
    public NearMiss? Along(CodedQuestion question, string axis, IEnumerable<string> candidates)
    {
        var along = convenant.Vocabulary.Axis(axis) ?? throw new ArgumentException($"Er is geen as '{axis}'.", nameof(axis));
        var asked = question.Values[along.Index];
        var best = convenant.Decide(question).Outcome;
        var codes = new List<string>();
        Answer? first = null;
        foreach (var value in candidates.Select(c => Known(along.IndexOf(c), c)).Where(v => v != asked && IsAskable(question, along.Name, along.Values[v].Code)).Order())
        {
            question.Values[along.Index] = (byte)value;
            var answer = convenant.Decide(question);
            if (answer.Outcome > best)
                (best, first, codes) = (answer.Outcome, answer, [along.Values[value].Code]);
            else if (first is not null && answer.Outcome == best)
                codes.Add(along.Values[value].Code);
        }
        question.Values[along.Index] = asked;
        return first is null ? null : new NearMiss(axis, codes, first);
    }

    /// <summary>The first later day on which the law or the covenant gives a better answer; null when there is none.</summary>
    /// <param name="question">The question; it is left as it was.</param>
    public LaterDay? Later(CodedQuestion question)
    {
        var asked = question.Date;
        var now = convenant.Decide(question).Outcome;
        LaterDay? found = null;
        foreach (var day in _changes.Where(d => d > asked))
        {
            question.Date = day;
            if (convenant.Decide(question) is { } answer && answer.Outcome > now)
            {
                found = new LaterDay(day, answer);
                break;
            }
        }
        question.Date = asked;
        return found;
    }

    private bool IsAskable(CodedQuestion question, string axis, string code) =>
        !convenant.Vocabulary.ResourceTypes[question.ResourceType].Only.TryGetValue(axis, out var only) || only.Contains(code);

    private static int Known(int value, string code) => value >= 0 ? value : throw new ArgumentException($"Onbekende code: '{code}'.", nameof(code));
}
