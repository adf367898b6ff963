using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Benchmarks.Peers.Law;

/// <summary>A question as a peer gets it: a text per attribute, and the circumstances that hold.</summary>
/// <param name="Attributes">Attribute to value; <see cref="Absent"/> where the question has none.</param>
/// <param name="Circumstances">The circumstances that hold.</param>
internal sealed record PeerQuestion(IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Circumstances)
{
    /// <summary>The value of an attribute that a question does not have.</summary>
    public const string Absent = "-";

    /// <summary>The same question as the engine gets.</summary>
    public static PeerQuestion Of(Question question, LawForPeers law)
    {
        var attributes = law.Vocabulary.Axes.ToDictionary(a => a.Name, a => question.Codes.GetValueOrDefault(a.Name, Absent), StringComparer.Ordinal);
        foreach (var relation in law.Vocabulary.Relations)
            attributes[relation.Code] = LawForPeers.Holds(relation, attributes[relation.First], attributes[relation.Second]);
        return new PeerQuestion(attributes, [.. question.Circumstances]);
    }
}
