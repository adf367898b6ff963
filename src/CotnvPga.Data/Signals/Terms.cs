using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>The terms that run in a case, from the process data.</summary>
public sealed class Terms(SignalLifecycle lifecycle, DateTimeZone zone)
{
    /// <summary>The terms of the phase, and that of an urgent weighing.</summary>
    public IReadOnlyList<Term> Of(SignalState state)
    {
        var terms = new List<Term>();
        foreach (var term in lifecycle.Process.Terms.Values.Where(t => t.Phase == state.Phase.Code()))
        {
            var from = (term.Code == "vernietigen_afgesloten" ? state.LastProcessed : state.PhaseSince).InZone(zone).Date;
            terms.Add(new Term(term.Code, term.Label, Later(from, term.Value, term.Unit), term.Explanation, term.Certainty));
        }
        if (state.UrgentUntil is { } until)
        {
            var ratify = lifecycle.Process.Terms["bekrachtigen"];
            terms.Insert(0, new Term(ratify.Code, ratify.Label, until, ratify.Explanation, ratify.Certainty));
        }
        return terms;
    }

    private static LocalDate Later(LocalDate from, int value, string unit) => unit switch
    {
        "dagen" => from.PlusDays(value),
        "maanden" => from.PlusMonths(value),
        "jaren" => from.PlusYears(value),
        "werkdagen" => WorkingDaysLater(from, value),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of time."),
    };

    private static LocalDate WorkingDaysLater(LocalDate day, int count)
    {
        while (count > 0)
        {
            day = day.PlusDays(1);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                count--;
        }
        return day;
    }
}
