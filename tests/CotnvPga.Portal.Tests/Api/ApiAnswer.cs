using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(string Asked, string Address, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Bytes) ?? throw new InvalidOperationException("The answer is empty.");

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode? this[string member] => Json[member];

    public static async Task<ApiAnswer> ReadAsync(HttpMethod method, HttpResponseMessage response) => new(
        $"{method} {response.RequestMessage!.RequestUri!.PathAndQuery}",
        response.RequestMessage.RequestUri.AbsolutePath,
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsByteArrayAsync());

    /// <summary>The answer itself, when it has this status; what it says when it has not.</summary>
    public ApiAnswer Is(HttpStatusCode expected)
    {
        Status.ShouldBe(expected, $"{Asked}: {Text}");
        return this;
    }

    /// <summary>The fields that a refusal with 400 names.</summary>
    public IEnumerable<string> WrongFields => Is(HttpStatusCode.BadRequest)["fouten"]!.AsArray().Select(f => (string)f!["veld"]!);

    /// <summary>What a refusal with 409 says is missing.</summary>
    public IEnumerable<string> Missing => Is(HttpStatusCode.Conflict)["ontbreekt"]!.AsArray().Select(m => (string)m!);
}
