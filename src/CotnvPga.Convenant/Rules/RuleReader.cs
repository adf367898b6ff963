using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Rules;

/// <summary>Reads one file of rules.</summary>
internal sealed class RuleReader(Vocabulary vocabulary, SourceCatalogue sources, Findings findings)
{
    private static readonly string[] Kinds = ["toestaan", "voorwaarde", "verbod", "uitzondering", "slot"];

    private readonly BoxReader _boxes = new(vocabulary, findings);
    private readonly List<Lifting> _lifts = [];

    /// <summary>Which rules the exceptions read so far lift, with the place where each is named.</summary>
    public IReadOnlyList<Lifting> Lifts => _lifts;

    public IReadOnlyList<Rule> Read(YamlMap file)
    {
        var root = new MapReader(file, "Een bestand met regels", findings);
        var layer = root.RequiredText("laag");
        if (layer.Value.Length > 0 && vocabulary.Layers.All(l => l.Code != layer.Value))
            findings.Unknown(Finding.UnknownCode, layer.Place, "De laag", layer.Value, vocabulary.Layers.Select(l => l.Code));
        var validity = root.OptionalValidity(findings) ?? Validity.Always;
        var rules = new List<Rule>();
        foreach (var node in root.RequiredList("regels"))
        {
            if (root.AsMap(node, "regels") is { } map)
                rules.Add(ReadRule(map, layer.Value, validity));
        }
        root.Done();
        return rules;
    }

    /// <summary>Reads one rule; what it does not say itself it has from its clause, when it stands in one.</summary>
    public Rule ReadRule(YamlMap map, string layer, Validity validity, ClauseFrame? clause = null)
    {
        var reader = new MapReader(map, "De regel", findings);
        var id = reader.RequiredText("id");
        reader = new MapReader(map, $"De regel '{id.Value}'", findings);
        reader.Optional("id");
        var kind = ReadKind(reader.RequiredText("soort"));
        var lifts = kind == RuleKind.Uitzondering ? reader.RequiredTexts("op") : reader.Texts("op");
        var rule = new Rule
        {
            Id = id.Value,
            Layer = layer,
            Kind = kind,
            Reading = reader.OptionalText("lezing")?.Value ?? "",
            Where = _boxes.Read(kind == RuleKind.Slot ? reader.Optional("waar") : reader.Required("waar"), "waar"),
            Unless = _boxes.Read(reader.Optional("tenzij"), "tenzij"),
            Needs = ReadCircumstances(reader.Texts("mits"), closing: false),
            NeedsOneOf = ReadCircumstances(reader.Texts("een_van"), closing: false),
            When = ReadCircumstances(reader.Texts("bij"), closing: true),
            Lifts = Values(lifts),
            Grounds = ReadGrounds(reader, clause),
            Validity = reader.OptionalValidity(findings) ?? validity,
            Certainty = clause is null ? reader.RequiredCertainty(findings) : reader.OptionalCertainty(findings) ?? clause.Certainty,
            Explanation = reader.RequiredText("toelichting").Value,
            Place = id.Place,
            Clause = clause?.Id,
            Scope = clause is null ? RuleScope.Everywhere : new RuleScope(clause.Local, clause.Municipalities, ReadChoices(reader)),
        };
        reader.Done();
        CheckShape(rule);
        _lifts.AddRange(lifts.Select(text => new Lifting(rule, text)));
        return rule;
    }

    private List<string> ReadGrounds(MapReader reader, ClauseFrame? clause)
    {
        if (clause is null)
            return Values(Articles.Known(reader.RequiredTexts("grondslag"), sources, findings));
        var own = Values(Articles.Known(reader.Texts("grondslag"), sources, findings));
        return [clause.Id, .. own.Count > 0 ? own : clause.Grounds];
    }

    private static Dictionary<string, string> ReadChoices(MapReader reader)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in reader.OptionalMap("bij_keuze")?.Entries ?? [])
            choices[entry.Key.Value] = reader.AsText(entry.Value, entry.Key.Value)?.Value ?? "";
        return choices;
    }

    private RuleKind ReadKind(YamlText text)
    {
        var kind = Array.IndexOf(Kinds, text.Value);
        if (kind >= 0)
            return (RuleKind)kind;
        var meant = text.Value.Length > 0 ? findings.Unknown(Finding.UnknownCode, text.Place, "De soort regel", text.Value, Kinds) : null;
        return meant is null ? RuleKind.Verbod : (RuleKind)Array.IndexOf(Kinds, meant);
    }

    private List<string> ReadCircumstances(IReadOnlyList<YamlText> texts, bool closing)
    {
        var codes = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (vocabulary.Circumstance(text.Value) is not { } circumstance)
            {
                if (findings.Unknown(Finding.UnknownCode, text.Place, "De omstandigheid", text.Value, vocabulary.Circumstances.Select(c => c.Code)) is { } meant)
                    codes.Add(meant);
            }
            else if (circumstance.Closes != closing)
                findings.Error(Finding.ClosingCircumstance, text.Place, closing
                    ? $"'{text.Value}' kan alleen iets openen; zet het in 'mits'. In 'bij' hoort een omstandigheid met 'werking: sluit'."
                    : $"'{text.Value}' kan alleen iets sluiten; zet het in 'bij'.");
            else
                codes.Add(text.Value);
        }
        return codes;
    }

    private void CheckShape(Rule rule)
    {
        if (rule.Kind == RuleKind.Voorwaarde && rule.Needs.Count + rule.NeedsOneOf.Count == 0)
            findings.Error(Finding.RuleKind, rule.Place, $"De voorwaarde '{rule.Id}' vraagt niets; geef 'mits' of 'een_van', of maak er een verbod van.");
        if (rule.Kind is not (RuleKind.Toestaan or RuleKind.Voorwaarde) && rule.Needs.Count + rule.NeedsOneOf.Count > 0)
            findings.Error(Finding.RuleKind, rule.Place, $"'{rule.Id}' is geen toestaan of voorwaarde; 'mits' en 'een_van' horen daar niet bij.");
        if (rule.Kind is not (RuleKind.Verbod or RuleKind.Voorwaarde) && rule.When.Count > 0)
            findings.Error(Finding.RuleKind, rule.Place, $"'{rule.Id}' is geen verbod of voorwaarde; 'bij' hoort daar niet bij.");
        if (rule.Kind != RuleKind.Uitzondering && rule.Lifts.Count > 0)
            findings.Error(Finding.RuleKind, rule.Place, $"'{rule.Id}' is geen uitzondering; 'op' hoort daar niet bij.");
        if (rule.Kind == RuleKind.Slot && rule.Where.Count + rule.Unless.Count > 0)
            findings.Error(Finding.RuleKind, rule.Place, $"Het slot '{rule.Id}' geldt overal; 'waar' en 'tenzij' horen daar niet bij.");
    }

    private static List<string> Values(IReadOnlyList<YamlText> texts)
    {
        var values = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (!values.Contains(text.Value))
                values.Add(text.Value);
        }
        return values;
    }
}

/// <summary>What the rules of a clause have from it.</summary>
internal sealed record ClauseFrame(string Id, IReadOnlyList<string> Grounds, Certainty Certainty, string? Local, IReadOnlyList<string>? Municipalities);

/// <summary>An exception and the rule it says to lift.</summary>
internal readonly record struct Lifting(Rule Exception, YamlText Target);
