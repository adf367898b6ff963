using System.Buffers.Binary;

namespace CotnvPga.Domain.Attachments;

/// <summary>An image that is more than an image: something stands behind its end, or it has no end.</summary>
internal static class ImageDanger
{
    private const string More = "Achter deze afbeelding staat nog iets anders. Maak er een nieuwe afbeelding van.";
    private const string Broken = "Deze afbeelding is niet heel. Maak er een nieuwe afbeelding van.";

    /// <summary>Walks over the parts of a png to its end.</summary>
    public static string? InPng(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var at = 8;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var isEnd = bytes.Slice(at + 4, 4).SequenceEqual("IEND"u8);
            if (length > bytes.Length - at - 12)
                return Broken;
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
        return bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? null : More;
    }
}
