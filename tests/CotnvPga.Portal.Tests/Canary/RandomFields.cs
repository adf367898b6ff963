using System.Text.RegularExpressions;

namespace CotnvPga.Portal.Tests.Canary;

/// <summary>
/// The published list of what differs from answer to answer and tells nothing: request id, date, nonce, antiforgery, cookies, and the
/// id that was asked for itself. All the rest must be equal, byte for byte.
/// </summary>
internal static partial class RandomFields
{
    private static readonly string[] Headers = ["Date", "X-Request-ID", "Content-Security-Policy", "Set-Cookie"];

    public static string Remove(string body, string askedFor) => Antiforgery().Replace(Nonce().Replace(body.Replace(askedFor, "ID", StringComparison.Ordinal), "nonce"), "antiforgery");

    public static IReadOnlyList<string> HeadersOf(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers)
            .Where(h => !Headers.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("nonce=\"[^\"]*\"")]
    private static partial Regex Nonce();

    // Everything that data protection encrypts begins like this.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Antiforgery();
}
