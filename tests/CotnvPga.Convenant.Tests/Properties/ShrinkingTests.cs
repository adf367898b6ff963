using CsCheck;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>A law that does not hold is told with the fewest rules that show it, as rule data, and with the question.</summary>
public sealed class ShrinkingTests : LayeredProperty
{
    [Fact]
    public void A_failure_prints_the_few_rules_that_matter_and_the_question()
    {
        var failure = Should.Throw<CsCheckException>(() => Holds(LayeredGen.Layers, 2_000, c => c.ToString(), layers =>
        {
            var convenant = layers.Load();
            foreach (var question in LayeredQuestions.Of(layers, QuestionsEach))
                convenant.Decide(question).Decision.ShouldBeFalse(question.Words());
        }));

        var text = failure.ToString();
        text.ShouldContain("soort: toestaan");
        text.ShouldContain("uitgave ''");
        text.Split("- {id: ").Length.ShouldBeLessThan(16, text);
    }
}
