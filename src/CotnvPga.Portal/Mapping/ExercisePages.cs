using System.Globalization;
using CotnvPga.Convenant;
using CotnvPga.Data.Exercise;
using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Oefening;
using CotnvPga.Portal.Pages.Signalen.Weging;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Words around the national weighing exercise.</summary>
public sealed class ExercisePages(CompiledConvenant convenant, Words words)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The traits in which two versions can differ.</summary>
    public static IReadOnlyList<Choice> Traits => [new("geslacht", "Geslacht"), new("ideologie", "Ideologie"), new("herkomst", "Herkomst")];

    /// <summary>The halves of a year.</summary>
    public static IReadOnlyList<Choice> Halves => [new("1", "Eerste helft"), new("2", "Tweede helft")];

    /// <summary>The answers to whether a criterion plays a part.</summary>
    public static IReadOnlyList<Choice> PlaysChoices => [new("ja", "Ja, dit speelt hier"), new("nee", "Nee"), new("niet_te_zeggen", "Niet te zeggen")];

    /// <summary>Name of a round.</summary>
    public static string NameOf(ExerciseRound round) => $"{(round.Half == 1 ? "Eerste" : "Tweede")} helft van {round.Year}";

    /// <summary>How far a round is.</summary>
    public static string StageOf(ExerciseRound round) => round.Stage switch
    {
        RoundStage.InVoorbereiding => round.Checks.Count == 0 ? "In voorbereiding" : "Wacht op een tweede controle",
        RoundStage.Afgewezen => "Afgewezen",
        RoundStage.Vrijgegeven => $"Begint op {round.From.ToDateText()}",
        RoundStage.Open => $"Open tot en met {round.To.ToDateText()}",
        _ => "Afgelopen",
    };

    /// <summary>Name of a trait.</summary>
    public static string TraitOf(string code) => Traits.FirstOrDefault(t => t.Value == code)?.Label ?? code;

    /// <summary>A judgement with its criteria.</summary>
    public GivenView Given(GivenExercise given) => new(
        words.Party(given.Party), Verdicts.Label(given.Verdict.Code()), given.Words.Motivation,
        [.. convenant.Process.Criteria.Values.Select(c => (c, f: given.Words.Criteria.FirstOrDefault(f => f.Criterion == c.Code))).Select(x => new GivenCriterion(
            x.c.Label, PlaysLabel(given.Words.Plays.GetValueOrDefault(x.c.Code, Plays.NietTeZeggen)), x.f?.Finding ?? "–", x.f?.ContraIndication ?? "–"))]);

    /// <summary>The outcome of a case in words and figures.</summary>
    public OutcomeView Outcome(CaseOutcome outcome)
    {
        var figures = outcome.Figures;
        return new OutcomeView(
            outcome.Case.Title,
            TraitOf(outcome.Case.Trait),
            outcome.Case.TextOf(CaseVersion.A),
            outcome.Case.TextOf(CaseVersion.B),
            figures.Teams,
            figures.CanBeTold,
            figures.CanBeTold ? [new("Van de ploegen vonden alle drie dat het past", Share(figures.Fits)), new("Van de ploegen oordeelden alle drie gelijk", Share(figures.Unanimous))] : [],
            figures.SwapCanBeTold ? Swap("Alle drie vinden dat het past", figures.Swap) : null,
            figures.CanBeTold ? [.. figures.Criteria.Select(c => new CriterionOutcome(LabelOf(c.Criterion), Share(c.Plays), Share(c.DoesNot), Share(c.Unknown), Percent(c.Spread), figures.SwapCanBeTold ? Swap(LabelOf(c.Criterion), c.Swap) : null))] : [],
            [.. outcome.Own.Select(Given)],
            [.. outcome.Others.Select(Given)]);
    }

    private string LabelOf(string criterion) => convenant.Process.Criteria.GetValueOrDefault(criterion)?.Label ?? criterion;

    private static string PlaysLabel(Plays plays) => PlaysChoices[(int)plays].Label;

    private static string Share(Proportion share) => $"{share.Count} van {share.Of} ({Percent(share.Value)}; tussen {Percent(share.Interval.Low)} en {Percent(share.Interval.High)})";

    private static SwapView Swap(string label, Swap swap)
    {
        var effect = swap.Effect;
        return new SwapView(
            label, Share(swap.First), Share(swap.Second),
            $"{Points(effect.Value)} (tussen {Points(effect.Interval.Low)} en {Points(effect.Interval.High)})",
            effect.IsClear ? "De andere versie wordt anders gewogen." : "Er is geen verschil aangetoond.", effect.IsClear);
    }

    private static string Percent(double value) => string.Create(Dutch, $"{Math.Round(100 * value)}%");

    private static string Points(double value) => string.Create(Dutch, $"{Math.Round(100 * value):+0;-0;0} procentpunt");
}
