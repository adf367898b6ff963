using System.Globalization;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Editions;

/// <summary>
/// Makes the editions: one for nowhere in particular, one for every municipality that a trial names, and one for every
/// version of a local covenant. Layers in which the same rules hold are one and the same, so that they are compiled once.
/// </summary>
internal sealed class EditionBuilder(RuleBook book, IReadOnlyList<Clause> national, IReadOnlyList<LocalCovenant> locals, ProcessModel process)
{
    private readonly List<LayerRules> _known = [];

    public IReadOnlyList<Edition> Build()
    {
        var editions = new List<Edition> { Make(0, null, null) };
        foreach (var municipality in national.SelectMany(c => c.Trial?.Municipalities ?? []).Distinct().Order(StringComparer.Ordinal))
            editions.Add(Make(editions.Count, municipality, null));
        foreach (var local in locals.OrderBy(l => l.Municipality, StringComparer.Ordinal).ThenBy(l => l.Validity.From))
            editions.Add(Make(editions.Count, local.Municipality, local));
        return editions;
    }

    private Edition Make(int index, string? municipality, LocalCovenant? local)
    {
        var choices = national.Where(c => c.Choice is not null)
            .GroupBy(c => c.Choice!.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => local?.Choices.GetValueOrDefault(g.Key) ?? g.First().Choice!.Strictest, StringComparer.Ordinal);
        var clauses = national.Where(c => c.Trial is null || (municipality is not null && c.Trial.Municipalities.Contains(municipality)))
            .Concat(local?.Clauses ?? []).ToList();
        return new Edition(index, municipality, local, choices, TermsOf(clauses, choices), clauses, RulesOf(municipality, local, choices));
    }

    private RuleBook RulesOf(string? municipality, LocalCovenant? local, Dictionary<string, string> choices) =>
        book with { Layers = [.. book.Layers.Select(layer => Shared(layer.Only(rule => rule.Scope.Holds(municipality, local?.Key, choices))))] };

    private LayerRules Shared(LayerRules layer)
    {
        var same = _known.Find(k => k.Layer == layer.Layer && k.Default == layer.Default && Same(k.Rules, layer.Rules) && Same(k.Claims, layer.Claims));
        if (same is null)
            _known.Add(same = layer);
        return same;
    }

    private static bool Same(IReadOnlyList<Rule> a, IReadOnlyList<Rule> b) => a.SequenceEqual(b, ReferenceEqualityComparer.Instance);

    private Dictionary<string, ParameterDefinition> TermsOf(List<Clause> clauses, Dictionary<string, string> choices)
    {
        var terms = process.Terms.ToDictionary(StringComparer.Ordinal);
        foreach (var clause in clauses)
        {
            if (clause is { TermCode: { } code, Choice: { } choice } && terms.TryGetValue(code, out var term)
                && int.TryParse(choices[choice.Code], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                terms[code] = term with { Value = value };
        }
        return terms;
    }
}
