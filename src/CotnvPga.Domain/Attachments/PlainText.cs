using System.Text.Unicode;

namespace CotnvPga.Domain.Attachments;

/// <summary>Text that cannot be anything else: UTF-8 without control signs.</summary>
internal static class PlainText
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static bool IsIt(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        // A program or a script for a shell says so in its first signs.
        if (text.StartsWith("MZ"u8) || text.StartsWith("#!"u8) || text.StartsWith("{\\rtf"u8) || !Utf8.IsValid(text))
            return false;
        foreach (var sign in text)
        {
            if (sign < 0x20 && sign is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') || sign == 0x7F)
                return false;
        }
        return true;
    }
}
