namespace CotnvPga.Convenant.Rules;

/// <summary>Where a rule of a covenant holds: everywhere, in one municipality, in those of a trial, or only where something was chosen.</summary>
/// <param name="Local">Key of the local covenant it stands in (<c>9901@2026.1</c>); null in a national one.</param>
/// <param name="Municipalities">The municipalities of its trial; null when it is no trial.</param>
/// <param name="Choices">Code of a choice to the value it must have.</param>
public sealed record RuleScope(string? Local, IReadOnlyList<string>? Municipalities, IReadOnlyDictionary<string, string> Choices)
{
    /// <summary>Holds everywhere.</summary>
    public static readonly RuleScope Everywhere = new(null, null, new Dictionary<string, string>());

    /// <summary>Whether the rule holds for a municipality, under its local covenant and what was chosen there.</summary>
    public bool Holds(string? municipality, string? local, IReadOnlyDictionary<string, string> chosen) =>
        (Local is null || Local == local)
        && (Municipalities is null || (municipality is not null && Municipalities.Contains(municipality)))
        && Choices.All(c => chosen.TryGetValue(c.Key, out var value) && value == c.Value);
}
