namespace CotnvPga.Benchmarks.Peers.Law;

/// <summary>One row for peers that know only rows: it applies when every attribute is in its set and the circumstances fit.</summary>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="Allows">Whether it allows; else it withholds.</param>
/// <param name="Box">Where it applies.</param>
/// <param name="Held">Circumstances that must hold.</param>
/// <param name="NotHeld">Circumstances that must not hold.</param>
internal sealed record FlatRow(string Rule, bool Allows, PeerBox Box, IReadOnlyList<string> Held, IReadOnlyList<string> NotHeld)
{
    /// <summary>The rows of all rules.</summary>
    public static IReadOnlyList<FlatRow> Of(LawForPeers law) => [.. law.Rules.SelectMany(rule => Of(rule, law))];

    private static IEnumerable<FlatRow> Of(PeerRule rule, LawForPeers law) =>
        from box in FlatBoxes.Of(rule.Where, law)
        from circumstances in Circumstances(rule)
        select new FlatRow(rule.Id, rule.Allows, box, circumstances.Held, circumstances.NotHeld);

    /// <summary>A permission holds in one way per alternative; a condition withholds in one way per circumstance that may be missing.</summary>
    private static IEnumerable<(IReadOnlyList<string> Held, IReadOnlyList<string> NotHeld)> Circumstances(PeerRule rule)
    {
        if (rule.Allows)
            return rule.NeedsOneOf.Count == 0 ? [(rule.Needs, [])] : rule.NeedsOneOf.Select(one => ((IReadOnlyList<string>)[.. rule.Needs, one], (IReadOnlyList<string>)[]));
        if (rule.Needs.Count + rule.NeedsOneOf.Count == 0)
            return [(rule.When, [])];
        var missing = rule.Needs.Select(need => (rule.When, (IReadOnlyList<string>)[need]));
        return rule.NeedsOneOf.Count == 0 ? missing : missing.Append((rule.When, rule.NeedsOneOf));
    }
}
