using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Zen;

/// <summary>The decision tables of GoRules.</summary>
internal sealed class ZenPeer : INodePeer
{
    public string Name => "@gorules/zen-engine";

    public string Script => "Zen/zen.mjs";

    public void Write(JsonObject input, LawForPeers law, IReadOnlyList<PeerQuestion> questions)
    {
        input["table"] = ZenTable.Of(law);
        input["circumstances"] = new JsonArray([.. ZenTable.CircumstancesOf(law).Select(c => (JsonNode)c)]);
    }
}
