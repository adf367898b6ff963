using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>One rule as somebody could have typed it, so that a counterexample reads as rule data.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Where">Its boxes, as YAML.</param>
/// <param name="Unless">Boxes that take it back; may be empty.</param>
/// <param name="Asks">What it asks for: <c>mits: …</c>; empty for nothing.</param>
/// <param name="When">Which closing circumstance it waits for; empty for none.</param>
/// <param name="Lifts">Ids that an exception lifts.</param>
/// <param name="Days">When it holds, as YAML; empty for always.</param>
/// <param name="Choice">The value of the choice <c>keus</c> that it waits for, in the model covenant; empty for any.</param>
internal sealed record RandomRule(
    string Id, RuleKind Kind, IReadOnlyList<string> Where, IReadOnlyList<string> Unless, string Asks, string When, IReadOnlyList<string> Lifts, string Days, string Choice)
{
    /// <summary>Whether it can only take away.</summary>
    public bool Narrows => Kind is RuleKind.Voorwaarde or RuleKind.Verbod;

    /// <summary>As a line of a list of rules.</summary>
    public string Yaml(string indent) =>
        $"{indent}- {{id: {Id}, soort: {Kind.ToString().ToLowerInvariant()}, waar: [{string.Join(", ", Where)}]"
        + (Unless.Count > 0 ? $", tenzij: [{string.Join(", ", Unless)}]" : "")
        + (Kind is RuleKind.Toestaan or RuleKind.Voorwaarde && Asks.Length > 0 ? $", {Asks}" : "")
        + (Narrows && When.Length > 0 ? $", bij: {When}" : "")
        + (Kind == RuleKind.Uitzondering ? $", op: [{string.Join(", ", Lifts)}]" : "")
        + (Days.Length > 0 ? $", geldig: {Days}" : "")
        + (Choice.Length > 0 ? $", bij_keuze: {{keus: {Choice}}}" : "")
        + ", grondslag: w:1, zekerheid: afgeleid, toelichting: Zin.}\n";
}
