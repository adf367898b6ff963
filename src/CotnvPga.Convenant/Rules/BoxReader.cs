using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Rules;

/// <summary>Reads boxes: <c>{fase: tafel, categorie: {behalve: relatie}, eigen: ja}</c>, one or a list of them.</summary>
internal sealed class BoxReader(Vocabulary vocabulary, Findings findings)
{
    public IReadOnlyList<Box> Read(YamlNode? node, string key)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMap map:
                return [ReadBox(map, key)];
            case YamlList list:
                var boxes = new List<Box>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    if (item is YamlMap one)
                        boxes.Add(ReadBox(one, key));
                    else
                        findings.Error(Finding.WrongKind, item.Place, $"In '{key}' hoort een vak, zoals {{fase: weging}}.");
                }
                if (boxes.Count == 0)
                    findings.Error(Finding.EmptyBox, list.Place, $"'{key}' is leeg.");
                return boxes;
            default:
                findings.Error(Finding.WrongKind, node.Place, $"'{key}' moet een vak zijn, zoals {{fase: weging}}, of een lijst van vakken.");
                return [];
        }
    }

    private Box ReadBox(YamlMap map, string key)
    {
        var axes = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var relations = new Dictionary<string, bool>(StringComparer.Ordinal);
        var reader = new MapReader(map, key, findings);
        foreach (var entry in map.Entries)
        {
            var name = entry.Key.Value;
            if (vocabulary.Axis(name) is { } axis)
                axes[name] = ReadCodes(axis, entry.Value, reader);
            else if (vocabulary.Relations.Any(r => r.Code == name))
                relations[name] = reader.YesNo(name);
            else if (findings.Unknown(Finding.UnknownKey, entry.Key.Place, "De as of relatie", name, vocabulary.Axes.Select(a => a.Name).Concat(vocabulary.Relations.Select(r => r.Code))) is { } meant && vocabulary.Axis(meant) is { } near)
                axes[meant] = ReadCodes(near, entry.Value, reader);
        }
        if (map.Entries.Count == 0)
            findings.Error(Finding.EmptyBox, map.Place, $"'{key}' is leeg; dan zou de regel overal gelden.");
        return new Box(axes, relations);
    }

    private IReadOnlySet<string> ReadCodes(Axis axis, YamlNode node, MapReader box)
    {
        if (node is not YamlMap map)
            return NotEmpty(AxisCodes.Expand(axis, box.TextsOf(node, axis.Name), findings), node);
        var reader = new MapReader(map, axis.Name, findings);
        var except = AxisCodes.Expand(axis, reader.RequiredTexts("behalve"), findings);
        reader.Done();
        return NotEmpty(axis.Codes.Where(c => !except.Contains(c)).ToHashSet(StringComparer.Ordinal), node);
    }

    private IReadOnlySet<string> NotEmpty(IReadOnlySet<string> codes, YamlNode node)
    {
        if (codes.Count == 0 && !findings.HasErrors)
            findings.Error(Finding.EmptyBox, node.Place, "Hier blijft geen enkele code over; de regel zou nergens gelden.");
        return codes;
    }
}
