using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Rules that say something that can never be: a box without a cell, a permission that a ban always closes, a fact that cannot hold there.</summary>
internal static class Contradictions
{
    /// <summary>Boxes in which no question can lie, such as a category at <c>deelnemen</c>.</summary>
    public static void Boxes(Study study)
    {
        var holding = new ulong[study.Cases.Parts[0].Boxes.Length];
        foreach (var part in study.Cases.Parts)
        {
            for (var w = 0; w < holding.Length; w++)
                holding[w] |= part.Boxes[w];
        }
        bool Exists(int box) => (holding[box >> 6] >> (box & 63) & 1) != 0;
        foreach (var speaker in study.Speakers)
        {
            if (speaker.What is not Rule rule)
                continue;
            for (var i = 0; i < speaker.Where.Length; i++)
            {
                if (!Exists(speaker.Where[i]))
                    study.Error(Finding.NoSuchCell, rule.Place, $"{Numbered(speaker.Where, i, "waar")} van de regel '{rule.Id}' bestaat niet: geen vraag heeft deze codes samen ({WordsOf(rule.Where[i])}).");
            }
            for (var i = 0; i < speaker.Unless.Length; i++)
            {
                if (!study.Cases.Parts.Any(p => p.Holds(speaker.Unless[i]) && Array.Exists(speaker.Where, p.Holds)))
                    study.Warning(Finding.UselessExclusion, rule.Place, rule.Id, $"{Numbered(speaker.Unless, i, "tenzij")} van de regel '{rule.Id}' haalt niets weg: het ligt buiten 'waar'.");
            }
            if (speaker.Where.All(Exists) && !study.Cases.Parts.Any(speaker.SpeaksIn))
                study.Error(Finding.NoSuchCell, rule.Place, $"'tenzij' van de regel '{rule.Id}' haalt alles weg wat bij 'waar' staat; zo geldt de regel nergens.");
        }
    }

    /// <summary>Permissions that bans of the same layer close in every cell, on every day.</summary>
    public static void Bans(Study study)
    {
        var works = new HashSet<Rule>(ReferenceEqualityComparer.Instance);
        var closed = new Dictionary<Rule, (Case Case, Rule Ban)>(ReferenceEqualityComparer.Instance);
        foreach (var one in study.Cases.All)
        {
            foreach (var layer in one.Layers)
            {
                var ban = layer.Standing(RuleKind.Verbod).FirstOrDefault(b => b.When.Count == 0);
                foreach (var permission in layer.Speaking.Where(r => r.Kind == RuleKind.Toestaan))
                {
                    if (ban is null)
                        works.Add(permission);
                    else
                        closed.TryAdd(permission, (one, ban));
                }
            }
        }
        foreach (var (permission, (one, ban)) in closed.Where(c => !works.Contains(c.Key)))
        {
            study.Error(Finding.Contradiction, permission.Place,
                $"{study.Named(permission)} staat iets toe, en overal waar hij geldt sluit een verbod dat weer, zoals {study.Named(ban)} op {ban.Place}. Haal een van beide weg, of maak een 'uitzondering'.",
                study.Cell.Of(one.Part, one.Situation));
        }
    }

    /// <summary>A fact of an item is asked where there is no item.</summary>
    public static void Facts(Study study)
    {
        foreach (var speaker in study.Speakers)
        {
            if (speaker.What is not Rule { NeedsOneOf.Count: 0 } rule || rule.Kind is not (RuleKind.Toestaan or RuleKind.Voorwaarde))
                continue;
            var ofItem = rule.Needs.FirstOrDefault(n => study.Words.Circumstance(n) is { Kind: Vocabularies.CircumstanceKind.Gegeven });
            var parts = study.Cases.Parts.Where(speaker.SpeaksIn).ToList();
            if (ofItem is not null && parts.Count > 0 && parts.TrueForAll(p => study.Words.ItemAxes.All(a => a.ResourceType != p.Type.Code)))
                study.Error(Finding.NeverMet, rule.Place, $"De regel '{rule.Id}' vraagt '{ofItem}', een feit van een gegeven, en geldt alleen waar geen gegeven is. Zo kan er nooit aan worden voldaan.", study.Cell.Of(parts[0]));
        }
    }

    private static string Numbered(int[] boxes, int index, string key) => boxes.Length == 1 ? $"'{key}'" : $"Vak {index + 1} van '{key}'";

    private static string WordsOf(Box box) =>
        string.Join(", ", box.Axes.Select(a => $"{a.Key}: {Short(a.Value)}").Concat(box.Relations.Select(r => $"{r.Key}: {(r.Value ? "ja" : "nee")}")));

    private static string Short(IReadOnlySet<string> codes) => codes.Count <= 4 ? string.Join("/", codes) : $"{string.Join("/", codes.Take(3))}/…";
}
