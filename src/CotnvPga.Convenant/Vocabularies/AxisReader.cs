using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Vocabularies;

/// <summary>Reads the axes of a vocabulary with their codes and groups.</summary>
internal sealed class AxisReader(MapReader root, SourceCatalogue sources, IReadOnlyList<Layer> layers, Findings findings)
{
    private const int MostCodes = 254;

    public IReadOnlyList<Axis> Read()
    {
        var groups = root.OptionalMap("groepen")?.Entries ?? [];
        var axes = new List<Axis>();
        foreach (var entry in root.RequiredMap("assen").Entries)
        {
            if (root.AsMap(entry.Value, entry.Key.Value) is { } map)
                axes.Add(ReadAxis(entry.Key.Value, axes.Count, map, groups));
        }
        foreach (var group in groups.Where(g => axes.TrueForAll(a => a.Name != g.Key.Value)))
            findings.Unknown(Finding.UnknownCode, group.Key.Place, "De as", group.Key.Value, axes.Select(a => a.Name));
        return axes;
    }

    private Axis ReadAxis(string name, int index, YamlMap map, IReadOnlyList<YamlEntry> groups)
    {
        var reader = new MapReader(map, $"De as '{name}'", findings);
        var list = reader.RequiredText("codes");
        var path = reader.RequiredText("pad").Value;
        var resourceType = reader.OptionalText("van")?.Value;
        var cites = reader.YesNo("artikel_telt");
        var otherwise = reader.OptionalText("standaard");
        var from = ReadLayer(reader, otherwise);
        reader.Done();

        var values = list.Value.Length == 0 ? [] : ReadValues(list.Value);
        if (values.Count is 0 or > MostCodes)
            findings.Error(Finding.TooMany, list.Place, $"De lijst '{list.Value}' heeft {values.Count} codes; dat moeten er 1 tot en met {MostCodes} zijn.");
        int? defaultValue = null;
        if (otherwise is not null)
        {
            var found = values.FindIndex(v => v.Code == otherwise.Value);
            if (found >= 0)
                defaultValue = found;
            else
                findings.Unknown(Finding.UnknownCode, otherwise.Place, "De code", otherwise.Value, values.Select(v => v.Code));
        }
        var named = groups.FirstOrDefault(g => g.Key.Value == name)?.Value;
        return new Axis(name, index, path, resourceType, defaultValue, cites, from, values, named is null ? NoGroups : ReadGroups(named, name, values));
    }

    /// <summary>An axis that higher layers do not know of needs a value for when it does not count.</summary>
    private string? ReadLayer(MapReader reader, YamlText? otherwise)
    {
        if (reader.OptionalText("vanaf") is not { } from)
            return null;
        if (layers.All(l => l.Code != from.Value))
            findings.Unknown(Finding.UnknownCode, from.Place, "De laag", from.Value, layers.Select(l => l.Code));
        if (otherwise is null)
            findings.Error(Finding.MissingKey, from.Place, "Een as met 'vanaf' heeft ook een 'standaard' nodig: de code voor als de as niet telt.");
        return from.Value;
    }

    private List<AxisValue> ReadValues(string list)
    {
        var values = new List<AxisValue>();
        foreach (var entry in root.RequiredMap(list).Entries)
        {
            if (root.AsMap(entry.Value, entry.Key.Value) is not { } map)
                continue;
            var reader = new MapReader(map, $"De code '{entry.Key.Value}'", findings);
            var label = reader.RequiredText("label").Value;
            values.Add(new AxisValue(entry.Key.Value, label, reader.OptionalText("kort")?.Value ?? label, reader.OptionalText("zin")?.Value ?? label, Articles.Known(reader.OptionalText("bron"), sources, findings)));
            reader.Done();
        }
        return values;
    }

    private Dictionary<string, IReadOnlyList<string>> ReadGroups(YamlNode node, string axis, List<AxisValue> values)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var codes = values.Select(v => v.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in root.AsMap(node, axis)?.Entries ?? [])
        {
            if (codes.Contains(entry.Key.Value))
                findings.Error(Finding.DuplicateCode, entry.Key.Place, $"'{entry.Key.Value}' is al een code op de as '{axis}'; geef de groep een andere naam.");
            var members = new List<string>();
            if (entry.Value is YamlList { Items.Count: 0 })
                findings.Error(Finding.EmptyValue, entry.Value.Place, $"De groep '{entry.Key.Value}' is leeg; een regel die haar noemt, zou nergens gelden.");
            foreach (var text in root.TextsOf(entry.Value, entry.Key.Value))
            {
                if (codes.Contains(text.Value))
                    members.Add(text.Value);
                else if (groups.TryGetValue(text.Value, out var group))
                    members.AddRange(group);
                else
                    findings.Unknown(Finding.UnknownCode, text.Place, $"Op de as '{axis}': de code of een eerder genoemde groep", text.Value, codes.Concat(groups.Keys));
            }
            groups[entry.Key.Value] = [.. members.Distinct(StringComparer.Ordinal)];
        }
        return groups;
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> NoGroups = [];
}
