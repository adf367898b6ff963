using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CotnvPga.Convenant.Searching;

/// <summary>
/// Says which request it is, so that a following page can be held to the request of the first: the same entities and wishes in
/// any order of members give the same bytes, anything else gives others. The convenant counts as well: when it changes, so do the results.
/// </summary>
internal static class SearchFingerprint
{
    private static readonly string[] Entities = ["subject", "action", "resource", "context"];

    /// <exception cref="InvalidOperationException">A text has half a surrogate pair.</exception>
    public static byte[] Of(SearchKind kind, JsonElement root, JsonElement? wishes, string convenant)
    {
        var text = new ArrayBufferWriter<byte>(512);
        Add(text, $"{(int)kind} {convenant}");
        foreach (var name in Entities)
        {
            Add(text, $"\n{name} ");
            if (kind != SearchKind.Action || name != kind.Entity())
                Add(text, root.TryGetProperty(name, out var entity) ? entity : null);
        }
        Add(text, "\npage ");
        Add(text, wishes);
        return SHA256.HashData(text.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> text, JsonElement? sent)
    {
        if (sent is not { } element)
            return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Add(text, "{");
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    Add(text, JsonSerializer.Serialize(member.Name));
                    Add(text, ":");
                    Add(text, member.Value);
                    Add(text, ",");
                }
                Add(text, "}");
                break;
            case JsonValueKind.Array:
                Add(text, "[");
                foreach (var one in element.EnumerateArray())
                {
                    Add(text, one);
                    Add(text, ",");
                }
                Add(text, "]");
                break;
            case JsonValueKind.String:
                // Fails on half a surrogate pair, before the search rests on it.
                Add(text, JsonSerializer.Serialize(element.GetString()));
                break;
            default:
                text.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
        }
    }

    private static void Add(ArrayBufferWriter<byte> text, string words) => Encoding.UTF8.GetBytes(words, text);
}
