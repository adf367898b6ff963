using System.IO.Compression;
using System.Text;

namespace CotnvPga.Domain.Attachments;

/// <summary>
/// A pdf that can do something: run script, start a program, open or fetch by itself, carry files. The names of such parts are looked for
/// outside streams and inside the streams that hold objects; a pdf in which they cannot be looked for is refused.
/// </summary>
internal static class PdfDanger
{
    private const int MostUnpacked = 64 * 1024 * 1024;

    private static readonly string[] Active =
    [
        "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "AA", "RichMedia", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie", "Sound",
    ];

    public static string? In(ReadOnlyMemory<byte> content)
    {
        // One byte one sign, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(content.Span);
        var outside = new StringBuilder(text.Length);
        var unpacked = 0;
        var at = 0;
        while (NextStream(text, at) is var (start, body, end) && start >= 0)
        {
            outside.Append(text, at, body - at);
            var words = WordsBefore(text, start);
            if (HasName(words, "ObjStm") || HasName(words, "XRef"))
            {
                if (Unpack(content[body..end], words, ref unpacked) is not { } inside)
                    return "Deze pdf kan niet worden nagekeken. Druk haar opnieuw af naar pdf.";
                outside.Append('\n').Append(inside).Append('\n');
            }
            at = end;
        }
        outside.Append(text, at, text.Length - at);
        var all = Unescape(outside.ToString());
        if (HasName(all, "Encrypt"))
            return "Deze pdf heeft een wachtwoord of beveiliging en kan niet worden nagekeken. Haal die er eerst af.";
        return Active.Any(name => HasName(all, name)) || OpensBySomethingElseThanAPlace(all)
            ? "Deze pdf bevat iets dat zelf kan starten (een script, een bijlage of een actie). Druk haar opnieuw af naar pdf."
            : null;
    }

    private static (int Start, int Body, int End) NextStream(string text, int from)
    {
        var start = text.IndexOf("stream", from, StringComparison.Ordinal);
        while (start > 2 && text.AsSpan(start - 3, 3).SequenceEqual("end"))
            start = text.IndexOf("stream", start + 6, StringComparison.Ordinal);
        if (start < 0)
            return (-1, 0, 0);
        var body = start + 6;
        if (body < text.Length && text[body] == '\r')
            body++;
        if (body < text.Length && text[body] == '\n')
            body++;
        var end = text.IndexOf("endstream", body, StringComparison.Ordinal);
        return (start, body, end < 0 ? text.Length : end);
    }

    /// <summary>The dictionary of a stream: what stands between its object's beginning and the word stream.</summary>
    private static string WordsBefore(string text, int stream)
    {
        var begin = text.LastIndexOf("obj", stream, StringComparison.Ordinal);
        return Unescape(text[Math.Max(begin, 0)..stream]);
    }

    private static string? Unpack(ReadOnlyMemory<byte> packed, string words, ref int unpacked)
    {
        if (!words.Contains("/Filter", StringComparison.Ordinal))
            return Encoding.Latin1.GetString(packed.Span);
        // Only one way of packing objects is in common use; any other is a way to hide them.
        if (!HasName(words, "FlateDecode") || HasName(words, "ASCIIHexDecode") || HasName(words, "ASCII85Decode") || HasName(words, "LZWDecode") || HasName(words, "Crypt"))
            return null;
        using var source = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var result = new MemoryStream();
        var piece = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = source.Read(piece)) > 0)
            {
                unpacked += read;
                if (unpacked > MostUnpacked)
                    return null;
                result.Write(piece, 0, read);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
        return Encoding.Latin1.GetString(result.ToArray());
    }

    /// <summary>Names may be written with codes (<c>/J#61vaScript</c>).</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains('#', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '#' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                plain.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }
        return plain.ToString();
    }

    /// <summary>A pdf may say at which page it opens (a list); anything else that happens on opening is an action.</summary>
    private static bool OpensBySomethingElseThanAPlace(string text)
    {
        const string Word = "/OpenAction";
        for (var at = text.IndexOf(Word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Word, at + 1, StringComparison.Ordinal))
        {
            if (!text[(at + Word.Length)..].TrimStart().StartsWith('['))
                return true;
        }
        return false;
    }

    private static bool HasName(string text, string name)
    {
        for (var at = text.IndexOf("/" + name, StringComparison.Ordinal); at >= 0; at = text.IndexOf("/" + name, at + 1, StringComparison.Ordinal))
        {
            var next = at + name.Length + 1;
            if (next >= text.Length || !char.IsAsciiLetterOrDigit(text[next]))
                return true;
        }
        return false;
    }
}
