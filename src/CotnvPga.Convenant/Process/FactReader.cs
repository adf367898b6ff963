using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads <c>feiten</c>, what a step can need, and <c>gezet_door</c>, who sets which circumstance.</summary>
internal sealed class FactReader(Vocabulary vocabulary, Findings findings)
{
    private readonly Dictionary<string, FactDefinition> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _setBy = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, FactDefinition> Facts => _facts;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> SetBy => _setBy;

    public void ReadFact(string code, YamlMap map)
    {
        var reader = new MapReader(map, $"Het feit '{code}'", findings);
        _facts[code] = new FactDefinition(
            code,
            reader.RequiredText("naam").Value,
            [.. reader.Texts("sluit_uit").Select(t => t.Value)],
            reader.OptionalText("termijn")?.Value,
            reader.OptionalText("redenen")?.Value);
        reader.Done();
    }

    public void ReadSetters(MapReader root)
    {
        foreach (var entry in root.OptionalMap("gezet_door")?.Entries ?? [])
        {
            if (vocabulary.Circumstance(entry.Key.Value) is null)
                findings.Unknown(Finding.UnknownCode, entry.Key.Place, "De omstandigheid", entry.Key.Value, vocabulary.Circumstances.Select(c => c.Code));
            _setBy[entry.Key.Value] = [.. root.TextsOf(entry.Value, entry.Key.Value).Select(t => t.Value)];
        }
    }
}
