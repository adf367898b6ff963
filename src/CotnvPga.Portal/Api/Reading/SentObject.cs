using System.Text.Json;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Api.Reading;

/// <summary>
/// An object of JSON, read member by member. A member of the wrong type gives an error with its path and counts as absent; null counts
/// as absent; a member that nobody asks for is ignored.
/// </summary>
internal sealed class SentObject(JsonElement? element, string path, List<FieldError> errors)
{
    /// <summary>The path of the whole of what was sent.</summary>
    public const string Whole = "$";

    private readonly int _errorsBefore = errors.Count;

    /// <summary>Whether everything asked of it so far could be read.</summary>
    public bool IsReadable => errors.Count == _errorsBefore;

    public string? Text(string name) => Find(name) is { } found ? TextOf(found, PathOf(name)) : null;

    /// <summary>Bytes, written in base64.</summary>
    public ReadOnlyMemory<byte> Bytes(string name)
    {
        if (Find(name) is not { } found)
            return default;
        if (found.ValueKind == JsonValueKind.String && SentText.BytesOf(found) is { } bytes)
            return bytes;
        errors.Add(new FieldError(PathOf(name), "Dit is geen base64."));
        return default;
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return found.GetBoolean();
        return Wrong<bool>(PathOf(name), "Dit moet true of false zijn.");
    }

    public int? Number(string name)
    {
        if (Find(name) is not { } found)
            return null;
        return found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : Wrong<int>(PathOf(name), "Dit moet een heel getal zijn.");
    }

    public LocalDate? Date(string name)
    {
        if (Find(name) is not { } found || TextOf(found, PathOf(name)) is not { } text)
            return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : Wrong<LocalDate>(PathOf(name), "Dit is geen datum. Schrijf jjjj-mm-dd.");
    }

    public SentObject? Object(string name)
    {
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind == JsonValueKind.Object)
            return new SentObject(found, PathOf(name), errors);
        errors.Add(new FieldError(PathOf(name), "Dit moet een object zijn."));
        return null;
    }

    /// <summary>An object, for which a text alone may stand.</summary>
    public (string? Text, SentObject? Object) TextOrObject(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } found => (TextOf(found, PathOf(name)), null),
        { ValueKind: JsonValueKind.Object } found => (null, new SentObject(found, PathOf(name), errors)),
        null => (null, null),
        _ => (Wrong(PathOf(name), "Dit moet tekst of een object zijn."), null),
    };

    /// <summary>A list of objects; null when absent.</summary>
    public IReadOnlyList<T>? Objects<T>(string name, Func<SentObject, T> read) => Elements(name, (found, at) =>
    {
        if (found.ValueKind == JsonValueKind.Object)
            return read(new SentObject(found, at, errors));
        // The error comes before the reading: whoever reads sees that it is not readable.
        var nothing = new SentObject(null, at, errors);
        errors.Add(new FieldError(at, "Dit moet een object zijn."));
        return read(nothing);
    });

    /// <summary>A list of texts; null when absent.</summary>
    public IReadOnlyList<string>? Texts(string name) => Elements(name, (found, at) => TextOf(found, at) ?? "");

    /// <summary>An object whose members are text, yes or no, a number, or a list of texts: each as texts, yes and no as <c>ja</c> and <c>nee</c>; null when absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Answers(string name)
    {
        if (Find(name) is not { } found)
            return null;
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (found.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new FieldError(PathOf(name), "Dit moet een object zijn."));
            return answers;
        }
        foreach (var member in found.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
            answers[member.Name] = AnswerOf(member.Value, $"{PathOf(name)}.{member.Name}");
        return answers;
    }

    private IReadOnlyList<string> AnswerOf(JsonElement found, string at) => found.ValueKind switch
    {
        JsonValueKind.True => ["ja"],
        JsonValueKind.False => ["nee"],
        JsonValueKind.Number => [found.GetRawText()],
        JsonValueKind.Array => [.. found.EnumerateArray().Select((one, index) => one.ValueKind == JsonValueKind.Object ? RowOf(one, $"{at}[{index}]") : TextOf(one, $"{at}[{index}]")).OfType<string>()],
        _ => TextOf(found, at) is { } text ? [text] : [],
    };

    /// <summary>A row of answers in its fixed form.</summary>
    private string RowOf(JsonElement row, string at)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null))
        {
            if (AnswerOf(member.Value, $"{at}.{member.Name}") is [var said, ..])
                answers[member.Name] = said;
        }
        return RecordRow.Write(answers);
    }

    /// <summary>A list of ids; null when absent.</summary>
    public IReadOnlyList<Guid>? Ids(string name) => Elements(name, IdOf);

    public Guid? Id(string name) => Find(name) is { } found ? IdOf(found, PathOf(name)) : null;

    private Guid IdOf(JsonElement found, string at) => TextOf(found, at) switch
    {
        null => default,
        var text when Guid.TryParseExact(text, "D", out var id) => id,
        _ => Wrong<Guid>(at, "Dit is geen id.") ?? default,
    };

    /// <summary>The elements of a list, each with its path; null when absent.</summary>
    public IReadOnlyList<T>? Elements<T>(string name, Func<JsonElement, string, T> read)
    {
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new FieldError(PathOf(name), "Dit moet een lijst zijn."));
            return null;
        }
        return [.. found.EnumerateArray().Select((one, index) => read(one, $"{PathOf(name)}[{index}]"))];
    }

    private string? TextOf(JsonElement found, string at)
    {
        if (found.ValueKind != JsonValueKind.String)
            return Wrong(at, "Dit moet tekst zijn.");
        if (SentText.Of(found) is not { } text)
            return Wrong(at, "Deze tekst bevat een half teken.");
        return text.Contains('\0', StringComparison.Ordinal) ? Wrong(at, "Deze tekst bevat een teken dat niet kan (nul).") : text;
    }

    private JsonElement? Find(string name) =>
        element is { } known && known.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private string? Wrong(string at, string message)
    {
        errors.Add(new FieldError(at, message));
        return null;
    }

    private T? Wrong<T>(string at, string message) where T : struct
    {
        errors.Add(new FieldError(at, message));
        return null;
    }
}
