using System.Text.Json;

namespace CotnvPga.Convenant.Searching;

/// <summary>A search of which the form is right: the entities are there, and what names them is text.</summary>
/// <param name="Kind">What is looked for.</param>
/// <param name="Root">The request.</param>
/// <param name="Page">Which part of the results is asked for.</param>
/// <param name="Fingerprint">Says which request this is: equal for two requests of which only the page differs.</param>
internal sealed record SearchRequest(SearchKind Kind, JsonElement Root, SearchPage Page, byte[] Fingerprint)
{
    /// <summary>Whether the request has a member.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>The text of a member that names an entity.</summary>
    public string Text(string path) => Find(path)!.Value.GetString()!;

    /// <summary>The value of a member; null when it is absent.</summary>
    public JsonElement? Find(string path)
    {
        var at = Root;
        foreach (var step in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return null;
        }
        return at;
    }
}

/// <summary>Which part of the results is asked for.</summary>
/// <param name="Limit">The most results that are wanted; null leaves it to the server.</param>
/// <param name="Token">Where an earlier answer stopped; null asks for the beginning.</param>
internal sealed record SearchPage(long? Limit, string? Token);
