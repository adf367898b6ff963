using System.Globalization;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Reads the files of the covenants: the chapters of a national one, and one file for each version of a local one.</summary>
internal sealed class CovenantReader(Vocabulary vocabulary, ClauseReader clauses, Findings findings)
{
    private static readonly string[] Running = ["nieuwe_versie", "oude_versie"];

    /// <summary>Clauses of the national covenants, by chapter.</summary>
    public List<Clause> National { get; } = [];

    /// <summary>The local covenants.</summary>
    public List<LocalCovenant> Local { get; } = [];

    public void Read(YamlMap file)
    {
        var root = new MapReader(file, "Een bestand van een convenant", findings);
        var layer = ReadLayer(root);
        if (root.OptionalText("gemeente") is { } municipality)
            ReadLocal(root, layer, municipality);
        else
            ReadChapter(root, layer);
        root.Done();
    }

    private void ReadChapter(MapReader root, string layer)
    {
        var chapter = root.RequiredText("hoofdstuk");
        if (!int.TryParse(chapter.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && chapter.Value.Length > 0)
            findings.Error(Finding.BadNumber, chapter.Place, $"'{chapter.Value}' is geen nummer van een hoofdstuk.");
        if (layer == vocabulary.Shape.Municipality?.Layer)
            findings.Error(Finding.MissingKey, root.Place, $"Een bestand van de laag '{layer}' zegt met 'gemeente' van wie het is.");
        var frame = new CovenantFile(layer, null, null, number, root.RequiredText("titel").Value, root.OptionalValidity(findings) ?? Validity.Always);
        National.AddRange(clauses.Read(root, frame));
    }

    private void ReadLocal(MapReader root, string layer, YamlText municipality)
    {
        if (vocabulary.Shape.Municipality is not { } shape)
            findings.Error(Finding.UnknownKey, municipality.Place, "Dit convenant kent geen gemeenten: het vocabulaire noemt er geen bij 'vraag'.");
        else if (layer != shape.Layer)
            findings.Error(Finding.WrongKind, municipality.Place, $"Een convenant van een gemeente staat in de laag '{shape.Layer}', niet in '{layer}'.");
        else if (!shape.Fits(municipality.Value))
            findings.Error(Finding.BadNumber, municipality.Place, $"'{municipality.Value}' is geen code van een gemeente; dat zijn {shape.Digits} cijfers tussen aanhalingstekens.");
        var version = root.RequiredText("versie").Value;
        var validity = root.OptionalValidity(findings);
        if (validity is not { From: not null })
            findings.Error(Finding.MissingKey, root.Place, "Een convenant van een gemeente heeft een eerste dag nodig: geef 'geldig: {van: jjjj-mm-dd}'.");
        var frame = new CovenantFile(layer, municipality.Value, version, 0, "", validity ?? Validity.Always);
        Local.Add(new LocalCovenant(
            layer, municipality.Value, root.RequiredText("naam").Value, version, frame.Validity,
            RunningCasesOf(root, findings), ReadChoices(root), clauses.Read(root, frame), municipality.Place));
    }

    private string ReadLayer(MapReader root)
    {
        var layer = root.RequiredText("laag");
        if (layer.Value.Length > 0 && vocabulary.Layers.All(l => l.Code != layer.Value))
            findings.Unknown(Finding.UnknownCode, layer.Place, "De laag", layer.Value, vocabulary.Layers.Select(l => l.Code));
        return layer.Value;
    }

    private static Dictionary<string, string> ReadChoices(MapReader root)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in root.OptionalMap("keuzes")?.Entries ?? [])
            choices[entry.Key.Value] = root.AsText(entry.Value, entry.Key.Value)?.Value ?? "";
        return choices;
    }

    /// <summary>The key <c>lopende_zaken</c>: what happens to open cases when the version changes is a rule in the data.</summary>
    public static RunningCases RunningCasesOf(MapReader root, Findings findings)
    {
        var text = root.RequiredText("lopende_zaken");
        if (text.Value.Length > 0 && !Running.Contains(text.Value))
            findings.Unknown(Finding.UnknownCode, text.Place, "De regel voor lopende zaken", text.Value, Running);
        return text.Value == Running[1] ? RunningCases.OudeVersie : RunningCases.NieuweVersie;
    }
}
