using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.JsonRulesEngine;

/// <summary>json-rules-engine for Node.js.</summary>
internal sealed class JsonRulesPeer : INodePeer
{
    public string Name => "json-rules-engine";

    public string Script => "JsonRulesEngine/json-rules-engine.mjs";

    public void Write(JsonObject input, LawForPeers law, IReadOnlyList<PeerQuestion> questions) => input["rules"] = JsonRules.Of(law);
}
