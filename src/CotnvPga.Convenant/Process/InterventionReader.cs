using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads the catalogue of interventions, and checks what they refer to once every file was read.</summary>
internal sealed class InterventionReader(ProcessWords words, Findings findings)
{
    /// <summary>The list of reasons that holds the areas of life.</summary>
    public const string LifeAreas = "leefgebieden";

    private readonly List<InterventionDefinition> _read = [];
    private readonly List<(YamlText Area, YamlText Of)> _areas = [];
    private readonly List<(YamlText Other, YamlText Of)> _clashes = [];

    public InterventionCatalogue Catalogue => new(_read);

    public void Read(YamlMap map)
    {
        var reader = new MapReader(map, "De interventie", findings);
        var code = reader.RequiredText("code");
        reader = new MapReader(map, $"De interventie '{code.Value}'", findings);
        reader.Optional("code");
        var label = reader.RequiredText("naam").Value;
        var areas = reader.RequiredTexts("leefgebied");
        _areas.AddRange(areas.Select(a => (a, code)));
        var owners = words.Codes("partij", reader.RequiredTexts("eigenaar"));
        var executor = reader.OptionalText("uitvoerder")?.Value;
        var decides = reader.RequiredText("beslist").Value;
        var conditions = reader.Texts("voorwaarden");
        var clashes = reader.Texts("bijt_met");
        _clashes.AddRange(clashes.Select(c => (c, code)));
        var voluntary = reader.YesNo("vrijwillig");
        var (grounds, certainty) = words.Basis(reader);
        var explanation = reader.RequiredText("toelichting").Value;
        reader.Done();
        if (_read.Exists(i => i.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"De interventie '{code.Value}' bestaat al.");
        _read.Add(new InterventionDefinition(
            code.Value, label, [.. areas.Select(a => a.Value)], owners, executor, decides, [.. conditions.Select(c => c.Value)], [.. clashes.Select(c => c.Value)],
            voluntary, grounds, certainty, explanation));
    }

    /// <summary>What can only be known when all files were read.</summary>
    public void Check(IReadOnlyDictionary<string, IReadOnlyList<ReasonDefinition>> reasons)
    {
        var known = reasons.GetValueOrDefault(LifeAreas) ?? [];
        foreach (var (area, _) in _areas.Where(a => a.Area.Value.Length > 0 && known.All(r => r.Code != a.Area.Value)))
            findings.Unknown(Finding.UnknownCode, area.Place, "Het leefgebied", area.Value, known.Select(r => r.Code));
        foreach (var (other, of) in _clashes)
        {
            if (other.Value == of.Value)
                findings.Error(Finding.ImpossibleClash, other.Place, $"De interventie '{of.Value}' bijt met zichzelf.");
            else if (!_read.Exists(i => i.Code == other.Value))
                findings.Unknown(Finding.UnknownCode, other.Place, "De interventie", other.Value, _read.Select(i => i.Code));
            else if (_clashes.Exists(c => c.Of.Value == other.Value && c.Other.Value == of.Value && Before(c.Other.Place, other.Place)))
                findings.Warning(Finding.ToldTwice, other.Place, $"Dat '{of.Value}' bijt met '{other.Value}' staat al bij '{other.Value}'. Eén keer is genoeg.");
        }
    }

    private static bool Before(Place one, Place other) => (one.Line, one.Column).CompareTo((other.Line, other.Column)) < 0;
}
