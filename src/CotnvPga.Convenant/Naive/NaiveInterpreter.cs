using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Naive;

/// <summary>
/// A second reading of the rules, as a lawyer would read them: rule by rule, no tables, no bits. It shares no evaluation code
/// with the compiler and is the oracle that the compiler, and everything built on it, is tested against.
/// </summary>
public sealed class NaiveInterpreter(RuleBook book)
{
    /// <summary>Answers one question.</summary>
    public NaiveAnswer Decide(Question question)
    {
        var reading = Begin(question.Date, question.Layers);
        foreach (var axis in book.Vocabulary.Axes)
        {
            string? code = null;
            if (axis.ResourceType is null || axis.ResourceType == question.ResourceType)
            {
                code = question.Codes.GetValueOrDefault(axis.Name)
                    ?? (axis.Default is { } value ? axis.Values[value].Code : throw new ArgumentException($"De vraag mist de as '{axis.Name}'.", nameof(question)));
            }
            reading = reading.Given(axis.Name, code);
        }
        return reading.Answer(question.Circumstances);
    }

    /// <summary>All rules that hold on a day, before anything else of the question is known.</summary>
    /// <param name="day">The day of decision.</param>
    /// <param name="layers">The layers asked for; null asks for all.</param>
    public NaiveReading Begin(NodaTime.LocalDate day, IReadOnlyList<string>? layers = null) => NaiveReading.Of(book, day, layers);
}

/// <summary>An answer of the naive interpreter.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Missing">As <see cref="Answer.Missing"/>.</param>
public sealed record NaiveAnswer(Outcome Outcome, IReadOnlyList<IReadOnlyList<string>> Missing);
