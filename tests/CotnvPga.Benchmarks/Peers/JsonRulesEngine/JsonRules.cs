using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.JsonRulesEngine;

/// <summary>The law for json-rules-engine: a rule per rule, with <c>all</c>, <c>any</c> and <c>not</c>; its event says whether it opens or closes.</summary>
internal static class JsonRules
{
    public static JsonArray Of(LawForPeers law) => new([.. law.Rules.Select(r => (JsonNode)new JsonObject
    {
        ["name"] = r.Id,
        ["conditions"] = All(Conditions(r)),
        ["event"] = new JsonObject { ["type"] = r.Allows ? "opent" : "sluit" },
    })]);

    private static IEnumerable<JsonObject> Conditions(PeerRule rule)
    {
        yield return Holds(rule.Where);
        foreach (var when in rule.When)
            yield return Held(when);
        if (rule.Needs.Count + rule.NeedsOneOf.Count == 0)
            yield break;
        var needs = rule.Needs.Select(Held).ToList();
        if (rule.NeedsOneOf.Count > 0)
            needs.Add(Any(rule.NeedsOneOf.Select(Held)));
        yield return rule.Allows ? All(needs) : Not(All(needs));
    }

    private static JsonObject Holds(Scope scope) => All([Any(scope.Boxes.Select(Holds)), .. scope.Except.Select(e => Not(Holds(e)))]);

    private static JsonObject Holds(PeerBox box) => All(box.Attributes.Select(a => Fact(a.Key, "in", new JsonArray([.. a.Value.Select(v => (JsonNode)v)]))));

    private static JsonObject Held(string circumstance) => Fact("omstandigheden", "contains", circumstance);

    private static JsonObject Fact(string fact, string test, JsonNode value) => new() { ["fact"] = fact, ["operator"] = test, ["value"] = value };

    private static JsonObject All(IEnumerable<JsonObject> parts) => new() { ["all"] = new JsonArray([.. parts]) };

    private static JsonObject Any(IEnumerable<JsonObject> parts) => new() { ["any"] = new JsonArray([.. parts]) };

    private static JsonObject Not(JsonObject part) => new() { ["not"] = part };
}
