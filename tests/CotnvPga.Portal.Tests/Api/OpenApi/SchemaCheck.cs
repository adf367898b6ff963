using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace CotnvPga.Portal.Tests.Api.OpenApi;

/// <summary>Holds JSON against a schema. Closed: a member that the schema does not name is an error, unless it says that there may be more.</summary>
internal sealed class SchemaCheck(ApiDescription description)
{
    public IEnumerable<string> Errors(JsonNode reference, JsonNode? value, string at)
    {
        var schema = description.Resolve(reference);
        if (schema["oneOf"] is JsonArray choices)
            return choices.Count(choice => !Errors(choice!, value, at).Any()) == 1 ? [] : [$"{at} is not exactly one of its forms"];
        return [.. Type(schema, value, at), .. Enumeration(schema, value, at), .. Members(schema, value, at), .. Elements(schema, value, at), .. Form(schema, value, at)];
    }

    private static IEnumerable<string> Type(JsonObject schema, JsonNode? value, string at)
    {
        var kind = value?.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "integer",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "null",
        };
        if ((string?)schema["type"] is { } type && type != kind)
            yield return $"{at} is {kind}, not {type}";
    }

    private static IEnumerable<string> Enumeration(JsonObject schema, JsonNode? value, string at)
    {
        if (schema["enum"] is JsonArray codes && !codes.Any(code => JsonNode.DeepEquals(code, value)))
            yield return $"{at} is {value}, which is no known code";
    }

    private IEnumerable<string> Members(JsonObject schema, JsonNode? value, string at)
    {
        if (value is not JsonObject members)
            yield break;
        var known = schema["properties"]?.AsObject() ?? [];
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey((string)required!))
                yield return $"{at}.{required} is absent";
        }
        foreach (var (name, child) in members)
        {
            if (known[name] is { } of)
            {
                foreach (var error in Errors(of, child, $"{at}.{name}"))
                    yield return error;
            }
            else if (schema["additionalProperties"] is JsonObject others)
            {
                foreach (var error in Errors(others, child, $"{at}.{name}"))
                    yield return error;
            }
            else if ((bool?)schema["additionalProperties"] is not true)
            {
                yield return $"{at}.{name} is not described";
            }
        }
    }

    private IEnumerable<string> Elements(JsonObject schema, JsonNode? value, string at) =>
        value is JsonArray elements && schema["items"] is { } of ? elements.SelectMany((element, i) => Errors(of, element, $"{at}[{i}]")) : [];

    private static IEnumerable<string> Form(JsonObject schema, JsonNode? value, string at)
    {
        if (value?.GetValueKind() != JsonValueKind.String || schema["format"] is not { } format)
            yield break;
        var text = (string)value!;
        var right = (string)format! switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => LocalDatePattern.Iso.Parse(text).Success,
            "date-time" => text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => false,
        };
        if (!right)
            yield return $"{at} is no {format}: {text}";
    }
}
