using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing;

/// <summary>
/// Rules that could go without any answer changing. A ban also decides where it alone says why something is withheld: what is
/// closed on purpose is something else than what nobody thought of.
/// </summary>
internal static class Decisive
{
    public static void Run(Study study)
    {
        var deciding = new HashSet<Rule>(ReferenceEqualityComparer.Instance);
        var witness = new Dictionary<Rule, Case>(ReferenceEqualityComparer.Instance);
        foreach (var one in study.Cases.All)
        {
            for (var layer = 0; layer < one.Layers.Count; layer++)
            {
                foreach (var rule in one.Layers[layer].Speaking)
                {
                    witness.TryAdd(rule, one);
                    if (!deciding.Contains(rule) && Decides(one, layer, rule))
                        deciding.Add(rule);
                }
            }
        }
        var idle = study.Read.Book.Layers.SelectMany(l => l.Rules).Where(r => witness.ContainsKey(r) && !deciding.Contains(r)).ToHashSet(ReferenceEqualityComparer.Instance);
        var told = new HashSet<Rule>(ReferenceEqualityComparer.Instance);
        foreach (var rule in study.Read.Book.Layers.SelectMany(l => l.Rules).Where(idle.Contains))
        {
            if (Covering(study, rule).FirstOrDefault(c => !told.Contains(c)) is { } other)
                study.Warning(Finding.Redundant, rule.Place, rule.Id, $"{study.Named(rule)} zegt niets dat {study.Named(other)} op {other.Place} niet al zegt; een van beide kan weg.", study.Cell.Of(witness[rule].Part, witness[rule].Situation));
            else
                study.Warning(Finding.NeverDecides, rule.Place, rule.Id, $"Zonder {study.Named(rule)} blijft elk antwoord hetzelfde: andere regels doen overal al wat deze doet. Haal hem weg, of maak hem ruimer of strenger.", study.Cell.Of(witness[rule].Part, witness[rule].Situation));
            told.Add(rule);
        }
    }

    private static bool Decides(Case one, int layer, Rule rule)
    {
        var here = one.Layers[layer];
        if (rule.Kind == RuleKind.Verbod && rule.When.Count == 0 && here.Standing(RuleKind.Verbod).All(b => b.When.Count > 0 || ReferenceEquals(b, rule))
            && here.Standing(RuleKind.Verbod).Contains(rule))
            return true;
        var above = one.OpenAbove(layer);
        if (above.IsEmpty)
            return false;
        return !above.And(one.OpenIn(layer)).Same(above.And(here.Open(one.Circumstances, rule)));
    }

    /// <summary>Rules that alone do all that a rule does, wherever it holds.</summary>
    private static IEnumerable<Rule> Covering(Study study, Rule rule)
    {
        HashSet<Rule>? covering = null;
        foreach (var one in study.Cases.All)
        {
            var layer = one.Layers.FirstOrDefault(l => l.Speaking.Contains(rule, ReferenceEqualityComparer.Instance));
            if (layer is null || !layer.Standing(rule.Kind).Contains(rule, ReferenceEqualityComparer.Instance))
                continue;
            var others = one.Layers.TakeWhile(l => l != layer).Append(layer).SelectMany(l => l.Standing(rule.Kind)).Where(o => !ReferenceEquals(o, rule) && Covers(one, o, rule));
            if (covering is null)
                covering = others.ToHashSet<Rule>(ReferenceEqualityComparer.Instance);
            else
                covering.IntersectWith(others);
        }
        return (covering ?? []).OrderBy(r => r.Place);
    }

    private static bool Covers(Case one, Rule other, Rule rule) => rule.Kind switch
    {
        RuleKind.Toestaan => other.Layer == rule.Layer && one.Circumstances.Satisfying(rule).Within(one.Circumstances.Satisfying(other)),
        RuleKind.Voorwaarde or RuleKind.Verbod => one.Circumstances.Closing(rule).Within(one.Circumstances.Closing(other)),
        _ => rule.Lifts.All(other.Lifts.Contains),
    };
}
