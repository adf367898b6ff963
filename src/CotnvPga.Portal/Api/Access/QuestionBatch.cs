using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using CotnvPga.Convenant.Asking;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.Access;

/// <summary>Several questions at once, in the form of AuthZEN: what stands on top counts for every entry that does not say it itself.</summary>
internal sealed class QuestionBatch
{
    private const string Evaluations = "evaluations";
    private const string Options = "options";
    private const string Semantic = "evaluations_semantic";

    private static readonly string[] Shared = ["subject", "action", "resource", "context"];
    private static readonly string[] Semantics = ["execute_all", "deny_on_first_deny", "permit_on_first_permit"];

    private readonly JsonElement _root;
    private readonly bool? _stopAt;

    private QuestionBatch(JsonElement root, bool? stopAt) => (_root, _stopAt) = (root, stopAt);

    /// <summary>Whether there is no list of questions, so that the whole is one question.</summary>
    public bool IsSingle => !_root.TryGetProperty(Evaluations, out var entries) || entries.GetArrayLength() == 0;

    /// <summary>Reads the form of a batch; the questions in it are read one by one when they are answered.</summary>
    public static Result<QuestionBatch> Read(byte[] bytes)
    {
        var errors = new List<FieldError>();
        if (SentBody.Parse(bytes, errors) is not { } root)
            return new NotValid(errors);
        errors.AddRange(MemberNames.DuplicatesOf(root));
        // What is wrong inside an entry is wrong with that entry alone; what all of them share is not.
        foreach (var member in root.EnumerateObject().Where(m => m.Name != Evaluations))
            MemberNames.FindDuplicates(member.Value, member.Name, errors);
        foreach (var name in Shared.Append(Options))
            Check(root, name, JsonValueKind.Object, "Dit moet een object zijn.", errors);
        Check(root, Evaluations, JsonValueKind.Array, "Dit moet een lijst zijn.", errors);
        var semantic = ReadSemantic(root, errors);
        return errors.Count > 0 ? new NotValid(errors) : new QuestionBatch(root, StopAt(semantic));
    }

    /// <summary>Writes <c>{"evaluations": […]}</c>: an entry that cannot be understood is a no of its own, the others go on.</summary>
    public void Answer(AskedConvenant convenant, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray(Evaluations);
        foreach (var entry in _root.GetProperty(Evaluations).EnumerateArray())
        {
            var (answer, error) = convenant.Answer(Whole(entry));
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

    private static string ReadSemantic(JsonElement root, List<FieldError> errors)
    {
        if (!root.TryGetProperty(Options, out var options) || options.ValueKind != JsonValueKind.Object || !options.TryGetProperty(Semantic, out var sent))
            return Semantics[0];
        if (sent.ValueKind == JsonValueKind.String && SentText.Of(sent) is { } asked && Semantics.Contains(asked))
            return asked;
        errors.Add(new FieldError($"{Options}.{Semantic}", $"Kies uit: {string.Join(", ", Semantics)}."));
        return Semantics[0];
    }

    private static void Check(JsonElement root, string name, JsonValueKind kind, string message, List<FieldError> errors)
    {
        if (root.TryGetProperty(name, out var sent) && sent.ValueKind != kind)
            errors.Add(new FieldError(name, message));
    }

    private static bool? StopAt(string semantic) => semantic switch
    {
        "deny_on_first_deny" => false,
        "permit_on_first_permit" => true,
        _ => null,
    };

    /// <summary>The entry with the shared members that it does not have itself. Byte for byte, so that the reader still finds what is wrong in it.</summary>
    private ReadOnlySpan<byte> Whole(JsonElement entry)
    {
        var raw = JsonMarshal.GetRawUtf8Value(entry);
        if (entry.ValueKind != JsonValueKind.Object)
            return raw;
        var bytes = new ArrayBufferWriter<byte>(raw.Length + 512);
        bytes.Write(raw[..^1]);
        var isFirst = !entry.EnumerateObject().Any();
        foreach (var name in Shared)
        {
            if (entry.TryGetProperty(name, out _) || !_root.TryGetProperty(name, out var shared))
                continue;
            bytes.Write(isFirst ? "\""u8 : ",\""u8);
            bytes.Write(System.Text.Encoding.UTF8.GetBytes(name));
            bytes.Write("\":"u8);
            bytes.Write(JsonMarshal.GetRawUtf8Value(shared));
            isFirst = false;
        }
        bytes.Write("}"u8);
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
