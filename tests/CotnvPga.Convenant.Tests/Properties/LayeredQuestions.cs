using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>Random questions to a random convenant: every axis, every day that matters, every circumstance.</summary>
internal static class LayeredQuestions
{
    private static readonly LocalDate[] Days = [new(2019, 12, 31), new(2020, 1, 1), new(2022, 6, 1), new(2023, 12, 31), new(2024, 1, 1), new(2024, 6, 1), new(2025, 1, 1)];

    /// <summary>Questions without an edition: the same from the same seed.</summary>
    public static IEnumerable<Question> Of(RandomLayers layers, int count)
    {
        var random = new Random(layers.Seed);
        string One(params ReadOnlySpan<string> from) => from[random.Next(from.Length)];
        for (var i = 0; i < count; i++)
        {
            var type = One("ding", "ding", "ding", "tafel");
            var codes = new Dictionary<string, string> { ["wie"] = One("a", "b", "c"), ["fase"] = One("vroeg", "laat"), ["rol"] = One("geen", "hoofd") };
            if (type == "ding")
                (codes["wat"], codes["bron"]) = (One("x", "y"), One("a", "b", "c"));
            var circumstances = LayeredWords.Opening.Concat(LayeredWords.Closing).Where(_ => random.Next(2) == 0).ToHashSet();
            yield return new Question(type, codes, Days[random.Next(Days.Length)], circumstances);
        }
    }

    /// <summary>How a question reads in a counterexample.</summary>
    public static string Words(this Question question) =>
        $"{question.ResourceType} {string.Join(' ', question.Codes.Select(c => $"{c.Key}={c.Value}"))} op {question.Date:yyyy-MM-dd} met [{string.Join(' ', question.Circumstances)}]"
        + $" lagen [{string.Join(' ', question.Layers ?? [])}] uitgave '{question.Edition?.Key}'";

    /// <summary>How an answer reads in a counterexample.</summary>
    public static string Words(this Answer answer) => Words(answer.Outcome, answer.Missing);

    public static string Words(Outcome outcome, IReadOnlyList<IReadOnlyList<string>> missing) =>
        $"{outcome} {string.Join('|', missing.Select(s => string.Join('+', s)))}";
}
