using System.Text.Json;
using System.Text.Json.Nodes;

namespace CotnvPga.Convenant.Searching;

/// <summary>What a search found: one page of it.</summary>
/// <param name="Results">Entities for which an evaluation of the same question says yes, in the order of the vocabulary.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="NextToken">What to send for the next page; empty when there is none.</param>
public sealed record SearchAnswer(IReadOnlyList<JsonObject> Results, int Total, string NextToken)
{
    /// <summary>Writes <c>{"page": …, "results": […]}</c>, the page first, so that a reader can show how far it is.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteStartObject("page"u8);
        json.WriteString("next_token"u8, NextToken);
        json.WriteNumber("count"u8, Results.Count);
        json.WriteNumber("total"u8, Total);
        json.WriteEndObject();
        json.WriteStartArray("results"u8);
        foreach (var result in Results)
            result.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
