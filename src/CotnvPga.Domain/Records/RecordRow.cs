using System.Text.Json;

namespace CotnvPga.Domain.Records;

/// <summary>One row of a field of rows: its answers by field, in one fixed form, so that equal rows are equal text.</summary>
public static class RecordRow
{
    /// <summary>The fixed form.</summary>
    public static string Write(SortedDictionary<string, string> row) => Canonical.Write(row);

    /// <summary>The answers of a row; null when the text is none.</summary>
    public static IReadOnlyDictionary<string, string>? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(text)?
                .Where(a => a.Value is not null).ToDictionary(a => a.Key, a => a.Value!, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
