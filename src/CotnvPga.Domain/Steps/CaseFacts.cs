using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Weighing;
using NodaTime;

namespace CotnvPga.Domain.Steps;

/// <summary>
/// The facts that steps need, by the names the process data use. Facts of the case are found again by the database's trigger;
/// facts of the words are what somebody wrote with the step.
/// </summary>
public static class CaseFacts
{
    /// <summary>An item that a judgement of the round rests on changed: found from the judgements themselves.</summary>
    public const string Changed = "feit_veranderd";

    /// <summary>What is true of the case itself.</summary>
    /// <param name="state">The case.</param>
    /// <param name="verdicts">The verdicts of the round that runs.</param>
    /// <param name="today">The day.</param>
    /// <param name="rounds">How many rounds a weighing may have, by the covenant that holds for the case.</param>
    public static HashSet<string> OfCase(SignalState state, IReadOnlyCollection<Verdict> verdicts, LocalDate today, int rounds)
    {
        var unanimous = verdicts.Count == 3 && verdicts.Distinct().Count() == 1 && !verdicts.Contains(Verdict.MeerInformatie);
        var facts = new HashSet<string>(StringComparer.Ordinal);
        void When(bool holds, string fact)
        {
            if (holds)
                facts.Add(fact);
        }
        When(verdicts.Count == 3, "drie_oordelen");
        When(verdicts.Count == 2, "twee_oordelen");
        When(unanimous, "eensluidend");
        When(!unanimous, "niet_eensluidend");
        When(verdicts.Count > 0 && verdicts.All(v => v == Verdict.InOvereenstemming), "in_overeenstemming");
        When(verdicts.Count > 0 && verdicts.All(v => v == Verdict.NietInOvereenstemming), "niet_in_overeenstemming");
        When(state.Round < rounds, "rondes_over");
        When(state.Round >= rounds, "rondes_op");
        When(state.UrgentUntil is null, "bekrachtigd");
        When(state.UrgentUntil is { } until && (until < today || verdicts.Count == 3), "niet_bekrachtigd");
        When(!state.Hold, "geen_bewaarplicht");
        When(state.Unread, "ongelezen_melding");
        return facts;
    }

    /// <summary>The facts that tell what was judged, and not only how often.</summary>
    public static readonly IReadOnlySet<string> OfVerdicts = new HashSet<string>(StringComparer.Ordinal)
    {
        "eensluidend", "niet_eensluidend", "in_overeenstemming", "niet_in_overeenstemming", Changed,
    };

    /// <summary>The facts that follow from judgements: what was judged, how often, and whether an urgent weighing was ratified.</summary>
    public static readonly IReadOnlySet<string> OfJudgements = new HashSet<string>(OfVerdicts, StringComparer.Ordinal)
    {
        "drie_oordelen", "twee_oordelen", "bekrachtigd", "niet_bekrachtigd",
    };

    /// <summary>The facts that only the words of a step can bring.</summary>
    public static readonly IReadOnlySet<string> OfWordsOnly = new HashSet<string>(StringComparer.Ordinal)
    {
        "kwaliteitstoets", "reden_uit_norm", "partij_en_vraag", "open_raadpleging", "deelnemers", "toelichting", "doel", "interventie",
        "nog_nodig", "spoedreden", "reden", "gemeente", "geen_bezwaar",
    };

    /// <summary>What somebody wrote with the step.</summary>
    /// <param name="words">The words.</param>
    /// <param name="process">For the closed lists of reasons.</param>
    /// <param name="recordedGoal">Whether the case holds an item that is a goal.</param>
    /// <param name="objection">Whether an item that would go along was shielded by its supplier.</param>
    /// <param name="plannedIntervention">Whether a record that the words name is an intervention; it always has an owner and a day.</param>
    public static HashSet<string> OfWords(StepWords words, ProcessModel process, bool recordedGoal, bool objection, bool plannedIntervention = false)
    {
        var facts = new HashSet<string>(StringComparer.Ordinal);
        void When(bool holds, string fact)
        {
            if (holds)
                facts.Add(fact);
        }
        When(QualityChecked(words), "kwaliteitstoets");
        When(words.Reden is { } reason && process.Reasons["niet_aanmelden"].Any(r => r.Code == reason), "reden_uit_norm");
        When(Filled(words.Partij) && Filled(words.Vraag), "partij_en_vraag");
        When(Filled(words.Partij), "open_raadpleging");
        When(words.Deelnemers is { Count: > 0 }, "deelnemers");
        When(Filled(words.Toelichting) || Filled(words.Reden), "toelichting");
        When(Filled(words.Reden) || Filled(words.Toelichting), "reden");
        When(recordedGoal || words.Doelen is { Count: > 0 } goals && goals.Any(Filled), "doel");
        When(Interventions(words, plannedIntervention), "interventie");
        When(words.NogNodig is not null, "nog_nodig");
        When(Filled(words.Spoedreden) || Filled(words.Toelichting), "spoedreden");
        When(Filled(words.Gemeente), "gemeente");
        When(!objection, "geen_bezwaar");
        return facts;
    }

    /// <summary>The check was made and did not fail, and somebody wrote what was checked (besluit-pga:7).</summary>
    private static bool QualityChecked(StepWords words) =>
        words.Kwaliteit?.Juistheid is not false && (Filled(words.Kwaliteit?.Toelichting) || Filled(words.Toelichting));

    /// <summary>Those that are written out are whole, and there is at least one, written out or as a record.</summary>
    private static bool Interventions(StepWords words, bool planned) => words.Interventies is { Count: > 0 } list
        ? list.All(i => Filled(i.Omschrijving) && Filled(i.Eigenaar) && i.Datum is not null)
        : planned;

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}
