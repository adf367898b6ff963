using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Casbin;

/// <summary>Casbin for Node.js.</summary>
internal sealed class CasbinPeer : INodePeer
{
    public string Name => "casbin";

    public string Script => "Casbin/casbin.mjs";

    public void Write(JsonObject input, LawForPeers law, IReadOnlyList<PeerQuestion> questions)
    {
        input["model"] = CasbinPolicies.Model(law);
        input["lines"] = new JsonArray([.. CasbinPolicies.Lines(law).Select(line => (JsonNode)line)]);
        input["attributes"] = new JsonArray([.. law.Attributes.Select(a => (JsonNode)a)]);
    }
}
