using System.Text.Json;
using System.Text.Unicode;
using CotnvPga.Domain;
using Microsoft.Net.Http.Headers;

namespace CotnvPga.Portal.Api.Reading;

/// <summary>
/// What came with a request. Reading is tolerant: what cannot be read counts as absent and is kept as an error, because whether the
/// caller may know of the case comes before what is wrong with the words.
/// </summary>
internal sealed class SentBody
{
    private const int DeepestNesting = 32;
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = DeepestNesting };

    private SentBody(byte[] bytes, JsonElement? root, List<FieldError> errors)
    {
        Bytes = bytes;
        Errors = errors;
        IsReadable = root is not null || errors.Count == 0;
        Members = new SentObject(root, "", errors);
    }

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes { get; }

    /// <summary>The members of the object that was sent.</summary>
    public SentObject Members { get; }

    /// <summary>Everything that could not be read so far; grows while <see cref="Members"/> is read.</summary>
    public List<FieldError> Errors { get; }

    /// <summary>False when the whole of it is no JSON object: what a service then says about single fields would be noise.</summary>
    public bool IsReadable { get; }

    /// <summary>Reads the body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <param name="required">Whether no body at all is an error.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The body, or <see cref="TooLarge"/> or <see cref="NoJson"/>.</returns>
    public static async Task<Result<SentBody>> ReadAsync(HttpRequest request, int limit, bool required, CancellationToken cancel)
    {
        if (!required && request.ContentType is null && request.ContentLength is null or 0)
            return new SentBody([], null, []);
        var read = await ReadBytesAsync(request, limit, cancel);
        if (!read.IsDone)
            return read.Refusal;
        var errors = new List<FieldError>();
        var root = Parse(read.Value, errors);
        if (root is { } known)
            MemberNames.FindDuplicates(known, "", errors);
        return new SentBody(read.Value, root, errors);
    }

    /// <summary>Reads the bytes of a JSON body.</summary>
    /// <returns>The bytes, or <see cref="TooLarge"/> or <see cref="NoJson"/>.</returns>
    public static async Task<Result<byte[]>> ReadBytesAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit || await ReadAllAsync(request.Body, limit, cancel) is not { } bytes)
            return new TooLarge(limit);
        return IsJson(request) ? bytes : new NoJson();
    }

    /// <summary>The JSON object in these bytes; null, with an error, when there is none.</summary>
    public static JsonElement? Parse(byte[] bytes, List<FieldError> errors)
    {
        if (bytes.Length == 0)
            return Unreadable("Er kwam geen inhoud aan.", errors);
        if (!Utf8.IsValid(bytes))
            return Unreadable("Dit is geen geldige UTF-8.", errors);
        try
        {
            var root = JsonDocument.Parse(bytes, JsonOptions).RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Unreadable("Stuur een JSON-object.", errors);
            return MemberNames.AreReadable(root) ? root : Unreadable("Een naam bevat een half teken.", errors);
        }
        catch (JsonException fault)
        {
            return Unreadable($"Dit is geen geldige JSON: kijk op regel {fault.LineNumber + 1}, teken {fault.BytePositionInLine + 1}.", errors);
        }
    }

    private static JsonElement? Unreadable(string why, List<FieldError> errors)
    {
        errors.Add(new FieldError(SentObject.Whole, why));
        return null;
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]?> ReadAllAsync(Stream body, int limit, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(piece, cancel)) > 0)
        {
            if (kept.Length + read > limit)
                return null;
            kept.Write(piece, 0, read);
        }
        return kept.ToArray();
    }
}
