using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers;

/// <summary>A peer that runs in Node.js: the law in its own language, and the script that asks it.</summary>
internal interface INodePeer
{
    /// <summary>Package and version.</summary>
    string Name { get; }

    /// <summary>The script, from the folder of the peers.</summary>
    string Script { get; }

    /// <summary>The law in the language of the peer, added to what the script gets; the questions are there already.</summary>
    void Write(JsonObject input, LawForPeers law, IReadOnlyList<PeerQuestion> questions);
}
