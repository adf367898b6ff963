using System.Buffers.Binary;

namespace CotnvPga.Domain.Attachments;

/// <summary>An image that is more than an image: something stands behind its end, it has no end, or it unpacks to more than a screen can hold.</summary>
internal static class ImageDanger
{
    private const string More = "Achter deze afbeelding staat nog iets anders. Maak er een nieuwe afbeelding van.";
    private const string TooMany = "Deze afbeelding heeft te veel beeldpunten: wie haar opent, loopt vast. Maak haar kleiner.";
    private const string Broken = "Deze afbeelding is niet heel. Maak er een nieuwe afbeelding van.";

    // More than any camera or scanner makes; a small file can say that it unpacks to much more.
    private const long MostPixels = 100_000_000;

    /// <summary>Walks over the parts of a png to its end.</summary>
    public static string? InPng(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var at = 8;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var name = bytes.Slice(at + 4, 4);
            var isEnd = name.SequenceEqual("IEND"u8);
            if (length > bytes.Length - at - 12)
                return Broken;
            if (length >= 8 && name.SequenceEqual("IHDR"u8)
                && IsTooLarge(BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 12)..])))
            {
                return TooMany;
            }
            at += 12 + (int)length;
            if (isEnd)
                return at == bytes.Length ? null : More;
        }
        return Broken;
    }

    /// <summary>A jpeg ends with its end mark; cameras may fill up with zeros.</summary>
    public static string? InJpeg(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span.TrimEnd((byte)0);
        if (!bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]))
            return More;
        return HasTooLargeFrame(bytes) ? TooMany : null;
    }

    /// <summary>Walks over the segments before the picture itself; a frame (SOF) says how high and wide it is.</summary>
    private static bool HasTooLargeFrame(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            var isFrame = bytes[at + 1] is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (isFrame && IsTooLarge(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..])))
                return true;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return false;
    }

    private static bool IsTooLarge(long width, long height) => width * height > MostPixels;
}
