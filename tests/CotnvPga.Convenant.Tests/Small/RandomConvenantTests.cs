using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CsCheck;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Small;

/// <summary>What must hold of any rules at all, tried on random ones; a failure is shrunk to the fewest rules.</summary>
public sealed class RandomConvenantTests
{
    private const int Tries = 300;

    [Fact]
    public void Table_and_naive_reading_agree_in_decision_and_in_what_is_missing() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
        {
            var convenant = Load(high, low);
            var naive = new NaiveInterpreter(convenant.Editions[0].Rules);
            foreach (var question in Questions())
            {
                var compiled = convenant.Decide(question);
                var expected = naive.Decide(question);
                if (compiled.Outcome != expected.Outcome || Text(compiled.Missing) != Text(expected.Missing))
                    return false;
            }
            return true;
        }, iter: Tries);

    [Fact]
    public void The_order_of_rules_means_nothing() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
            Answers(Load(high, low)).SequenceEqual(Answers(Load(high.Reverse(), low.Reverse()))), iter: Tries);

    [Fact]
    public void Saying_a_rule_twice_means_nothing() =>
        // An exception names the rule it lifts, so the copy of that rule would stand.
        RandomRules.High.Where(high => !high.Any(r => r.Contains("uitzondering", StringComparison.Ordinal))).Sample(high =>
            Decisions(Load(high, [])).SequenceEqual(Decisions(Load([.. high, .. high.Select(r => r.Replace("id: h", "id: again", StringComparison.Ordinal))], []))), iter: Tries);

    [Fact]
    public void One_more_condition_or_ban_never_opens_anything() =>
        Gen.Select(RandomRules.High, RandomRules.Narrowing).Sample((high, narrowing) =>
            NeverOpens(Load(high, []), Load([.. high, narrowing], [])), iter: Tries);

    [Fact]
    public void A_lower_layer_never_opens_anything() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
            NeverOpens(Load(high, []), Load(high, low)), iter: Tries);

    [Fact]
    public void One_more_circumstance_never_closes_anything_unless_it_is_one_that_closes() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
        {
            var convenant = Load(high, low);
            return Questions().All(q => !convenant.Decide(q).Decision
                || new[] { "p", "q", "r" }.All(more => convenant.Decide(q with { Circumstances = q.Circumstances.Append(more).ToHashSet() }).Decision));
        }, iter: Tries / 3);

    private static CompiledConvenant Load(IEnumerable<string> high, IEnumerable<string> low)
    {
        var result = SmallConvenant.Load(string.Concat(high), string.Concat(low));
        return result.Convenant ?? throw new InvalidOperationException(string.Join("\n", result.Errors()));
    }

    private static bool NeverOpens(CompiledConvenant wide, CompiledConvenant narrow) =>
        Questions().All(q => wide.Decide(q).Decision || !narrow.Decide(q).Decision);

    private static IEnumerable<string> Answers(CompiledConvenant convenant) =>
        Questions().Select(q => convenant.Decide(q)).Select(a => $"{a.Outcome} {Text(a.Missing)} {a.Rule} {string.Join(' ', a.Grounds)} {a.Certainty} {a.Explanation}");

    private static IEnumerable<string> Decisions(CompiledConvenant convenant) =>
        Questions().Select(q => convenant.Decide(q)).Select(a => $"{a.Outcome} {Text(a.Missing)}");

    private static string Text(IReadOnlyList<IReadOnlyList<string>> sets) => string.Join('|', sets.Select(s => string.Join('+', s)));

    /// <summary>Every question there is, but for the days: one in each period.</summary>
    private static List<Question> Questions() => All.Value;

    private static readonly Lazy<List<Question>> All = new(() =>
    [
        .. from day in new[] { new LocalDate(2019, 12, 31), new LocalDate(2023, 12, 31), new LocalDate(2024, 1, 1) }
           from who in new[] { "a", "b", "c" }
           from phase in new[] { "vroeg", "laat" }
           from item in Items()
           from given in Enumerable.Range(0, 16)
           select Question(day, who, phase, item.What, item.Source, given),
    ]);

    private static IEnumerable<(string? What, string? Source)> Items()
    {
        yield return (null, null);
        foreach (var what in new[] { "x", "y", "z" })
        {
            foreach (var source in new[] { "a", "b", "c" })
                yield return (what, source);
        }
    }

    private static Question Question(LocalDate day, string who, string phase, string? what, string? source, int given)
    {
        var codes = new Dictionary<string, string> { ["wie"] = who, ["fase"] = phase };
        if (what is not null)
            (codes["wat"], codes["bron"]) = (what, source!);
        var circumstances = new[] { "p", "q", "r", "dicht" }.Where((_, i) => (given >> i & 1) != 0).ToHashSet();
        return new Question(what is null ? "tafel" : "ding", codes, day, circumstances);
    }
}
