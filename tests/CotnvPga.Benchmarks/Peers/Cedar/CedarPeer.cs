using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Cedar;

/// <summary>Cedar, compiled to WebAssembly, with its policies parsed beforehand.</summary>
internal sealed class CedarPeer : INodePeer
{
    public string Name => "@cedar-policy/cedar-wasm";

    public string Script => "Cedar/cedar.mjs";

    public void Write(JsonObject input, LawForPeers law, IReadOnlyList<PeerQuestion> questions)
    {
        input["policies"] = new JsonObject(CedarPolicies.Of(law).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
        input["forms"] = new JsonArray([.. CedarSlices.Forms.Select(form => (JsonNode)Form(form, law, questions))]);
    }

    /// <summary>The sets of policies of one way of cutting, each once, and which of them every question goes to.</summary>
    private static JsonObject Form(CedarSlices slices, LawForPeers law, IReadOnlyList<PeerQuestion> questions)
    {
        var sets = new JsonObject();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var setOf = new JsonArray();
        foreach (var question in questions)
        {
            var key = slices.KeyOf(question);
            if (!known.TryGetValue(key, out var set))
            {
                var policies = slices.PoliciesFor(question, law);
                known[key] = set = string.Join('+', policies);
                sets[set] ??= new JsonArray([.. policies.Select(id => (JsonNode)id)]);
            }
            setOf.Add((JsonNode)set);
        }
        return new JsonObject { ["name"] = slices.Name, ["sets"] = sets, ["setOf"] = setOf };
    }
}
