using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Deciding;

/// <summary>There are two ways to put a question in numbers, and they give the same numbers and refuse the same codes.</summary>
public sealed class QuestionCoderTests
{
    private static readonly LocalDate Day = new(2026, 11, 2);

    [Theory]
    [InlineData("gegeven", "politie", "raadplegen")]
    [InlineData("overleg", "rvdk", "deelnemen")]
    public void Both_ways_give_the_same_numbers(string type, string party, string act)
    {
        var convenant = TheConvenant.Loaded;
        string[] codes = [.. convenant.Vocabulary.Axes.Select(a => a.Name switch { "partij" => party, "handeling" => act, _ => a.Values[^1].Code })];
        string[] holds = ["geautoriseerd", "noodzakelijk", "betrokken"];
        var question = new Question(type, convenant.Vocabulary.Axes.Select((a, i) => (a.Name, codes[i])).ToDictionary(), Day, holds.ToHashSet(), ["wet"]);
        var into = new CodedQuestion(convenant.Vocabulary);
        convenant.Code(into, type, codes, Day, holds, 1, convenant.Editions[0]);

        var coded = convenant.Code(question);
        into.Values.ToArray().ShouldBe(coded.Values.ToArray());
        (into.ResourceType, into.Circumstances, into.Date, into.Layers, into.Edition).ShouldBe((coded.ResourceType, coded.Circumstances, coded.Date, coded.Layers, coded.Edition));
    }

    [Theory]
    [InlineData("gegeven", "politie", "deelnemen", "Bij 'gegeven' hoort geen handeling 'deelnemen'.")]
    [InlineData("overleg", "politie", "raadplegen", "Bij 'overleg' hoort geen handeling 'raadplegen'.")]
    [InlineData("gegeven", "politi", "raadplegen", "Bedoelde u 'politie'?")]
    [InlineData("gegevens", "politie", "raadplegen", "Bedoelde u 'gegeven'?")]
    public void Both_ways_refuse_the_same(string type, string party, string act, string says)
    {
        var convenant = TheConvenant.Loaded;
        string[] codes = [.. convenant.Vocabulary.Axes.Select(a => a.Name switch { "partij" => party, "handeling" => act, _ => a.Values[0].Code })];
        var question = new Question(type, convenant.Vocabulary.Axes.Select((a, i) => (a.Name, codes[i])).ToDictionary(), Day, new HashSet<string>());

        Should.Throw<ArgumentException>(() => convenant.Code(question)).Message.ShouldContain(says);
        Should.Throw<ArgumentException>(() => convenant.Code(new CodedQuestion(convenant.Vocabulary), type, codes, Day, [], 1, convenant.Editions[0])).Message.ShouldContain(says);
    }
}
