using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Rules;

/// <summary>Checks that rules fit together and cite what exists, and puts them in layers.</summary>
internal static class RuleBinder
{
    public static RuleBook Bind(Vocabulary vocabulary, SourceCatalogue sources, IReadOnlyList<Rule> rules, IReadOnlyList<Lifting> lifts, Place file, Findings findings)
    {
        var byId = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!byId.TryAdd(KeyOf(rule.Scope.Local, rule.Id), rule) || (rule.Scope.Local is not null && byId.ContainsKey(rule.Id)))
                findings.Error(Finding.DuplicateRule, rule.Place, $"De regel '{rule.Id}' bestaat al op {byId.GetValueOrDefault(rule.Id, byId[KeyOf(rule.Scope.Local, rule.Id)]).Place}.");
        }
        foreach (var rule in rules)
        {
            CheckGrounds(rule, sources, findings);
            CheckAxes(rule, vocabulary, findings);
            // The periods are those of the law; covenants begin and end on days of their own.
            if (vocabulary.Layers is [var highest, ..] && rule.Layer == highest.Code)
                CheckDays(rule, vocabulary, findings);
        }
        foreach (var lift in lifts)
            CheckLift(lift.Exception, lift.Target.Value, lift.Target.Place, byId, findings);
        var layers = new List<LayerRules>();
        foreach (var layer in vocabulary.Layers)
        {
            var own = rules.Where(r => r.Layer == layer.Code).ToList();
            if (own.Count > 0)
                layers.Add(Close(layer, own, layers.Count == 0, findings));
        }
        if (layers.Count == 0)
            findings.Error(Finding.MissingFile, file, "Er is geen enkele regel.");
        return new RuleBook(vocabulary, sources, layers);
    }

    private static LayerRules Close(Layer layer, List<Rule> rules, bool first, Findings findings)
    {
        var closing = rules.Where(r => r.Kind == RuleKind.Slot).ToList();
        foreach (var extra in closing.Skip(1))
            findings.Error(Finding.LayerDefault, extra.Place, $"De laag '{layer.Code}' heeft al een slot: '{closing[0].Id}'.");
        if (closing.Find(r => r.Scope != RuleScope.Everywhere) is { } local)
            findings.Error(Finding.LayerDefault, local.Place, $"Een slot geldt voor een hele laag en hoort niet in een artikel; maak van '{local.Id}' een verbod.");
        if (closing.Count == 0 && first)
            findings.Error(Finding.LayerDefault, rules[0].Place, $"De hoogste laag '{layer.Code}' heeft een regel met 'soort: slot' nodig: wat geen regel toestaat, blijft dicht.");
        return closing.Count > 0
            ? new LayerRules(layer, rules.FindAll(r => r.Kind != RuleKind.Slot), closing[0], [])
            : new LayerRules(layer, rules.FindAll(r => r.Kind != RuleKind.Toestaan), null, rules.FindAll(r => r.Kind == RuleKind.Toestaan));
    }

    private static string KeyOf(string? local, string id) => local is null ? id : $"{local}/{id}";

    /// <summary>A higher layer knows nothing of an axis that only lower ones make a difference by.</summary>
    private static void CheckAxes(Rule rule, Vocabulary vocabulary, Findings findings)
    {
        var layers = vocabulary.Layers.Select(l => l.Code).ToList();
        foreach (var name in rule.Where.Concat(rule.Unless).SelectMany(b => b.Axes.Keys).Distinct())
        {
            if (vocabulary.Axis(name) is { FromLayer: { } from } && layers.IndexOf(rule.Layer) < layers.IndexOf(from))
                findings.Error(Finding.LayerOfAxis, rule.Place, $"De regel '{rule.Id}' staat in de laag '{rule.Layer}' en noemt de as '{name}'; die telt pas vanaf de laag '{from}'.");
        }
    }

    // What closes needs no power; what opens must rest on law in force.
    private static void CheckGrounds(Rule rule, SourceCatalogue sources, Findings findings)
    {
        if (rule.Kind != RuleKind.Toestaan)
            return;
        foreach (var ground in rule.Grounds)
        {
            if (sources.Find(ground) is { } article && !article.Validity.Covers(rule.Validity))
                findings.Warning(Finding.ArticleNotInForce, rule.Place, $"De regel '{rule.Id}' geldt op dagen waarop {article.Citation} niet in werking is.");
        }
    }

    private static void CheckLift(Rule rule, string lifted, Place place, Dictionary<string, Rule> byId, Findings findings)
    {
        if (!byId.TryGetValue(KeyOf(rule.Scope.Local, lifted), out var target) && !byId.TryGetValue(lifted, out target))
            findings.Unknown(Finding.UnknownRule, place, "De regel", lifted, byId.Values.Select(r => r.Id));
        else if (target.Kind is not (RuleKind.Voorwaarde or RuleKind.Verbod))
            findings.Error(Finding.RuleKind, place, $"'{lifted}' is geen voorwaarde of verbod; alleen die hebben uitzonderingen.");
        else if (target.Layer != rule.Layer)
            findings.Error(Finding.RuleKind, place, $"'{lifted}' staat in de laag '{target.Layer}' en '{rule.Id}' in '{rule.Layer}': een laag heft geen regels van een andere laag op.");
    }

    private static void CheckDays(Rule rule, Vocabulary vocabulary, Findings findings)
    {
        foreach (var day in new[] { rule.Validity.From, rule.Validity.Until })
        {
            if (day is { } found && vocabulary.Periods.Count > 0 && !vocabulary.Periods.Contains(found))
                findings.Warning(Finding.DateOutsidePeriods, rule.Place, $"De regel '{rule.Id}' wisselt op {found:yyyy-MM-dd}, en die dag staat niet bij 'perioden' in het vocabulaire.");
        }
    }
}
