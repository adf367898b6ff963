using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>What jurists wrote down as never allowed (<c>nooit</c>), proven in every cell, or broken with a counterexample.</summary>
internal static class Never
{
    public static void Run(Study study)
    {
        var asked = Broken(study);
        foreach (var never in study.Read.Covenants.Invariants.Where(n => !asked.Contains(n)))
            study.Error(Finding.NeverAsked, never.Place, $"'{never.Id}' gaat over geen enkele vraag: de codes bij 'waar' komen nooit samen voor, of 'tenzij' haalt alles weg. Zo bewaakt het niets.");
    }

    /// <summary>Tells what is broken; returns everything that any cell was about.</summary>
    public static HashSet<Invariant> Broken(Study study)
    {
        var broken = new HashSet<Invariant>(ReferenceEqualityComparer.Instance);
        var asked = new HashSet<Invariant>(ReferenceEqualityComparer.Instance);
        foreach (var one in study.Cases.All)
        {
            foreach (var never in one.Never.Where(n => !broken.Contains(n)))
            {
                asked.Add(never);
                var open = OpenIn(one, never);
                if (open.IsEmpty)
                    continue;
                if (never.Without.Count > 0)
                    open = open.AndNot(one.Circumstances.All(never.Without));
                if (Circumstances.Smallest(open) is not { } set)
                    continue;
                broken.Add(never);
                var rule = one.Layers[0].Speaking.FirstOrDefault(r => r.Kind == Rules.RuleKind.Toestaan && one.Circumstances.Satisfying(r).Holds(set));
                study.Error(Finding.NeverBroken, never.Place,
                    $"'{never.Id}' wordt geschonden: {(never.Without.Count == 0 ? "dit gaat open" : $"dit gaat open zonder '{string.Join("' en '", never.Without.Except(one.Circumstances.Named(set)))}'")}{(rule is null ? "" : $" door {study.Named(rule)} op {rule.Place}")}. {never.Explanation}",
                    study.Cell.Of(one, set));
            }
        }
        return asked;
    }

    private static TruthTable OpenIn(Case one, Invariant never)
    {
        if (never.Layers.Count == 0)
            return one.Open;
        var open = TruthTable.Constant(one.Circumstances.Codes.Count, true);
        for (var i = 0; i < one.Layers.Count; i++)
        {
            if (never.Layers.Contains(one.Layers[i].Layer.Layer.Code))
                open = open.And(one.OpenIn(i));
        }
        return open;
    }
}
