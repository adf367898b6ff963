using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing;

/// <summary>
/// The proof that a lower layer never opens what a higher one closes: for every cell, day, place and set of circumstances.
/// What the engine gives is held against the higher layers as a lawyer reads them; and so is what a lower layer claims.
/// </summary>
internal static class Narrowing
{
    /// <summary>Every permission of a lower layer lies within what the layers above it leave open, whatever else is the case.</summary>
    /// <remarks>Circumstances that only close are left out: a claim cannot name them, and what they close stays closed.</remarks>
    public static void Claims(Study study)
    {
        var told = new HashSet<(Rule, Rule?)>();
        foreach (var one in study.Cases.All)
        {
            for (var layer = 1; layer < one.Layers.Count; layer++)
            {
                foreach (var claim in one.Layers[layer].Speaking.Where(one.Layers[layer].Layer.Claims.Contains))
                    Prove(study, one, layer, claim, told);
            }
        }
    }

    /// <summary>What the engine opens with more layers, it opens with fewer.</summary>
    /// <param name="study">The study.</param>
    /// <param name="ask">What the engine answers in a case, with that many layers, for every set of circumstances.</param>
    public static void Engine(Study study, Func<Case, int, TruthTable> ask)
    {
        foreach (var one in study.Cases.All.Where(c => c.Situation.Edition is not null))
        {
            for (var layers = 1; layers <= one.Layers.Count; layers++)
            {
                var wider = ask(one, layers).AndNot(one.OpenAbove(Math.Max(1, layers - 1)));
                if (Circumstances.Smallest(wider) is not { } set)
                    continue;
                var low = one.Layers[layers - 1].Speaking is [var first, ..] ? first : null;
                var high = one.KeptClosedBy(Math.Max(1, layers - 1), set);
                var place = (low ?? high)?.Place ?? new Place(".", 1, 1);
                study.Error(Finding.Widens, place,
                    $"Het systeem opent met {(low is null ? "deze laag" : study.Named(low))} wat een hogere laag sluit{(high is null ? "" : $": {study.Named(high)}")}. Dit is een fout in het programma; meld haar.", study.Cell.Of(one, set));
                return;
            }
        }
    }

    private static void Prove(Study study, Case one, int layer, Rule claim, HashSet<(Rule, Rule?)> told)
    {
        var claimed = one.Circumstances.Satisfying(claim).And(one.Circumstances.WithoutClosing());
        if (Circumstances.Smallest(claimed.AndNot(one.OpenAbove(layer))) is not { } set)
            return;
        var closes = one.KeptClosedBy(layer, set);
        if (!told.Add((claim, closes)))
            return;
        var closing = closes is null ? "" : closes.Kind switch
        {
            RuleKind.Voorwaarde => $"daar vraagt {study.Named(closes)} ook {Asked(closes)}; zet dat bij 'mits' of beperk 'waar'",
            RuleKind.Verbod => $"daar verbiedt {study.Named(closes)} het; beperk 'waar'",
            _ => $"daar staat geen regel het toe: {study.Named(closes)}; beperk 'waar', of zet bij 'mits' wat de hogere laag vraagt",
        };
        study.Error(Finding.Widens, claim.Place, $"{study.Named(claim)} zegt open te laten wat een hogere laag sluit: {closing}.", study.Cell.Of(one, set));
    }

    private static string Asked(Rule rule) =>
        string.Join(" en ", rule.Needs.Select(n => $"'{n}'").Append(rule.NeedsOneOf.Count == 0 ? null : $"een van '{string.Join("', '", rule.NeedsOneOf)}'").OfType<string>());
}
