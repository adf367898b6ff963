using System.Globalization;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads words of the vocabulary in process data and reports those that do not exist.</summary>
internal sealed class ProcessWords(Vocabulary vocabulary, SourceCatalogue sources, Findings findings)
{
    public string Code(string axisName, YamlText text)
    {
        if (Axis(axisName, text) is { } axis && text.Value.Length > 0 && axis.IndexOf(text.Value) < 0)
            return findings.Unknown(Finding.UnknownCode, text.Place, $"Op de as '{axisName}': de code", text.Value, axis.Codes) ?? text.Value;
        return text.Value;
    }

    public IReadOnlySet<string> Codes(string axisName, IReadOnlyList<YamlText> texts) =>
        texts.Count > 0 && Axis(axisName, texts[0]) is { } axis
            ? AxisCodes.Expand(axis, texts, findings)
            : new HashSet<string>();

    public IReadOnlyList<string> Circumstances(IReadOnlyList<YamlText> texts)
    {
        foreach (var text in texts.Where(t => vocabulary.Circumstance(t.Value) is null))
            findings.Unknown(Finding.UnknownCode, text.Place, "De omstandigheid", text.Value, vocabulary.Circumstances.Select(c => c.Code));
        return [.. texts.Select(t => t.Value)];
    }

    public IReadOnlyList<string> Grounds(IReadOnlyList<YamlText> texts) => [.. Articles.Known(texts, sources, findings).Select(g => g.Value)];

    public (IReadOnlyList<string> Grounds, string Certainty) Basis(MapReader reader)
    {
        var grounds = Articles.Known(reader.RequiredTexts("grondslag"), sources, findings);
        return ([.. grounds.Select(g => g.Value)], reader.RequiredCertainty(findings).Code());
    }

    public string Choice(YamlText text, string what, string[] choices)
    {
        if (choices.Contains(text.Value))
            return text.Value;
        if (text.Value.Length > 0)
            findings.Unknown(Finding.UnknownCode, text.Place, what, text.Value, choices);
        return choices[0];
    }

    public int Number(YamlText text)
    {
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.Value.Length > 0)
            findings.Error(Finding.BadNumber, text.Place, $"'{text.Value}' is geen heel getal van 0 of meer.");
        return 0;
    }

    private Axis? Axis(string name, YamlText text)
    {
        var axis = vocabulary.Axis(name);
        if (axis is null)
            findings.Error(Finding.UnknownCode, text.Place, $"Het proces heeft de as '{name}' nodig, en die staat niet in het vocabulaire.");
        return axis;
    }
}
