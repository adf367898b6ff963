namespace CotnvPga.Domain.Attachments;

/// <summary>A kind of document that may be kept: how its bytes begin, what it is sent back as, and what makes it dangerous.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name in a sentence.</param>
/// <param name="MediaType">What a browser is told that it is.</param>
/// <param name="Extensions">Extensions that fit.</param>
public sealed record AttachmentKind(string Code, string Label, string MediaType, IReadOnlyList<string> Extensions)
{
    private Func<ReadOnlySpan<byte>, bool> Fits { get; init; } = _ => false;

    private Func<ReadOnlyMemory<byte>, string?> LooksFor { get; init; } = _ => null;

    private static readonly AttachmentKind[] All =
    [
        new("pdf", "een pdf", "application/pdf", [".pdf"]) { Fits = bytes => bytes.StartsWith("%PDF-"u8), LooksFor = PdfDanger.In },
        new("png", "een png", "image/png", [".png"]) { Fits = bytes => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), LooksFor = ImageDanger.InPng },
        new("jpeg", "een jpeg", "image/jpeg", [".jpg", ".jpeg"]) { Fits = bytes => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]), LooksFor = ImageDanger.InJpeg },
        new("docx", "een Word-document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]) { Fits = bytes => bytes.StartsWith("PK\u0003\u0004"u8), LooksFor = DocxDanger.In },
        // Last: everything that is plain text and nothing else.
        new("txt", "platte tekst", "text/plain; charset=utf-8", [".txt"]) { Fits = PlainText.IsIt, LooksFor = _ => null },
    ];

    /// <summary>The kinds in words.</summary>
    public static string Names => "pdf, png, jpeg, txt of docx";

    /// <summary>What these bytes are; null when it is none of the kinds.</summary>
    public static AttachmentKind? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var kind in All)
        {
            if (kind.Fits(bytes))
                return kind;
        }
        return null;
    }

    /// <summary>The media type of a kind.</summary>
    public static string MediaTypeOf(string code) => All.First(k => k.Code == code).MediaType;

    /// <summary>Why these bytes are refused, for people; null when nothing was found.</summary>
    public string? Danger(ReadOnlyMemory<byte> bytes) => LooksFor(bytes);
}
