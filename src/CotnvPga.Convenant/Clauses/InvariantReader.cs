using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Reads the list <c>nooit</c>.</summary>
internal sealed class InvariantReader(Vocabulary vocabulary, SourceCatalogue sources, Findings findings)
{
    private readonly BoxReader _boxes = new(vocabulary, findings);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<Invariant> Read(YamlMap file)
    {
        var root = new MapReader(file, "Het bestand met wat nooit mag", findings);
        var invariants = new List<Invariant>();
        foreach (var node in root.RequiredList("nooit"))
        {
            if (root.AsMap(node, "nooit") is { } map)
                invariants.Add(ReadOne(map));
        }
        root.Done();
        return invariants;
    }

    private Invariant ReadOne(YamlMap map)
    {
        var reader = new MapReader(map, "Wat nooit mag", findings);
        var id = reader.RequiredText("id");
        reader = new MapReader(map, $"Wat nooit mag ('{id.Value}')", findings);
        reader.Optional("id");
        if (!_ids.Add(id.Value))
            findings.Error(Finding.DuplicateCode, id.Place, $"'{id.Value}' staat al bij wat nooit mag.");
        var without = reader.Texts("zonder");
        foreach (var text in without.Where(t => vocabulary.Circumstance(t.Value) is not { Closes: false }))
            findings.Unknown(Finding.UnknownCode, text.Place, "De omstandigheid die opent", text.Value, vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code));
        var layers = reader.Texts("lagen");
        foreach (var text in layers.Where(t => vocabulary.Layers.All(l => l.Code != t.Value)))
            findings.Unknown(Finding.UnknownCode, text.Place, "De laag", text.Value, vocabulary.Layers.Select(l => l.Code));
        var invariant = new Invariant(
            id.Value,
            _boxes.Read(reader.Required("waar"), "waar"),
            _boxes.Read(reader.Optional("tenzij"), "tenzij"),
            [.. without.Select(t => t.Value)],
            [.. layers.Select(t => t.Value)],
            [.. Articles.Known(reader.RequiredTexts("grondslag"), sources, findings).Select(t => t.Value)],
            reader.RequiredCertainty(findings),
            reader.RequiredText("toelichting").Value,
            id.Place);
        reader.Done();
        return invariant;
    }
}
