using System.Text.Json.Nodes;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Benchmarks.Questions;

/// <summary>The same questions in every form in which somebody asks them, with the engine's answers.</summary>
internal sealed class QuestionSet
{
    public QuestionSet(CompiledConvenant convenant, int count)
    {
        Questions = QuestionMix.Draw(convenant, count);
        Coded = [.. Questions.Select(convenant.Code)];
        Texts = [.. Questions.Select(q => AskedInText.Of(q, convenant))];
        Json = [.. Questions.Select(q => AsJson(q, convenant))];
        Expected = [.. Coded.Select(convenant.Allows)];
    }

    public IReadOnlyList<Question> Questions { get; }

    /// <summary>In numbers.</summary>
    public CodedQuestion[] Coded { get; }

    /// <summary>In codes.</summary>
    public AskedInText[] Texts { get; }

    /// <summary>As AuthZEN sends them.</summary>
    public byte[][] Json { get; }

    /// <summary>Whether the engine allows it.</summary>
    public bool[] Expected { get; }

    private static byte[] AsJson(Question question, CompiledConvenant convenant)
    {
        var root = new JsonObject { ["subject"] = new JsonObject { ["type"] = "partij" } };
        Put(root, "resource.type", question.ResourceType);
        Put(root, "resource.id", "x");
        foreach (var axis in convenant.Vocabulary.Axes.Where(a => question.Codes.ContainsKey(a.Name)))
            Put(root, axis.Path, question.Codes[axis.Name]);
        Put(root, convenant.Vocabulary.Shape.Day!.Path, NodaTime.Text.LocalDatePattern.Iso.Format(question.Date));
        Put(root, "context.omstandigheden", new JsonArray([.. question.Circumstances.Select(c => (JsonNode)c)]));
        Put(root, "context.lagen", new JsonArray([.. question.Layers!.Select(l => (JsonNode)l)]));
        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Put(JsonObject root, string path, JsonNode value)
    {
        var steps = path.Split('.');
        var at = root;
        foreach (var step in steps[..^1])
            at = (at[step] ??= new JsonObject()).AsObject();
        at[steps[^1]] = value;
    }
}

/// <summary>A question in codes, in order of the axes. The texts are its own, as those of a request are: no two are the same object.</summary>
internal sealed record AskedInText(string ResourceType, string[] Codes, string[] Circumstances)
{
    public static AskedInText Of(Question question, CompiledConvenant convenant) => new(
        Own(question.ResourceType),
        [.. convenant.Vocabulary.Axes.Select(a => Own(question.Codes.TryGetValue(a.Name, out var code) ? code : a.Default is { } value ? a.Values[value].Code : ""))],
        [.. question.Circumstances.Select(Own)]);

    private static string Own(string text) => new(text.AsSpan());
}
