namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>Which way an answer can go when more is asked or more is true.</summary>
public sealed class MonotoneLaws : LayeredProperty
{
    [Fact]
    public void One_layer_more_never_opens() => Holds(Few, layers =>
    {
        var convenant = layers.Load();
        foreach (var asked in LayeredQuestions.Of(layers, QuestionsEach))
        {
            foreach (var edition in convenant.Editions)
            {
                var open = Enumerable.Range(1, convenant.Layers.Count)
                    .Select(n => convenant.Decide(asked with { Edition = edition, Layers = [.. convenant.Layers.Take(n)] }).Outcome).ToList();
                // Zichtbaar is the highest outcome, afgeschermd the lowest: none comes back once it is gone.
                open.SequenceEqual(open.OrderDescending()).ShouldBeTrue((asked with { Edition = edition }).Words());
            }
        }
    });

    [Fact]
    public void The_law_alone_gives_every_municipality_and_every_role_the_same_answer() => Holds(Few, layers =>
    {
        var convenant = layers.Load();
        foreach (var asked in LayeredQuestions.Of(layers, QuestionsEach).Select(q => q with { Layers = ["wet"] }))
        {
            var first = convenant.Decide(asked);
            foreach (var edition in convenant.Editions)
            {
                foreach (var role in new[] { "geen", "hoofd" })
                {
                    var question = asked with { Edition = edition, Codes = new Dictionary<string, string>(asked.Codes) { ["rol"] = role } };
                    convenant.Decide(question).Words().ShouldBe(first.Words(), question.Words());
                }
            }
        }
    });

    [Fact]
    public void One_more_opening_circumstance_never_closes_and_one_more_closing_never_opens() => Holds(Few, layers =>
    {
        var convenant = layers.Load();
        foreach (var question in LayeredQuestions.Of(layers, QuestionsEach).SelectMany(q => Everywhere(convenant, q)))
        {
            var open = convenant.Decide(question).Decision;
            foreach (var more in LayeredWords.Opening.Concat(LayeredWords.Closing).Where(c => !question.Circumstances.Contains(c)))
            {
                var then = convenant.Decide(question with { Circumstances = question.Circumstances.Append(more).ToHashSet() }).Decision;
                if (then != open)
                    then.ShouldBe(LayeredWords.Opening.Contains(more), $"{more} erbij: {question.Words()}");
            }
        }
    });

    [Fact]
    public void On_a_day_between_two_changes_nothing_changes() => Holds(Few, layers =>
    {
        var convenant = layers.Load();
        foreach (var question in LayeredQuestions.Of(layers, QuestionsEach).SelectMany(q => Everywhere(convenant, q)))
        {
            var tomorrow = question.Date.PlusDays(1);
            if (convenant.Decider.Periods.Starts.Contains(tomorrow))
                continue;
            convenant.Decide(question with { Date = tomorrow }).Words().ShouldBe(convenant.Decide(question).Words(), question.Words());
        }
    });
}
