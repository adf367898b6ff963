using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api.OpenApi;

/// <summary>Makes calls out of the description of the API: from what fits to what nobody would send.</summary>
internal sealed class MadeCalls
{
    private const int DeepestBody = 6;

    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1e400", "null", "'; drop table zaak.signaal; --", "<script>alert(1)</script>", "../../etc/passwd", "%00", "\u202e", "\ud83d\ude00", new('x', 9_000), "2026-02-30", "9999-12-31",
        "00000000-0000-0000-0000-000000000000", "{}", "[]", "K-", "*", "%", "_", "true", "S-2026-0001", "9901", "Jansen",
    ];

    private readonly ApiDescription _description;
    private readonly Random _random;
    private readonly IReadOnlyList<string> _ids;
    private readonly IReadOnlyList<(string Method, string Path, JsonObject Operation, JsonArray Shared)> _operations;

    public MadeCalls(ApiDescription description, Random random, IReadOnlyList<string> ids)
    {
        (_description, _random, _ids) = (description, random, ids);
        _operations =
        [
            .. from path in description.Document["paths"]!.AsObject()
               let server = (string)(path.Value!["servers"] ?? description.Document["servers"])![0]!["url"]!
               from operation in path.Value!.AsObject()
               where operation.Key is "get" or "post" or "put" or "patch" or "delete"
               select (operation.Key.ToUpperInvariant(), server + path.Key, operation.Value!.AsObject(), path.Value!["parameters"]?.AsArray() ?? []),
        ];
    }

    /// <summary>How many there are.</summary>
    public int Operations => _operations.Count;

    /// <summary>A call of the operation whose turn it is.</summary>
    public (string Method, string Path, string? Body, string Operation) Next(int turn)
    {
        var (method, path, operation, shared) = _operations[turn % _operations.Count];
        var address = path;
        var query = new List<string>();
        foreach (var parameter in shared.Concat(operation["parameters"]?.AsArray() ?? []).Select(p => _description.Resolve(p!)))
        {
            var name = (string)parameter["name"]!;
            var value = Uri.EscapeDataString(Text(parameter["schema"]?.AsObject()));
            switch ((string)parameter["in"]!)
            {
                case "path":
                    address = address.Replace($"{{{name}}}", value.Length == 0 ? "x" : value, StringComparison.Ordinal);
                    break;
                case "query" when _random.Next(2) == 0:
                    query.Add($"{name}={value}");
                    break;
            }
        }
        if (_random.Next(12) == 0)
            query.Add($"onbekend={Uri.EscapeDataString(Odd[_random.Next(Odd.Length)])}");
        var schema = operation["requestBody"] is { } asked ? _description.Resolve(asked)["content"]?["application/json"]?["schema"] : null;
        return (method, query.Count == 0 ? address : $"{address}?{string.Join('&', query)}", schema is null ? null : Body(schema), path);
    }

    private string Body(JsonNode schema)
    {
        var body = Value(schema, 0)?.ToJsonString() ?? "null";
        return _random.Next(20) switch
        {
            0 => body[..(body.Length / 2)],
            1 => $"[{body}]",
            2 => Odd[_random.Next(Odd.Length)],
            _ => body,
        };
    }

    private JsonNode? Value(JsonNode reference, int depth)
    {
        var schema = _description.Resolve(reference);
        if (depth > DeepestBody || _random.Next(25) == 0)
            return Strange();
        if (schema["oneOf"] is JsonArray choices)
            return Value(choices[_random.Next(choices.Count)]!, depth + 1);
        return Kind(schema) switch
        {
            "object" => Members(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => schema["items"] is { } of ? Value(of, depth + 1) : Strange())]),
            "boolean" => _random.Next(2) == 0,
            "integer" or "number" => _random.Next(4) == 0 ? int.MaxValue : _random.Next(-2, 400),
            _ => Text(schema),
        };
    }

    private static string? Kind(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => (string?)several[0],
        { } one => (string?)one,
        null => schema["properties"] is null ? null : "object",
    };

    private JsonObject Members(JsonObject schema, int depth)
    {
        var made = new JsonObject();
        var required = (schema["required"]?.AsArray() ?? []).Select(r => (string)r!).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, of) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) ? _random.Next(15) > 0 : _random.Next(2) == 0)
                made[name] = Value(of!, depth + 1);
        }
        if (schema["additionalProperties"] is JsonObject others)
            made[Odd[_random.Next(Odd.Length)]] = Value(others, depth + 1);
        if (_random.Next(15) == 0)
            made["onbekend"] = Strange();
        return made;
    }

    private JsonNode? Strange() => _random.Next(6) switch
    {
        0 => null,
        1 => new JsonArray(),
        2 => new JsonObject(),
        3 => _random.NextInt64(),
        4 => false,
        _ => Odd[_random.Next(Odd.Length)],
    };

    private string Text(JsonObject? schema)
    {
        var known = schema is null ? null : _description.Resolve(schema);
        if (_random.Next(6) == 0)
            return Odd[_random.Next(Odd.Length)];
        if (known?["enum"] is JsonArray codes)
            return codes[_random.Next(codes.Count)]?.ToString() ?? "";
        return (string?)known?["format"] switch
        {
            "uuid" => _ids[_random.Next(_ids.Count)],
            "date" => DateTimeOffset.UtcNow.AddDays(_random.Next(-400, 400)).ToString("yyyy-MM-dd", null),
            "date-time" => DateTimeOffset.UtcNow.AddDays(_random.Next(-40, 40)).ToString("yyyy-MM-ddTHH:mm:ssZ", null),
            _ => Kind(known ?? []) == "integer" ? _random.Next(0, 30).ToString(System.Globalization.CultureInfo.InvariantCulture) : $"Gewone woorden {_random.Next(100)}",
        };
    }
}
