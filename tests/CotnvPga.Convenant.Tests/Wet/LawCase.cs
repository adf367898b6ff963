using System.Text.Json;
using CotnvPga.Convenant.Deciding;
using NodaTime.Text;

namespace CotnvPga.Convenant.Tests.Wet;

/// <summary>One line of <c>zaken.jsonl</c>: a question in the form of the access API with the answer it must get.</summary>
internal sealed record LawCase(string Line, Question Question, string Outcome, string Missing)
{
    public static IEnumerable<LawCase> All() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Wet", "zaken.jsonl")).Select(Read);

    private static LawCase Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var question = json.RootElement.GetProperty("vraag");
        var answer = json.RootElement.GetProperty("antwoord");
        var context = question.GetProperty("context");
        var codes = question.GetProperty("resource").GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
        codes["partij"] = question.GetProperty("subject").GetProperty("id").GetString()!;
        codes["handeling"] = question.GetProperty("action").GetProperty("name").GetString()!;
        codes["doel"] = context.GetProperty("doel").GetString()!;
        return new LawCase(
            line,
            new Question(
                question.GetProperty("resource").GetProperty("type").GetString()!,
                codes,
                LocalDatePattern.Iso.Parse(context.GetProperty("peildatum").GetString()!).Value,
                Strings(context.GetProperty("omstandigheden")).ToHashSet(),
                ["wet"]),
            answer.GetProperty("uitkomst").GetString()!,
            answer.TryGetProperty("ontbreekt", out var missing) ? Text(missing.EnumerateArray().Select(Strings)) : "");
    }

    public static string Text(IEnumerable<IEnumerable<string>> sets) => string.Join(" | ", sets.Select(s => string.Join(", ", s)));

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);
}
