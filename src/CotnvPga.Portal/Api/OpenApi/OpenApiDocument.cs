using System.Reflection;
using System.Text.Json.Nodes;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using YamlDotNet.Serialization;

namespace CotnvPga.Portal.Api.OpenApi;

/// <summary>
/// The description of the API, written by hand in the YAML files of this folder and put together once. Tests hold it to the routes and
/// to every answer; lists of codes come from the convenant.
/// </summary>
internal sealed class OpenApiDocument(CompiledConvenant convenant)
{
    private const string Folder = "CotnvPga.Portal.Api.OpenApi.";
    private const string CodesKey = "x-codes";

    private readonly Lazy<byte[]> _json = new(() => ApiJson.Write(Build(convenant)));

    /// <summary>The document as JSON.</summary>
    public ReadOnlyMemory<byte> Json => _json.Value;

    private static JsonObject Build(CompiledConvenant convenant)
    {
        var parts = Parts().ToList();
        var whole = parts.Single(p => p.ContainsKey("openapi"));
        foreach (var part in parts.Where(p => p != whole))
            Merge(part, whole);
        FillCodes(whole, convenant);
        return whole;
    }

    private static IEnumerable<JsonObject> Parts()
    {
        var reader = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (JsonObject)ToJson(reader.Deserialize<object>(text));
        }
    }

    private static JsonNode ToJson(object? yaml) => yaml switch
    {
        null => throw new InvalidDataException("A value is empty: a comma in a text between braces needs quotes."),
        IDictionary<object, object> map => new JsonObject(map.Select(m => KeyValuePair.Create((string)m.Key, (JsonNode?)ToJson(m.Value)))),
        IEnumerable<object> list => new JsonArray([.. list.Select(ToJson)]),
        _ => JsonValue.Create(yaml)!,
    };

    private static void Merge(JsonObject part, JsonObject into)
    {
        foreach (var (name, value) in part.ToList())
        {
            part.Remove(name);
            if (into[name] is JsonObject known && value is JsonObject more)
                Merge(more, known);
            else
                into.Add(name, value);
        }
    }

    private static void FillCodes(JsonNode? node, CompiledConvenant convenant)
    {
        foreach (var child in node switch { JsonObject o => o.Select(m => m.Value).ToList(), JsonArray a => [.. a], _ => [] })
            FillCodes(child, convenant);
        if (node is not JsonObject schema || schema[CodesKey] is not { } list)
            return;
        schema.Remove(CodesKey);
        schema["enum"] = new JsonArray([.. CodesOf((string)list!, convenant).Select(code => JsonValue.Create(code))]);
    }

    private static IEnumerable<string> CodesOf(string list, CompiledConvenant convenant) => list.Split('.') switch
    {
        ["veld"] => convenant.Fields.Keys,
        ["stap"] => convenant.Process.Steps.Where(s => s.Manner != StepManner.Proces).Select(s => s.Code),
        ["stuk"] => convenant.Process.Records.Select(r => r.Code),
        ["criterium"] => convenant.Process.Criteria.Keys,
        ["oordeel"] => Codes.All<Verdict>(),
        ["reden", var reasons] => convenant.Process.Reasons[reasons].Select(r => r.Code),
        [var axis, var group] => convenant.GroupOf(axis, group).Order(StringComparer.Ordinal),
        [var axis] => convenant.CodesOf(axis),
        _ => throw new InvalidDataException($"'{list}' is no list of codes."),
    };
}
