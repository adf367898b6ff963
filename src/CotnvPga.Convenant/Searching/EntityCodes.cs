using System.Text.Json.Nodes;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Searching;

/// <summary>Writes codes of the vocabulary where a question says them.</summary>
internal static class EntityCodes
{
    /// <summary>Sets a member, with the objects it stands in; a path such as <c>resource.properties.fase</c>.</summary>
    public static void Set(this JsonObject into, string path, JsonNode value)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            if (into[step] is not JsonObject next)
                into[step] = next = [];
            into = next;
        }
        into[steps[^1]] = value;
    }

    /// <summary>A code as JSON writes it: text, or true and false on an axis that has just these.</summary>
    public static JsonNode Json(this Axis axis, int value)
    {
        var code = axis.Values[value].Code;
        return axis.IsYesNo ? JsonValue.Create(code == Axis.Yes) : JsonValue.Create(code);
    }
}
