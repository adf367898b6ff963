using CotnvPga.Convenant.Rules;
using NodaTime;

namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// The stretches of days in which the rules do not change: from the vocabulary's periods and from the days on which rules
/// begin and end. Before the vocabulary's first period nothing is allowed.
/// </summary>
internal sealed class Periods
{
    private readonly LocalDate[] _starts;
    private readonly int[] _startNumbers;
    private readonly LocalDate? _first;

    public Periods(RuleBook book)
    {
        _first = book.Vocabulary.Periods.Count > 0 ? book.Vocabulary.Periods[0] : null;
        var days = new SortedSet<LocalDate>(book.Vocabulary.Periods);
        foreach (var rule in book.Rules)
        {
            if (rule.Validity.From is { } from)
                days.Add(from);
            if (rule.Validity.Until is { } until)
                days.Add(until);
        }
        _starts = [.. days];
        _startNumbers = Array.ConvertAll(_starts, Number);
    }

    /// <summary>How many there are; the first one has no beginning.</summary>
    public int Count => _starts.Length + 1;

    /// <summary>First day of each period but the first.</summary>
    public IReadOnlyList<LocalDate> Starts => _starts;

    /// <summary>A day as a number that orders as days do, so that finding its period is a few compares.</summary>
    public static int Number(LocalDate day) => (((day.Year * 16) + day.Month) * 32) + day.Day;

    /// <summary>The period of a day, given as a number.</summary>
    public int Of(int day)
    {
        var period = _startNumbers.Length;
        while (period > 0 && day < _startNumbers[period - 1])
            period--;
        return period;
    }

    /// <summary>Whether a rule holds in a period.</summary>
    public bool Holds(Rule rule, int period)
    {
        var day = period == 0 ? LocalDate.MinIsoValue : _starts[period - 1];
        return rule.Validity.Includes(day) && (rule.Kind != RuleKind.Toestaan || _first is not { } first || day >= first);
    }
}
