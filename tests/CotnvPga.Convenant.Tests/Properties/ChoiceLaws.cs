using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>
/// What a municipality can do with a choice. The engine does not assume that the strictest value narrows most: it only puts that value where
/// nobody chose. What follows from that, and what only follows when the rules are written so, is said apart.
/// </summary>
public sealed class ChoiceLaws : LayeredProperty
{
    [Fact]
    public void Choosing_the_strictest_value_is_the_same_as_not_choosing() => Holds(Few, layers =>
    {
        var chosen = layers with { Locals = [.. layers.Locals.Select(l => l with { Choice = "nee" })] };
        var silent = layers with { Locals = [.. layers.Locals.Select(l => l with { Choice = "" })] };
        var (one, other) = (chosen.Load(), silent.Load());
        foreach (var asked in LayeredQuestions.Of(layers, QuestionsEach))
        {
            foreach (var edition in one.Editions)
            {
                other.Decide(asked with { Edition = other.Editions[edition.Index] }).Words()
                    .ShouldBe(one.Decide(asked with { Edition = edition }).Words(), (asked with { Edition = edition }).Words());
            }
        }
    });

    /// <summary>
    /// Where conditions and bans wait for the strictest value only and exceptions for another one only, a choice can open what was closed
    /// without it, and never the other way round.
    /// </summary>
    [Fact]
    public void Where_bans_wait_for_the_strictest_value_and_exceptions_for_another_a_choice_never_closes() => Holds(Few, layers =>
    {
        RandomRule Well(RandomRule rule) => rule.Choice.Length == 0 ? rule : rule with { Choice = rule.Kind == RuleKind.Uitzondering ? "ja" : "nee" };
        var well = layers with { Model = [.. layers.Model.Select(Well)], Trial = [.. layers.Trial.Select(Well)] };
        RandomLayers Choosing(string value) => well with { Locals = [.. well.Locals.Select(l => l with { Choice = value })] };
        NeverOpens(well, Choosing("ja").Load(), Choosing("").Load());
    });

    [Fact]
    public void Without_that_a_choice_can_close()
    {
        var ban = new RandomRule("m0", RuleKind.Verbod, ["{wie: a}"], [], "", "", [], "", "ja");
        var permission = new RandomRule("w0", RuleKind.Toestaan, ["{wie: [a, b, c]}"], [], "", "", [], "", "");
        var convenant = new RandomLayers([permission], [ban], [], [new RandomLocal("0001", "1", "{van: 2021-01-01}", "ja", [])], 0).Load();
        var codes = new Dictionary<string, string> { ["wie"] = "a", ["fase"] = "laat" };
        var question = new Question("tafel", codes, new NodaTime.LocalDate(2024, 6, 1), new HashSet<string>());

        convenant.Decide(question).Decision.ShouldBeTrue();
        convenant.Decide(question with { Edition = convenant.EditionOf("0001", question.Date) }).Decision.ShouldBeFalse();
    }

    [Fact]
    public void In_the_convenant_of_this_repository_a_choice_never_closes()
    {
        var choices = TheConvenant.Loaded.Covenants.Clauses.Where(c => c.Choice is not null).ToDictionary(c => c.Choice!.Code, c => c.Choice!);
        var waiting = TheConvenant.Loaded.Rules.Rules.Where(r => r.Scope.Choices.Count > 0).ToList();
        waiting.ShouldNotBeEmpty();
        foreach (var rule in waiting)
        {
            foreach (var (code, value) in rule.Scope.Choices)
                (value == choices[code].Strictest).ShouldBe(rule.Kind != RuleKind.Uitzondering, $"{rule.Id} waits for {code}: {value}");
        }
    }
}
