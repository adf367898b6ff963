using CotnvPga.Domain.Weighing;

namespace CotnvPga.Domain.Exercise;

/// <summary>What a member of a weegploeg said of a criterion in an exercise, beside finding and contra-indication. It is asked in exercises only.</summary>
public enum Plays
{
    /// <summary>The criterion plays a part here.</summary>
    Ja,

    /// <summary>It does not.</summary>
    Nee,

    /// <summary>That cannot be said.</summary>
    NietTeZeggen,
}

/// <summary>The judgement of one member of a weegploeg.</summary>
/// <param name="Municipality">Code of the municipality of the weegploeg.</param>
/// <param name="Party">Code of the party.</param>
/// <param name="Version">The version that the weegploeg weighed.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Criteria">Per criterion whether it plays a part.</param>
public sealed record ExerciseJudgement(string Municipality, string Party, CaseVersion Version, Verdict Verdict, IReadOnlyDictionary<string, Plays> Criteria);

/// <summary>
/// The figures of one case of an exercise. A weegploeg counts once: its three members talk to each other and are not independent. What counts for
/// it is what most of its members said; for the verdict whether all three said that the case fits, because the law asks them to be of one mind.
/// </summary>
/// <param name="Teams">Weegploegen of which all three judged.</param>
/// <param name="Fits">Weegploegen of one mind that it fits.</param>
/// <param name="Unanimous">Weegploegen of one mind, whatever they said.</param>
/// <param name="Swap">How much more often version B fits than version A.</param>
/// <param name="Criteria">The figures of each criterion.</param>
public sealed record ExerciseFigures(int Teams, Proportion Fits, Proportion Unanimous, Swap Swap, IReadOnlyList<CriterionFigures> Criteria)
{
    /// <summary>Below this number of weegploegen a country's figure would be about few people, and is not told.</summary>
    public const int FewestTeams = 10;

    private const int Members = 3;

    /// <summary>Whether there are enough weegploegen for figures of the country.</summary>
    public bool CanBeTold => Teams >= FewestTeams;

    /// <summary>Whether each version was weighed by enough weegploegen to tell the effect of the swap.</summary>
    public bool SwapCanBeTold => Swap.First.Of >= FewestTeams && Swap.Second.Of >= FewestTeams;

    /// <summary>Counts the judgements of one case.</summary>
    /// <param name="criteria">Codes of the criteria.</param>
    /// <param name="judgements">All judgements; those of a weegploeg that is not complete do not count.</param>
    public static ExerciseFigures Of(IReadOnlyList<string> criteria, IEnumerable<ExerciseJudgement> judgements)
    {
        var teams = judgements.GroupBy(j => j.Municipality, StringComparer.Ordinal).Select(g => g.DistinctBy(j => j.Party).ToList()).Where(t => t.Count == Members).ToList();
        return new ExerciseFigures(
            teams.Count,
            Share(teams, t => t.TrueForAll(j => j.Verdict == Verdict.InOvereenstemming)),
            Share(teams, t => t.Select(j => j.Verdict).Distinct().Count() == 1),
            SwapOf(teams, t => t.TrueForAll(j => j.Verdict == Verdict.InOvereenstemming)),
            [.. criteria.Select(c => CriterionOf(c, teams))]);
    }

    private static CriterionFigures CriterionOf(string criterion, List<List<ExerciseJudgement>> teams)
    {
        var said = teams.Select(t => MostSaid(criterion, t)).ToList();
        var counts = Enum.GetValues<Plays>().Select(p => new Proportion(said.Count(s => s == p), teams.Count)).ToList();
        return new CriterionFigures(
            criterion, counts[(int)Plays.Ja], counts[(int)Plays.Nee], counts[(int)Plays.NietTeZeggen],
            SwapOf(teams, t => MostSaid(criterion, t) == Plays.Ja));
    }

    /// <summary>What most of the three said; that it cannot be said, when each said something else.</summary>
    private static Plays MostSaid(string criterion, List<ExerciseJudgement> team) => team
        .GroupBy(j => j.Criteria.GetValueOrDefault(criterion, Plays.NietTeZeggen))
        .Where(g => g.Count() > 1).Select(g => g.Key).DefaultIfEmpty(Plays.NietTeZeggen).First();

    private static Proportion Share(List<List<ExerciseJudgement>> teams, Func<List<ExerciseJudgement>, bool> counts) => new(teams.Count(counts), teams.Count);

    private static Swap SwapOf(List<List<ExerciseJudgement>> teams, Func<List<ExerciseJudgement>, bool> counts) =>
        new(Share(teams.FindAll(t => t[0].Version == CaseVersion.A), counts), Share(teams.FindAll(t => t[0].Version == CaseVersion.B), counts));
}

/// <summary>The same case in two versions, weighed by different weegploegen.</summary>
/// <param name="First">Of those that weighed version A.</param>
/// <param name="Second">Of those that weighed version B.</param>
public sealed record Swap(Proportion First, Proportion Second)
{
    /// <summary>What the swap did: B less A.</summary>
    public Difference Effect => Second.Minus(First);
}

/// <summary>The figures of a criterion.</summary>
/// <param name="Criterion">Its code.</param>
/// <param name="Plays">Weegploegen that said that it plays a part.</param>
/// <param name="DoesNot">That it does not.</param>
/// <param name="Unknown">That it cannot be said, or that were of three minds.</param>
/// <param name="Swap">What the swap did to the share that said that it plays a part.</param>
public sealed record CriterionFigures(string Criterion, Proportion Plays, Proportion DoesNot, Proportion Unknown, Swap Swap)
{
    /// <summary>
    /// How far the weegploegen lie apart: 0 when all said the same, 1 when each of the three answers was given as often
    /// (the chance that two of them said something else, against the largest it can be).
    /// </summary>
    public double Spread => Plays.Of == 0 ? 0 : (1 - Square(Plays) - Square(DoesNot) - Square(Unknown)) / (1 - 1.0 / 3);

    private static double Square(Proportion share) => share.Value * share.Value;
}
