using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads the fields of a form (<c>velden</c>): of a record in a case, or of a record in a register.</summary>
internal sealed class RecordFieldReader(ProcessWords words, Findings findings)
{
    private static readonly string[] Kinds = ["tekst", "regel", "dag", "ja_nee", "getal", "reden", "redenen", "partij", "partijen", "gemeente", "stukken", "interventie", "gegevens", "rijen"];

    private readonly List<YamlText> _reasons = [];
    private readonly List<YamlText> _named = [];

    /// <summary>Kinds of record that fields choose from.</summary>
    public IReadOnlyList<YamlText> Named => _named;

    /// <summary>What can only be known when all files were read: whether the lists of reasons are there.</summary>
    public void CheckReasons(IReadOnlyDictionary<string, IReadOnlyList<ReasonDefinition>> reasons)
    {
        foreach (var text in _reasons.Where(r => !reasons.ContainsKey(r.Value)))
            findings.Unknown(Finding.UnknownCode, text.Place, "De lijst van redenen", text.Value, reasons.Keys);
    }

    public List<RecordField> Read(YamlMap map, bool inRow = false)
    {
        var fields = new List<RecordField>();
        foreach (var entry in map.Entries)
        {
            if (new MapReader(map, $"Het veld '{entry.Key.Value}'", findings).AsMap(entry.Value, entry.Key.Value) is { } one)
                fields.Add(ReadField(entry.Key, one, inRow));
        }
        return fields;
    }

    private RecordField ReadField(YamlText name, YamlMap map, bool inRow)
    {
        var code = name.Value;
        var reader = new MapReader(map, $"Het veld '{code}'", findings);
        var kind = (RecordFieldKind)Array.IndexOf(Kinds, words.Choice(reader.RequiredText("soort"), "De soort", Kinds));
        var field = new RecordField(
            code,
            reader.RequiredText("vraag").Value,
            reader.OptionalText("hulp")?.Value,
            kind,
            reader.YesNo("verplicht", otherwise: true),
            Choices(reader, kind),
            reader.YesNo("uiterlijk"),
            reader.YesNo("geadresseerde"))
        {
            Longest = reader.OptionalText("ten_hoogste") is { } most ? words.Number(most) : null,
            Without = [.. reader.Texts("zonder").Select(t => t.Value)],
            IsClashReason = reader.YesNo("bij_botsing"),
            Rows = kind == RecordFieldKind.Rijen ? Read(reader.RequiredMap("velden"), inRow: true) : [],
        };
        if (field.IsDue && kind != RecordFieldKind.Dag)
            findings.Error(Finding.WrongKind, name.Place, $"Het veld '{code}' is geen dag en kan dus niet zeggen tot wanneer een stuk wacht.");
        if (field.IsAddressee && kind is not (RecordFieldKind.Partij or RecordFieldKind.Partijen))
            findings.Error(Finding.WrongKind, name.Place, $"Het veld '{code}' is geen partij en kan dus niet zeggen aan wie het stuk is gericht.");
        if (field.IsClashReason && (kind != RecordFieldKind.Tekst || field.Required))
            findings.Error(Finding.WrongKind, name.Place, $"Het veld '{code}' vraagt om een uitleg bij een botsing: maak er een tekst van die niet verplicht is.");
        if (inRow && (field.IsDue || field.TakesMany))
            findings.Error(Finding.WrongKind, name.Place, $"Het veld '{code}' staat in een rij en heeft daar één antwoord: geen lijst, geen rijen en geen laatste dag.");
        if ((field.Longest is not null || field.Without.Count > 0) && kind is not (RecordFieldKind.Tekst or RecordFieldKind.Regel))
            findings.Error(Finding.WrongKind, name.Place, $"Het veld '{code}' is geen tekst en kent dus geen lengte en geen 'zonder'.");
        reader.Done();
        return field;
    }

    private string? Choices(MapReader reader, RecordFieldKind kind)
    {
        if (kind is RecordFieldKind.Reden or RecordFieldKind.Redenen)
        {
            var list = reader.RequiredText("uit");
            if (list.Value.Length > 0)
                _reasons.Add(list);
            return list.Value;
        }
        if (kind is RecordFieldKind.Stukken)
        {
            var record = reader.RequiredText("uit");
            if (record.Value.Length > 0)
                _named.Add(record);
            return record.Value;
        }
        if (kind is RecordFieldKind.Partij or RecordFieldKind.Partijen)
        {
            var group = reader.RequiredText("uit");
            words.Codes("partij", [group]);
            return group.Value;
        }
        return null;
    }
}
