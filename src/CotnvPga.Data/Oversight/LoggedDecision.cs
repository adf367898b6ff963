using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using NodaTime.Text;

namespace CotnvPga.Data.Oversight;

/// <summary>
/// What a line of the log keeps of a decision, beside its own columns, so that it can be made again and compared. The nature
/// of the item is not in it: that is looked up while the item exists, and a destroyed case leaves nothing special behind.
/// </summary>
internal sealed record LoggedDecision
{
    [JsonPropertyName("fase")] public required string Phase { get; init; }

    [JsonPropertyName("partij")] public required string Party { get; init; }

    [JsonPropertyName("rol")] public string? Role { get; init; }

    [JsonPropertyName("peildatum")] public required string Day { get; init; }

    [JsonPropertyName("omstandigheden")] public required IReadOnlyList<string> Circumstances { get; init; }

    [JsonPropertyName("vlaggen")] public required int Flags { get; init; }

    [JsonPropertyName("uitgave")] public required int Edition { get; init; }

    [JsonPropertyName("modelconvenant")] public string? Model { get; init; }

    [JsonPropertyName("lokaal")] public required string Local { get; init; }

    [JsonPropertyName("periode")] public string? Period { get; init; }

    [JsonPropertyName("regels")] public required IReadOnlyList<string> Rules { get; init; }

    [JsonPropertyName("antwoord")] public required string AnswerHash { get; init; }

    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true };

    public static LoggedDecision Of(ViewQuestion question, int flags, Answer answer) => new()
    {
        Phase = question.Phase,
        Party = question.Party,
        Role = question.Role,
        Day = LocalDatePattern.Iso.Format(question.Date),
        Circumstances = [.. question.ViewerCircumstances.Order(StringComparer.Ordinal)],
        Flags = flags,
        Edition = question.Edition?.Index ?? 0,
        Model = answer.Receipt.Model,
        Local = answer.Receipt.Edition,
        Period = answer.Receipt.Period is { } period ? LocalDatePattern.Iso.Format(period) : null,
        Rules = answer.Receipt.Rules,
        AnswerHash = HashOf(answer),
    };

    /// <summary>The receipt of a line; null when what stands there is none.</summary>
    public static LoggedDecision? Read(string receipt)
    {
        try
        {
            return JsonSerializer.Deserialize<LoggedDecision>(receipt, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The decision made again under the same rule data; null when no engine of that rule data was ever asked this.</summary>
    public (Answer Answer, LoggedDecision Decision)? Again(CompiledConvenant convenant, string act, string purpose, string category, string nature, string supplier)
    {
        var day = LocalDatePattern.Iso.Parse(Day);
        if (!day.Success || Edition < 0 || Edition >= convenant.Editions.Count)
            return null;
        var question = new ViewQuestion(Party, act, purpose, Phase, day.Value, Circumstances.ToHashSet(StringComparer.Ordinal), Role: Role, Edition: convenant.Editions[Edition]);
        try
        {
            var answer = convenant.View(question).Explain(category, nature, supplier, Flags);
            return (answer, Of(question, Flags, answer));
        }
        catch (ArgumentException)
        {
            // A code or a combination of flags that this rule data does not have: whatever wrote it, it was not the engine.
            return null;
        }
    }

    /// <summary>Whether another receipt says the same but for the answer.</summary>
    public bool SaysTheSame(LoggedDecision other) =>
        Rules.SequenceEqual(other.Rules) && Circumstances.SequenceEqual(other.Circumstances)
        && this == other with { Rules = Rules, Circumstances = Circumstances, AnswerHash = AnswerHash };

    private static string HashOf(Answer answer)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, AnswerWriter.Options))
            AnswerWriter.Write(json, answer);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }
}
