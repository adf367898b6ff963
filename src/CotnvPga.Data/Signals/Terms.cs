using CotnvPga.Data.Convenants;
using CotnvPga.Domain.Departures;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>The terms that run in a case, with the numbers of the covenant that holds for it.</summary>
public sealed class Terms(CaseEditions editions, IClock clock, DateTimeZone zone)
{
    private LocalDate Today => clock.GetCurrentInstant().InZone(zone).Date;

    /// <summary>The terms of the phase, and that of an urgent weighing.</summary>
    /// <param name="state">The case.</param>
    /// <param name="moved">The terms that the three moved in this case, with a motivation.</param>
    public IReadOnlyList<Term> Of(SignalState state, IReadOnlyCollection<MovedTerm> moved)
    {
        var numbers = editions.Of(state, Today).Terms;
        var terms = new List<Term>();
        foreach (var term in numbers.Values.Where(t => t.Phase == state.Phase.Code()))
        {
            var onPaper = Later(DayOf(state.Phase == Phase.Afgesloten ? state.LastProcessed : state.PhaseSince), term.Value, term.Unit);
            // A departure is for the term that ran then: when the phase (or the evaluation) begins again, so does the term of the covenant.
            var departure = moved.Where(m => m.Term == term.Code && m.At >= state.PhaseSince).MaxBy(m => m.At);
            terms.Add(new Term(term.Code, term.Label, departure?.Until ?? onPaper, term.Explanation, term.Certainty) { OnPaper = departure is null ? null : onPaper });
        }
        if (state.UrgentUntil is { } until)
        {
            var ratify = numbers["bekrachtigen"];
            terms.Insert(0, new Term(ratify.Code, ratify.Label, until, ratify.Explanation, ratify.Certainty));
        }
        return terms;
    }

    /// <summary>The last day of a term that begins today, by the covenant that holds for the case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="code">Code of the term.</param>
    internal LocalDate FromToday(SignalState state, string code)
    {
        var term = editions.Of(state, Today).Terms[code];
        return Later(Today, term.Value, term.Unit);
    }

    /// <summary>Whether the retention of a case has run out: the term of its phase, by the covenant that holds for it.</summary>
    /// <param name="municipality">Code of its municipality.</param>
    /// <param name="openedUnder">Key of the covenant it was opened under.</param>
    /// <param name="phase">Code of its phase.</param>
    /// <param name="since">When the retention began.</param>
    internal bool RetentionHasRun(string municipality, string openedUnder, string phase, Instant since) =>
        editions.Of(municipality, openedUnder, Today).Terms.Values.Where(t => t.Phase == phase).All(t => Later(DayOf(since), t.Value, t.Unit) <= Today);

    /// <summary>The last day of a term that begins on a day.</summary>
    internal static LocalDate Later(LocalDate from, Convenant.Process.ParameterDefinition term) => Later(from, term.Value, term.Unit);

    private LocalDate DayOf(Instant instant) => instant.InZone(zone).Date;

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
