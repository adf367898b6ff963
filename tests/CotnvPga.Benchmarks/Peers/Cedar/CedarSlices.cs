using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Cedar;

/// <summary>
/// The form in which Cedar is fastest: the application itself chooses, per value of some attributes, the policies that can speak
/// there at all, and asks that small set. Cedar does not do this by itself.
/// </summary>
/// <param name="Name">What the sets are cut by.</param>
/// <param name="Attributes">The attributes that choose a set.</param>
internal sealed record CedarSlices(string Name, IReadOnlyList<string> Attributes)
{
    /// <summary>From no cut at all to one per everything that a whole view shares and the kind of item.</summary>
    public static readonly IReadOnlyList<CedarSlices> Forms =
    [
        new("alle regels in één verzameling", []),
        new("een verzameling per partij", ["partij"]),
        new("een verzameling per partij en categorie", ["partij", "categorie"]),
        new("een verzameling per partij, handeling, doel, fase en categorie", ["partij", "handeling", "doel", "fase", "categorie"]),
    ];

    /// <summary>The set that a question goes to.</summary>
    public string KeyOf(PeerQuestion question) => string.Join('/', Attributes.Select(a => question.Attributes[a]));

    /// <summary>The ids of the policies that can speak where the attributes have the values of this question.</summary>
    public IReadOnlyList<string> PoliciesFor(PeerQuestion question, LawForPeers law) =>
        [.. law.Rules.Where(r => r.Where.Boxes.Any(b => MaySpeak(b, question))).Select(r => r.Id)];

    private bool MaySpeak(PeerBox box, PeerQuestion question) =>
        Attributes.All(a => !box.Attributes.TryGetValue(a, out var values) || values.Contains(question.Attributes[a]));
}
