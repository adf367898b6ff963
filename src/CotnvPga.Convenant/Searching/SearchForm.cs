using System.Text.Json;
using System.Text.Unicode;
using CotnvPga.Convenant.Asking;

namespace CotnvPga.Convenant.Searching;

/// <summary>Reads the form of a search. Not for use by two threads at once.</summary>
internal sealed class SearchForm(CompiledConvenant convenant)
{
    private static readonly string[] Naming = ["subject.type", "subject.id", "action.name", "resource.type", "resource.id"];

    private readonly QuestionScan _scan = new(new QuestionMembers(convenant.Vocabulary));

    /// <summary>Reads a search; the request is null when there is an error.</summary>
    public QuestionError? Read(SearchKind kind, byte[] json, out SearchRequest? request)
    {
        request = null;
        if (!Utf8.IsValid(json))
            return QuestionError.NotUtf8;
        try
        {
            return _scan.Walk(json) ?? ReadWhole(kind, JsonDocument.Parse(json).RootElement, out request);
        }
        catch (JsonException fault)
        {
            return QuestionError.NotJson(fault);
        }
        catch (InvalidOperationException)
        {
            return QuestionError.HalfSign;
        }
    }

    private QuestionError? ReadWhole(SearchKind kind, JsonElement root, out SearchRequest? request)
    {
        request = null;
        foreach (var path in Naming)
        {
            if (path != kind.Key() && CheckText(root, path) is { } absent)
                return absent;
        }
        if (ReadPage(root, out var page, out var wishes) is { } wrong)
            return wrong;
        request = new SearchRequest(kind, root, page!, SearchFingerprint.Of(kind, root, wishes, convenant.Hash));
        return null;
    }

    private static QuestionError? CheckText(JsonElement root, string path)
    {
        var (entity, name) = (path[..path.IndexOf('.', StringComparison.Ordinal)], path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        if (!root.TryGetProperty(entity, out var members) || !members.TryGetProperty(name, out var found))
            return new QuestionError(path, "Dit lid ontbreekt.");
        if (found.ValueKind != JsonValueKind.String)
            return new QuestionError(path, "Dit lid moet een tekst zijn.");
        // A text that cannot be read is found here, and not halfway through the search.
        _ = found.GetString();
        return null;
    }

    private static QuestionError? ReadPage(JsonElement root, out SearchPage? page, out JsonElement? wishes)
    {
        (page, wishes) = (new SearchPage(null, null), null);
        if (!root.TryGetProperty("page", out var sent))
            return null;
        if (sent.ValueKind != JsonValueKind.Object)
            return new QuestionError("page", "Dit lid moet een object zijn.");
        if (sent.TryGetProperty("properties", out var properties))
        {
            if (properties.ValueKind != JsonValueKind.Object)
                return new QuestionError("page.properties", "Dit lid moet een object zijn.");
            wishes = properties;
        }
        if (sent.TryGetProperty("token", out var token) && token.ValueKind != JsonValueKind.String)
            return new QuestionError("page.token", "Dit lid moet een tekst zijn.");
        long? most = null;
        if (sent.TryGetProperty("limit", out var limit))
        {
            if (!TryReadCount(limit, out var count))
                return new QuestionError("page.limit", "Dit lid moet een geheel getal van 0 of meer zijn.");
            most = count;
        }
        page = new SearchPage(most, token.ValueKind == JsonValueKind.String ? token.GetString() : null);
        return null;
    }

    /// <summary>A whole number, however JSON writes it; one that is larger than any result is as good as the largest there is.</summary>
    private static bool TryReadCount(JsonElement number, out long count)
    {
        count = 0;
        if (number.ValueKind != JsonValueKind.Number || !number.TryGetDouble(out var value) || value < 0 || value != Math.Truncate(value))
            return false;
        count = value < int.MaxValue ? (long)value : int.MaxValue;
        return true;
    }
}
