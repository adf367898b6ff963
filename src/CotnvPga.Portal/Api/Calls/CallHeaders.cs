using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Portal.Api.Calls;

/// <summary>The headers of a call that mean something.</summary>
internal static class CallHeaders
{
    public const string Purpose = "Doel";
    public const string IdempotencyKey = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>The purpose that was asked for; null when none was.</summary>
    public static Purpose? ReadPurpose(IHeaderDictionary headers, List<FieldError> errors)
    {
        if (!headers.TryGetValue(Purpose, out var sent))
            return null;
        var purpose = sent.Count == 1 ? Codes.Parse<Purpose>(sent[0]) : null;
        if (purpose is null)
            errors.Add(new FieldError(Purpose, $"Dit doel kennen we niet. Kies uit: {string.Join(", ", Codes.All<Purpose>())}."));
        return purpose;
    }

    /// <summary>The idempotency key; null when none was sent.</summary>
    public static string? ReadKey(IHeaderDictionary headers, List<FieldError> errors)
    {
        if (!headers.TryGetValue(IdempotencyKey, out var sent))
            return null;
        if (sent is [{ Length: > 0 and <= LongestKey } key] && key.All(sign => sign is > ' ' and <= '~'))
            return key;
        errors.Add(new FieldError(IdempotencyKey, $"Gebruik één sleutel van ten hoogste {LongestKey} letters, cijfers en leestekens."));
        return null;
    }
}
