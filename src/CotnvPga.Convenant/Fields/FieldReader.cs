using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Fields;

/// <summary>Reads <c>velden.yaml</c>.</summary>
internal sealed class FieldReader(YamlMap file, Vocabulary vocabulary, Findings findings)
{
    public IReadOnlyDictionary<string, FieldDefinition> Read()
    {
        var root = new MapReader(file, "Het bestand met velden", findings);
        var fields = new Dictionary<string, FieldDefinition>(StringComparer.Ordinal);
        foreach (var entry in root.RequiredMap("velden").Entries)
        {
            if (root.AsMap(entry.Value, entry.Key.Value) is not { } map)
                continue;
            var reader = new MapReader(map, $"Het veld '{entry.Key.Value}'", findings);
            fields.Add(entry.Key.Value, new FieldDefinition(
                entry.Key.Value,
                reader.RequiredText("label").Value,
                Known("categorie", reader.RequiredText("categorie")),
                reader.OptionalText("bijzonder") is { } nature ? Known("bijzonder", nature) : DefaultNature(),
                reader.RequiredTexts("verstrekkers").Select(s => Known("verstrekker", s)).ToHashSet(StringComparer.Ordinal)));
            reader.Done();
        }
        root.Done();
        return fields;
    }

    private string DefaultNature() =>
        vocabulary.Axis("bijzonder") is { Default: { } value } axis ? axis.Values[value].Code : "";

    private string Known(string axisName, YamlText text)
    {
        if (vocabulary.Axis(axisName) is not { } axis)
            findings.Error(Finding.UnknownCode, text.Place, $"Een veld heeft de as '{axisName}' nodig, en die staat niet in het vocabulaire.");
        else if (text.Value.Length > 0 && axis.IndexOf(text.Value) < 0)
            findings.Unknown(Finding.UnknownCode, text.Place, $"Op de as '{axisName}': de code", text.Value, axis.Codes);
        return text.Value;
    }
}
