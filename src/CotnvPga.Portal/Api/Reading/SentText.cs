using System.Text.Json;

namespace CotnvPga.Portal.Api.Reading;

/// <summary>Reads texts in JSON. One that spells out half a character (<c>\ud800</c>) is valid JSON and no text: reading it throws.</summary>
internal static class SentText
{
    /// <summary>The text; null when it holds half a character.</summary>
    public static string? Of(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The bytes that it writes in base64; null when it is none.</summary>
    public static byte[]? BytesOf(JsonElement text)
    {
        try
        {
            return text.TryGetBytesFromBase64(out var bytes) ? bytes : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
