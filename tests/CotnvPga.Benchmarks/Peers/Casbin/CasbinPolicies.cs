using CotnvPga.Benchmarks.Peers.Law;

namespace CotnvPga.Benchmarks.Peers.Casbin;

/// <summary>The law in Casbin: a line per row, deny overrides, and three functions to look in a list.</summary>
internal static class CasbinPolicies
{
    /// <summary>The model: an attribute per column, then the circumstances that must and must not hold.</summary>
    public static string Model(LawForPeers law) => $"""
        [request_definition]
        r = {string.Join(", ", law.Attributes)}, omstandigheden
        [policy_definition]
        p = {string.Join(", ", law.Attributes)}, wel, niet, eft
        [policy_effect]
        e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
        [matchers]
        m = {string.Join(" && ", law.Attributes.Select(a => $"in_lijst(p.{a}, r.{a})"))} && alle(p.wel, r.omstandigheden) && geen(p.niet, r.omstandigheden)
        """;

    /// <summary>The policy lines.</summary>
    public static IReadOnlyList<string> Lines(LawForPeers law) =>
        [.. FlatRow.Of(law).Select(row => $"p, {string.Join(", ", law.Attributes.Select(a => Listed(row, a)))}, {Listed(row.Held)}, {Listed(row.NotHeld)}, {(row.Allows ? "allow" : "deny")}")];

    private static string Listed(FlatRow row, string attribute) => row.Box.Attributes.TryGetValue(attribute, out var values) ? Listed(values) : "*";

    private static string Listed(IReadOnlyList<string> values) => values.Count == 0 ? "*" : $"|{string.Join('|', values)}|";
}
