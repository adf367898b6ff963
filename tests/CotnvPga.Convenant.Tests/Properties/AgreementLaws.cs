using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>The compiled tables say what a lawyer would read, in every layer and edition.</summary>
public sealed class AgreementLaws : LayeredProperty
{
    [Fact]
    public void Table_and_naive_reading_agree() => Holds(Few, Agrees);

    [Fact]
    [Trait("Category", "Lang")]
    public void Table_and_naive_reading_agree_on_many_more() => Holds(Many, Agrees);

    [Fact]
    public void What_is_missing_is_exactly_the_minimal_sets() => Holds(Few, MissesTheLeast);

    [Fact]
    [Trait("Category", "Lang")]
    public void What_is_missing_is_exactly_the_minimal_sets_on_many_more() => Holds(Many, MissesTheLeast);

    private static void Agrees(RandomLayers layers)
    {
        var convenant = layers.Load();
        var naive = convenant.Editions.Select(e => new NaiveInterpreter(e.Rules)).ToList();
        foreach (var question in LayeredQuestions.Of(layers, QuestionsEach).SelectMany(q => Everywhere(convenant, q)))
        {
            var expected = naive[question.Edition!.Index].Decide(question);
            var answer = convenant.Decide(question);
            answer.Words().ShouldBe(LayeredQuestions.Words(expected.Outcome, expected.Missing), question.Words());
            convenant.Allows(convenant.Code(question)).ShouldBe(answer.Decision, question.Words());
        }
    }

    /// <summary>Asks for every set of circumstances that could be added, and keeps those of which no part is enough.</summary>
    private static void MissesTheLeast(RandomLayers layers)
    {
        var convenant = layers.Load();
        foreach (var question in LayeredQuestions.Of(layers, QuestionsEach).SelectMany(q => Everywhere(convenant, q)))
        {
            var answer = convenant.Decide(question);
            var free = LayeredWords.Opening.Where(o => !question.Circumstances.Contains(o)).ToList();
            var enough = Enumerable.Range(0, 1 << free.Count)
                .Select(set => free.Where((_, i) => (set >> i & 1) != 0).ToHashSet())
                .Where(added => convenant.Allows(convenant.Code(question with { Circumstances = question.Circumstances.Concat(added).ToHashSet() }))).ToList();
            var minimal = enough.Where(e => !enough.Exists(other => other.IsProperSubsetOf(e))).ToList();
            var outcome = enough.Count == 0 ? Outcome.Afgeschermd : minimal[0].Count == 0 ? Outcome.Zichtbaar : Outcome.Voorwaardelijk;
            answer.Outcome.ShouldBe(outcome, question.Words());
            answer.Missing.Select(s => string.Join('+', s)).ShouldBe(
                outcome == Outcome.Voorwaardelijk ? minimal.Select(s => string.Join('+', s.Order(StringComparer.Ordinal))) : [], ignoreOrder: true, question.Words());
        }
    }
}
