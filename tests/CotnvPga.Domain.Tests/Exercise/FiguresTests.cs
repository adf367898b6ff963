using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.Weighing;

namespace CotnvPga.Domain.Tests.Exercise;

/// <summary>The statistics of an exercise, against the values that the literature prints.</summary>
public sealed class FiguresTests
{
    private static readonly string[] Parties = ["p1", "p2", "p3"];

    /// <summary>The examples of Newcombe, "Two-sided confidence intervals for the single proportion" (1998), method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_share_is_that_of_Wilson(int count, int of, double low, double high)
    {
        var interval = new Proportion(count, of).Interval;

        (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)).ShouldBe((low, high));
    }

    /// <summary>The examples of Newcombe, "Interval estimation for the difference between independent proportions" (1998), method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_of_a_difference_is_that_of_Newcombe(int a, int m, int b, int n, double low, double high)
    {
        var interval = new Proportion(a, m).Minus(new Proportion(b, n)).Interval;

        (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)).ShouldBe((low, high));
    }

    [Fact]
    public void Nothing_is_known_of_nobody()
    {
        new Proportion(0, 0).Interval.ShouldBe(new Interval(0, 1));
        new Proportion(0, 0).Minus(new Proportion(0, 0)).IsClear.ShouldBeFalse();
    }

    [Fact]
    public void A_swap_that_decides_is_seen_and_one_that_does_nothing_is_not()
    {
        var biased = Figures((team, version) => version == CaseVersion.A ? Verdict.InOvereenstemming : team % 4 == 0 ? Verdict.InOvereenstemming : Verdict.NietInOvereenstemming);
        var fair = Figures((team, _) => team / 2 % 2 == 0 ? Verdict.InOvereenstemming : Verdict.NietInOvereenstemming);

        (biased.Swap.Effect.Value, biased.Swap.Effect.IsClear).ShouldBe((-1.0, true));
        (fair.Swap.Effect.Value, fair.Swap.Effect.IsClear).ShouldBe((0.0, false));
    }

    [Fact]
    public void A_weegploeg_counts_once_and_only_when_it_is_complete()
    {
        List<ExerciseJudgement> judgements = [.. Team(1, CaseVersion.A, Verdict.InOvereenstemming), .. Team(2, CaseVersion.B, Verdict.InOvereenstemming).Take(2)];
        var figures = ExerciseFigures.Of(["c"], judgements);

        (figures.Teams, figures.Fits).ShouldBe((1, new Proportion(1, 1)));
        figures.CanBeTold.ShouldBeFalse("it is about three people");
    }

    [Fact]
    public void The_three_must_be_of_one_mind()
    {
        var divided = Team(1, CaseVersion.A, Verdict.InOvereenstemming).Select((j, i) => i == 2 ? j with { Verdict = Verdict.MeerInformatie } : j);

        var figures = ExerciseFigures.Of(["c"], divided);

        (figures.Fits.Count, figures.Unanimous.Count).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(30, 0, 0, 0.0)]
    [InlineData(10, 10, 10, 1.0)]
    [InlineData(15, 15, 0, 0.75)]
    public void The_spread_of_a_criterion_goes_from_nothing_to_all(int yes, int no, int unknown, double spread)
    {
        var of = yes + no + unknown;
        var figures = new CriterionFigures("c", new Proportion(yes, of), new Proportion(no, of), new Proportion(unknown, of), new Swap(default, default));

        figures.Spread.ShouldBe(spread, 1e-9);
    }

    [Fact]
    public void What_most_of_the_three_said_counts_for_a_criterion()
    {
        var said = Team(1, CaseVersion.A, Verdict.InOvereenstemming).Select((j, i) => j with { Criteria = new Dictionary<string, Plays> { ["c"] = i == 0 ? Plays.Nee : Plays.Ja } });

        ExerciseFigures.Of(["c"], said).Criteria.Single().Plays.ShouldBe(new Proportion(1, 1));
    }

    private static ExerciseFigures Figures(Func<int, CaseVersion, Verdict> verdict) => ExerciseFigures.Of(
        ["c"], Enumerable.Range(0, 40).SelectMany(team => Team(team, team % 2 == 0 ? CaseVersion.A : CaseVersion.B, verdict(team, team % 2 == 0 ? CaseVersion.A : CaseVersion.B))));

    private static IEnumerable<ExerciseJudgement> Team(int number, CaseVersion version, Verdict verdict) =>
        Parties.Select(p => new ExerciseJudgement($"{number:0000}", p, version, verdict, new Dictionary<string, Plays> { ["c"] = Plays.Ja }));
}
