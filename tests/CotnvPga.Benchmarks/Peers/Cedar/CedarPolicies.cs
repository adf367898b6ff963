using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Cedar;

/// <summary>
/// The law in Cedar: a <c>permit</c> per permission, a <c>forbid</c> per ban or condition, <c>unless</c> for what is taken out and
/// for the circumstances that satisfy a condition. The party is the principal, the act the action, the category the resource;
/// the rest stands in the context.
/// </summary>
internal static class CedarPolicies
{
    /// <summary>Rule id to policy.</summary>
    public static IReadOnlyDictionary<string, string> Of(LawForPeers law) => law.Rules.ToDictionary(r => r.Id, Policy, StringComparer.Ordinal);

    private static string Policy(PeerRule rule)
    {
        var needs = Needs(rule);
        var clauses = new List<string> { $"when {{ {AnyOf(rule.Where.Boxes)} }}" };
        if (rule.When.Count > 0)
            clauses.Add($"when {{ {All(rule.When)} }}");
        if (needs is not null)
            clauses.Add($"{(rule.Allows ? "when" : "unless")} {{ {needs} }}");
        clauses.AddRange(rule.Where.Except.Select(e => $"unless {{ {Holds(e)} }}"));
        return $"{(rule.Allows ? "permit" : "forbid")}(principal, action, resource) {string.Join(' ', clauses)};";
    }

    private static string? Needs(PeerRule rule) => (rule.Needs.Count, rule.NeedsOneOf.Count) switch
    {
        (0, 0) => null,
        (_, 0) => All(rule.Needs),
        (0, _) => Any(rule.NeedsOneOf),
        _ => $"{All(rule.Needs)} && {Any(rule.NeedsOneOf)}",
    };

    private static string Holds(Scope scope) =>
        string.Join(" && ", scope.Except.Select(e => $"!({Holds(e)})").Prepend($"({AnyOf(scope.Boxes)})"));

    private static string AnyOf(IReadOnlyList<PeerBox> boxes) =>
        string.Join(" || ", boxes.Select(b => $"({string.Join(" && ", b.Attributes.Select(a => In(a.Key, a.Value)))})"));

    private static string In(string attribute, IReadOnlyList<string> values)
    {
        var (term, literal) = attribute switch
        {
            "partij" => ("principal", "Partij::"),
            "handeling" => ("action", "Action::"),
            "categorie" => ("resource", "Categorie::"),
            _ => ($"context.{attribute}", ""),
        };
        return values.Count == 1 ? $"{term} == {literal}\"{values[0]}\"" : $"[{string.Join(", ", values.Select(v => $"{literal}\"{v}\""))}].contains({term})";
    }

    private static string All(IReadOnlyList<string> circumstances) => circumstances.Count == 1
        ? $"context.omstandigheden.contains(\"{circumstances[0]}\")"
        : $"context.omstandigheden.containsAll([{Quoted(circumstances)}])";

    private static string Any(IReadOnlyList<string> circumstances) => $"context.omstandigheden.containsAny([{Quoted(circumstances)}])";

    private static string Quoted(IReadOnlyList<string> circumstances) => string.Join(", ", circumstances.Select(c => $"\"{c}\""));
}
