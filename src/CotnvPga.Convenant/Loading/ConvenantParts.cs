using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Loading;

/// <summary>The files of a convenant by what they hold; a file says what it is by its own keys, not by its name.</summary>
internal sealed class ConvenantParts
{
    private static readonly string[] ProcessKeys = ["start", "stappen", "nevenstappen", "termijnen", "criteria", "redenen", "lidmaatschappen", "feiten", "gezet_door", "stukken", "interventies", "verwerkingen", "berichten", "lopend", "gebieden", "tabellen", "registers", "vlaggen"];
    private static readonly string[] KnownKeys = ["assen", "bronnen", "velden", "regels", "artikelen", "gemeente", "convenant", "nooit", "bewust", .. ProcessKeys];

    /// <summary>Whether a file could not be read or is not there: what refers to it would only give more findings of the same fault.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Every file that could be read.</summary>
    public List<YamlMap> All { get; } = [];

    public YamlMap? Vocabulary { get; private set; }

    public YamlMap? Sources { get; private set; }

    public YamlMap? Fields { get; private set; }

    public List<YamlMap> Rules { get; } = [];

    public List<YamlMap> Process { get; } = [];

    /// <summary>Chapters of national covenants, and versions of local ones.</summary>
    public List<YamlMap> Covenants { get; } = [];

    /// <summary>What national covenants say of themselves.</summary>
    public List<YamlMap> CovenantTexts { get; } = [];

    public List<YamlMap> Invariants { get; } = [];
    /// <summary>What looks like a slip and is meant.</summary>
    public List<YamlMap> Deliberate { get; } = [];

    public static ConvenantParts Sort(IReadOnlyList<RuleFile> files, Findings findings)
    {
        var parts = new ConvenantParts();
        foreach (var file in files)
        {
            if (YamlTree.Read(file, findings) is { } map)
                parts.Add(map, findings);
            else
                parts.IsIncomplete = true;
        }
        var start = new Place(files.Count > 0 ? files[0].Path : ".", 1, 1);
        if (parts.IsIncomplete)
            return parts;
        if (parts.Vocabulary is null)
            findings.Error(Finding.MissingFile, start, "Er is geen bestand met 'assen' (het vocabulaire).");
        if (parts.Sources is null)
            findings.Error(Finding.MissingFile, start, "Er is geen bestand met 'bronnen'.");
        parts.IsIncomplete = parts.Vocabulary is null || parts.Sources is null;
        return parts;
    }

    private void Add(YamlMap map, Findings findings)
    {
        All.Add(map);
        bool Has(string key) => map.Entries.Any(e => e.Key.Value == key);
        if (Has("regels"))
            Rules.Add(map);
        else if (Has("assen"))
            Vocabulary = Once(Vocabulary, map, "het vocabulaire", findings);
        else if (Has("bronnen"))
            Sources = Once(Sources, map, "de bronnen", findings);
        else if (Has("artikelen") || Has("gemeente"))
            Covenants.Add(map);
        else if (Has("convenant"))
            CovenantTexts.Add(map);
        else if (Has("nooit"))
            Invariants.Add(map);
        else if (Has("velden"))
            Fields = Once(Fields, map, "de velden", findings);
        else if (Has("bewust"))
            Deliberate.Add(map);
        else if (ProcessKeys.Any(Has))
            Process.Add(map);
        else
            Refuse(map, findings);
    }

    private void Refuse(YamlMap map, Findings findings)
    {
        IsIncomplete = true;
        if (map.Entries.Count == 0)
        {
            findings.Error(Finding.EmptyValue, map.Place, "Dit bestand is leeg.");
            return;
        }
        var key = map.Entries.Select(e => e.Key).FirstOrDefault(k => Nearest.To(k.Value, KnownKeys) is not null) ?? map.Entries[0].Key;
        findings.Unknown(Finding.UnknownKey, key.Place, "Dit bestand is niet te herkennen: de sleutel", key.Value, KnownKeys);
    }

    private static YamlMap Once(YamlMap? known, YamlMap map, string what, Findings findings)
    {
        if (known is not null)
            findings.Error(Finding.DuplicateFile, map.Place, $"Er is al een bestand met {what}: {known.Place.File}.");
        return known ?? map;
    }
}
