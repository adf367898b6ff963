namespace CotnvPga.Domain.Attachments;

/// <summary>A document as somebody sends it.</summary>
/// <param name="Name">Its name, with the extension.</param>
/// <param name="Content">Its bytes.</param>
public sealed record NewAttachment(string? Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Most bytes of one document.</summary>
    public const int LargestSize = 10 * 1024 * 1024;

    private const int LongestName = 200;

    /// <summary>The document, or everything that is wrong with it: the bytes say what it is, the extension must say the same.</summary>
    public Result<Attachment> Read()
    {
        List<FieldError> errors = [];
        var name = Path.GetFileName((Name ?? "").Replace('\\', '/')).Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            errors.Add(new FieldError("naam", $"Geef het document een naam van ten hoogste {LongestName} tekens."));
        if (Content.Length == 0)
            errors.Add(new FieldError("inhoud", "Kies een document. Er kwam niets aan."));
        else if (Content.Length > LargestSize)
            errors.Add(new FieldError("inhoud", $"Dit document is te groot. Gebruik ten hoogste {LargestSize / 1024 / 1024} MB."));
        if (errors.Count > 0)
            return new NotValid(errors);
        if (AttachmentKind.Of(Content.Span) is not { } kind)
            return new NotValid("inhoud", $"Dit soort document kan niet. Gebruik {AttachmentKind.Names}.");
        if (!kind.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()))
            return new NotValid("naam", $"De inhoud is {kind.Label}, maar de naam zegt iets anders. Gebruik {string.Join(" of ", kind.Extensions)}.");
        if (kind.Danger(Content) is { } danger)
            return new NotValid("inhoud", danger);
        return new Attachment(name, kind.Code, Content);
    }
}

/// <summary>A document that may be kept.</summary>
public sealed record Attachment(string Name, string Kind, ReadOnlyMemory<byte> Content);
