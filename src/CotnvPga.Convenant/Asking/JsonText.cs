using System.Text.Json;

namespace CotnvPga.Convenant.Asking;

/// <summary>Reads a text that was found in JSON earlier.</summary>
internal static class JsonText
{
    /// <summary>The text of a JSON string, given with its quotes.</summary>
    public static string Of(ReadOnlySpan<byte> json, (int Start, int Length) quoted)
    {
        var reader = new Utf8JsonReader(json.Slice(quoted.Start, quoted.Length));
        reader.Read();
        return reader.GetString()!;
    }
}
