using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Zen;

/// <summary>The law as a GoRules decision table: a row per <see cref="FlatRow"/>, a column per attribute and per circumstance, all rows that fit collected.</summary>
internal static class ZenTable
{
    public static JsonObject Of(LawForPeers law)
    {
        var circumstances = CircumstancesOf(law);
        var inputs = law.Attributes.Concat(circumstances).Select(name => (JsonNode)new JsonObject { ["id"] = name, ["name"] = name, ["field"] = name });
        var rows = FlatRow.Of(law).Select((row, i) => (JsonNode)Row(row, i, law.Attributes, circumstances));
        var table = new JsonObject
        {
            ["hitPolicy"] = "collect",
            ["inputs"] = new JsonArray([.. inputs]),
            ["outputs"] = new JsonArray(new JsonObject { ["id"] = "o", ["name"] = "opent", ["field"] = "opent" }),
            ["rules"] = new JsonArray([.. rows]),
        };
        return new JsonObject
        {
            ["nodes"] = new JsonArray(
                new JsonObject { ["id"] = "in", ["type"] = "inputNode", ["name"] = "in" },
                new JsonObject { ["id"] = "t", ["type"] = "decisionTableNode", ["name"] = "t", ["content"] = table },
                new JsonObject { ["id"] = "uit", ["type"] = "outputNode", ["name"] = "uit" }),
            ["edges"] = new JsonArray(Edge("in", "t"), Edge("t", "uit")),
        };
    }

    /// <summary>The circumstances that have a column.</summary>
    public static IReadOnlyList<string> CircumstancesOf(LawForPeers law) =>
        [.. law.Rules.SelectMany(r => r.Needs.Concat(r.NeedsOneOf).Concat(r.When)).Distinct(StringComparer.Ordinal)];

    private static JsonObject Row(FlatRow row, int number, IReadOnlyList<string> attributes, IReadOnlyList<string> circumstances)
    {
        var cells = new JsonObject { ["_id"] = $"{row.Rule}-{number}", ["o"] = row.Allows ? "true" : "false" };
        foreach (var attribute in attributes)
            cells[attribute] = row.Box.Attributes.TryGetValue(attribute, out var values) ? string.Join(", ", values.Select(v => $"\"{v}\"")) : "";
        foreach (var circumstance in circumstances)
            cells[circumstance] = row.Held.Contains(circumstance) ? "true" : row.NotHeld.Contains(circumstance) ? "false" : "";
        return cells;
    }

    private static JsonObject Edge(string from, string to) => new() { ["id"] = $"{from}-{to}", ["type"] = "edge", ["sourceId"] = from, ["targetId"] = to };
}
