using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Yaml;
using NodaTime;

namespace CotnvPga.Convenant.Vocabularies;

/// <summary>Reads <c>vocabulaire.yaml</c>.</summary>
internal sealed class VocabularyReader(YamlMap file, SourceCatalogue sources, Findings findings)
{
    // What the tables can hold: a bit for every circumstance and one more for what nothing opens, a formula for every combination of closing ones, and a bit for
    // every combination of the item's in every cell of a view.
    private const int MostCircumstances = 63;
    private const int MostClosing = 6;
    private const int MostOfItem = 12;
    private const long MostRows = 20_000_000;
    private const long MostCells = 1_000_000;

    private readonly MapReader _root = new(file, "Het vocabulaire", findings);

    public Vocabulary Read()
    {
        var layers = ReadLayers();
        var periods = ReadPeriods();
        var shape = ReadShape(layers);
        var axes = new AxisReader(_root, sources, layers, findings).Read();
        var resourceTypes = ReadResourceTypes(axes);
        var relations = ReadRelations(axes);
        AtMost(axes.Where(a => a.ResourceType is null).Aggregate(1L, (size, a) => Math.Min(size * (a.Values.Count + 1), MostRows + 1)), MostRows, "combinaties van codes die een hele vraag deelt");
        AtMost(axes.Where(a => a.ResourceType is not null).Aggregate(1L, (size, a) => Math.Min(size * (a.Values.Count + 1), MostCells + 1)), MostCells, "soorten gegevens");
        var circumstances = ReadCircumstances();
        _root.Done();
        return new Vocabulary(layers, periods, shape, axes, resourceTypes, relations, circumstances);
    }

    private List<Layer> ReadLayers()
    {
        var layers = new List<Layer>();
        foreach (var entry in _root.RequiredMap("lagen").Entries)
        {
            var reader = Reader(entry, "De laag");
            layers.Add(new Layer(entry.Key.Value, reader.RequiredText("label").Value));
            reader.Done();
        }
        return layers;
    }

    private List<LocalDate> ReadPeriods()
    {
        var periods = new List<LocalDate>();
        foreach (var text in _root.Texts("perioden"))
        {
            if (_root.AsDate(text) is not { } day)
                continue;
            if (periods.Count > 0 && day <= periods[^1])
                findings.Error(Finding.BadPeriod, text.Place, "De perioden staan niet op volgorde van dag.");
            periods.Add(day);
        }
        return periods;
    }

    private QuestionShape ReadShape(List<Layer> layers)
    {
        var reader = new MapReader(_root.RequiredMap("vraag"), "vraag", findings);
        var subjectType = reader.OptionalText("onderwerp")?.Value;
        var day = reader.OptionalMap("peildatum") is { } map ? ReadDay(map) : null;
        var municipality = reader.OptionalMap("gemeente") is { } named ? ReadMunicipality(named, layers) : null;
        reader.Done();
        return new QuestionShape(subjectType, day, municipality);
    }

    private QuestionMunicipality ReadMunicipality(YamlMap map, List<Layer> layers)
    {
        var reader = new MapReader(map, "gemeente", findings);
        var path = reader.RequiredText("pad").Value;
        var digits = reader.RequiredText("cijfers");
        var layer = reader.RequiredText("laag");
        reader.Done();
        if (layer.Value.Length > 0 && layers.TrueForAll(l => l.Code != layer.Value))
            findings.Unknown(Finding.UnknownCode, layer.Place, "De laag", layer.Value, layers.Select(l => l.Code));
        if (digits.Value is not [>= '1' and <= '9'])
            findings.Error(Finding.BadNumber, digits.Place, "'cijfers' is een getal van 1 tot en met 9: hoeveel cijfers de code van een gemeente heeft.");
        return new QuestionMunicipality(path, digits.Value is [var one] ? one - '0' : 0, layer.Value);
    }

    private QuestionDay ReadDay(YamlMap map)
    {
        var reader = new MapReader(map, "peildatum", findings);
        var day = new QuestionDay(
            reader.RequiredText("pad").Value,
            reader.YesNo("verplicht"),
            reader.Date("tot_en_met") ?? LocalDate.MaxIsoValue,
            reader.OptionalText("tijd")?.Value,
            ReadZone(reader));
        reader.Done();
        return day;
    }

    private DateTimeZone ReadZone(MapReader reader)
    {
        if (reader.OptionalText("tijdzone") is not { } zone)
            return DateTimeZone.Utc;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Value) is { } found)
            return found;
        findings.Unknown(Finding.UnknownCode, zone.Place, "De tijdzone", zone.Value, DateTimeZoneProviders.Tzdb.Ids);
        return DateTimeZone.Utc;
    }

    private List<ResourceType> ReadResourceTypes(IReadOnlyList<Axis> axes)
    {
        var types = new List<ResourceType>();
        foreach (var entry in _root.RequiredMap("soorten").Entries)
        {
            var reader = Reader(entry, "De soort");
            var only = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
            foreach (var limit in reader.OptionalMap("alleen")?.Entries ?? [])
                AddLimit(only, axes, limit, reader);
            types.Add(new ResourceType(entry.Key.Value, types.Count, only,
                Sentence(reader, "zichtbaar", axes), Sentence(reader, "voorwaardelijk", axes), Sentence(reader, "afgeschermd", axes)));
            reader.Done();
        }
        foreach (var axis in axes)
        {
            if (axis.ResourceType is { } type && types.TrueForAll(t => t.Code != type))
                findings.Unknown(Finding.UnknownCode, file.Place, $"De as '{axis.Name}' noemt een soort die er niet is:", type, types.Select(t => t.Code));
        }
        return types;
    }

    private void AddLimit(Dictionary<string, IReadOnlySet<string>> only, IReadOnlyList<Axis> axes, YamlEntry limit, MapReader reader)
    {
        if (axes.FirstOrDefault(a => a.Name == limit.Key.Value) is not { } axis)
        {
            findings.Unknown(Finding.UnknownCode, limit.Key.Place, "De as", limit.Key.Value, axes.Select(a => a.Name));
            return;
        }
        only[axis.Name] = AxisCodes.Expand(axis, reader.TextsOf(limit.Value, axis.Name), findings);
    }

    private string Sentence(MapReader reader, string key, IReadOnlyList<Axis> axes)
    {
        var text = reader.RequiredText(key);
        Placeholders.Check(text, axes, findings);
        return text.Value;
    }

    private List<Relation> ReadRelations(IReadOnlyList<Axis> axes)
    {
        var relations = new List<Relation>();
        foreach (var entry in _root.OptionalMap("relaties")?.Entries ?? [])
        {
            var reader = Reader(entry, "De relatie");
            reader.OptionalText("label");
            var between = reader.RequiredTexts("tussen");
            var same = reader.RequiredTexts("gelijk");
            reader.Done();
            var found = between.Select(b => axes.FirstOrDefault(a => a.Name == b.Value)).ToList();
            if (axes.Any(a => a.Name == entry.Key.Value))
                findings.Error(Finding.DuplicateCode, entry.Key.Place, $"'{entry.Key.Value}' is al een as; geef de relatie een andere naam.");
            if (found.Count != 2 || found[0] is not { } first || found[1] is not { } second)
            {
                findings.Error(Finding.UnknownCode, entry.Key.Place, "Een relatie ligt tussen twee assen die bestaan.");
                continue;
            }
            var codes = AxisCodes.Expand(first, same, findings);
            foreach (var code in codes.Where(c => second.IndexOf(c) < 0))
                findings.Unknown(Finding.UnknownCode, entry.Key.Place, $"Op de as '{second.Name}': de code", code, second.Codes);
            relations.Add(new Relation(entry.Key.Value, relations.Count, first.Name, second.Name, codes));
        }
        return relations;
    }

    private List<Circumstance> ReadCircumstances()
    {
        var circumstances = new List<Circumstance>();
        foreach (var entry in _root.OptionalMap("omstandigheden")?.Entries ?? [])
        {
            var reader = Reader(entry, "De omstandigheid");
            var label = reader.RequiredText("label").Value;
            circumstances.Add(new Circumstance(
                entry.Key.Value,
                circumstances.Count,
                Choice(reader.RequiredText("soort"), "kijker", "gegeven") == 1 ? CircumstanceKind.Gegeven : CircumstanceKind.Kijker,
                reader.OptionalText("werking") is { } effect && Choice(effect, "opent", "sluit") == 1,
                label,
                reader.OptionalText("zin")?.Value ?? label,
                Articles.Known(reader.OptionalText("bron"), sources, findings),
                reader.YesNo("verzwijgen")));
            reader.Done();
        }
        AtMost(circumstances.Count, MostCircumstances, "omstandigheden");
        AtMost(circumstances.Count(c => c.Closes), MostClosing, "omstandigheden met 'werking: sluit'");
        AtMost(circumstances.Count(c => c.Kind == CircumstanceKind.Gegeven), MostOfItem, "omstandigheden van de soort 'gegeven'");
        return circumstances;
    }

    private void AtMost(long count, long most, string what)
    {
        if (count > most)
            findings.Error(Finding.TooMany, file.Place, $"Er zijn te veel {what}; het systeem rekent met hoogstens {most}.");
    }

    private int Choice(YamlText text, params string[] choices)
    {
        var found = Array.IndexOf(choices, text.Value);
        if (found < 0 && text.Value.Length > 0)
            findings.Unknown(Finding.UnknownCode, text.Place, "De waarde", text.Value, choices);
        return found;
    }

    private MapReader Reader(YamlEntry entry, string what)
    {
        if (entry.Value is YamlMap map)
            return new MapReader(map, $"{what} '{entry.Key.Value}'", findings);
        findings.Error(Finding.WrongKind, entry.Value.Place, $"'{entry.Key.Value}' moet sleutels hebben.");
        return new MapReader(new YamlMap(entry.Value.Place, []), $"{what} '{entry.Key.Value}'", findings);
    }
}
