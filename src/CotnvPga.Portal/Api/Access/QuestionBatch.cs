using System.Buffers;
using System.Text.Json;
using CotnvPga.Convenant.Asking;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.Access;

/// <summary>Several questions at once, in the form of AuthZEN: what stands on top counts for every entry that does not say it itself.</summary>
internal sealed class QuestionBatch
{
    private static readonly string[] Shared = ["subject", "action", "resource", "context"];
    private static readonly string[] Semantics = ["execute_all", "deny_on_first_deny", "permit_on_first_permit"];

    private readonly JsonElement _root;
    private readonly bool? _stopAt;

    private QuestionBatch(JsonElement root, IReadOnlyList<JsonElement> entries, bool? stopAt) => (_root, Entries, _stopAt) = (root, entries, stopAt);

    public IReadOnlyList<JsonElement> Entries { get; }

    /// <summary>Reads the form of a batch; the questions in it are read one by one when they are answered.</summary>
    public static Result<QuestionBatch> Read(byte[] bytes)
    {
        var errors = new List<FieldError>();
        if (SentBody.Parse(bytes, errors) is not { } root)
            return new NotValid(errors);
        errors.AddRange(MemberNames.DuplicatesOf(root));
        var body = new SentObject(root, "", errors);
        var semantic = body.Object("options")?.Text("evaluations_semantic") ?? Semantics[0];
        if (!Semantics.Contains(semantic))
            errors.Add(new FieldError("options.evaluations_semantic", $"Kies uit: {string.Join(", ", Semantics)}."));
        var entries = body.Elements("evaluations", (entry, _) => entry) ?? [];
        return errors.Count > 0 ? new NotValid(errors) : new QuestionBatch(root, entries, StopAt(semantic));
    }

    /// <summary>Writes <c>{"evaluations": […]}</c>: an entry that cannot be understood is a no of its own, the others go on.</summary>
    public void Answer(QuestionReaders readers, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("evaluations"u8);
        foreach (var entry in Entries)
        {
            var (answer, error) = readers.Answer(Whole(entry));
            if (answer is null)
                WriteError(json, error!);
            else
                AnswerWriter.Write(json, answer);
            if ((answer?.Decision ?? false) == _stopAt)
                break;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool? StopAt(string semantic) => semantic switch
    {
        "deny_on_first_deny" => false,
        "permit_on_first_permit" => true,
        _ => null,
    };

    /// <summary>The entry with the shared members that it does not have itself. Raw, so that the reader still finds what is double in it.</summary>
    private ReadOnlySpan<byte> Whole(JsonElement entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        if (entry.ValueKind != JsonValueKind.Object)
            return System.Text.Encoding.UTF8.GetBytes(entry.GetRawText());
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var own in entry.EnumerateObject())
                own.WriteTo(json);
            foreach (var name in Shared)
            {
                if (!entry.TryGetProperty(name, out _) && _root.TryGetProperty(name, out var shared))
                {
                    json.WritePropertyName(name);
                    shared.WriteTo(json);
                }
            }
            json.WriteEndObject();
        }
        return bytes.WrittenSpan;
    }

    private static void WriteError(Utf8JsonWriter json, QuestionError error)
    {
        json.WriteStartObject();
        json.WriteBoolean("decision"u8, false);
        json.WriteStartObject("context"u8);
        json.WriteStartObject("error"u8);
        json.WriteNumber("status"u8, StatusCodes.Status400BadRequest);
        json.WriteString("message"u8, $"{error.Field}: {error.Message}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
