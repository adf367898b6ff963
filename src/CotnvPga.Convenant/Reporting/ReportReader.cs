using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Reporting;

/// <summary>Reads the national tables, and refuses a list that could not be audited.</summary>
internal sealed class ReportReader(ProcessWords words, Findings findings)
{
    /// <summary>Counters that no step or record gives its name.</summary>
    private static readonly string[] Counters = ["melding", "signaal", "soort_melder", "oordeel", "afwijking", "op_tijd", "lopende_zaak", "overdracht", "datalek"];

    private readonly List<ReportArea> _areas = [];
    private readonly List<YamlText> _counted = [];
    private readonly List<ReportTable> _tables = [];

    public ReportCatalogue Catalogue => new(_areas, _tables);

    public void ReadArea(YamlMap map)
    {
        var reader = new MapReader(map, "Een gebied", findings);
        var code = reader.RequiredText("code");
        var area = new ReportArea(code.Value, reader.RequiredText("naam").Value);
        reader.Done();
        if (_areas.Exists(a => a.Code == area.Code))
            findings.Error(Finding.DuplicateCode, code.Place, $"Het gebied '{area.Code}' bestaat al.");
        _areas.Add(area);
    }

    public void ReadTable(YamlMap map)
    {
        var reader = new MapReader(map, "Een tabel", findings);
        var code = reader.RequiredText("code");
        reader = new MapReader(map, $"De tabel '{code.Value}'", findings);
        reader.Optional("code");
        var (label, question, why) = (reader.RequiredText("naam").Value, reader.RequiredText("vraag").Value, reader.RequiredText("waarom").Value);
        var population = reader.RequiredText("verzameling");
        var columns = Columns(reader.RequiredList("kolommen"));
        var share = reader.OptionalText("aandeel");
        if (share is not null && columns.All(c => c.Code != share.Value))
            findings.Unknown(Finding.UnknownCode, share.Place, "De kolom", share.Value, columns.Select(c => c.Code));
        var norm = reader.OptionalText("norm");
        if (norm is not null && share is null)
            findings.Error(Finding.MissingKey, norm.Place, $"De tabel '{code.Value}' heeft een norm en geen aandeel waarvoor die geldt.");
        var silent = reader.RequiredText("kan_niet").Value;
        var (grounds, certainty) = words.Basis(reader);
        reader.Done();
        if (_tables.Exists(t => t.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"De tabel '{code.Value}' bestaat al.");
        if (_tables.Count == ReportCatalogue.MostTables)
            findings.Error(Finding.TooManyTables, map.Place, $"Er zijn ten hoogste {ReportCatalogue.MostTables} tabellen per jaar.");
        if (_tables.Count(t => t.Population == population.Value) == ReportCatalogue.MostOfOnePopulation)
            findings.Error(Finding.TooManyTables, population.Place, $"Van '{population.Value}' zijn er al {ReportCatalogue.MostOfOnePopulation} tabellen. Bij meer is niet na te gaan wat iemand eruit kan afleiden.");
        _tables.Add(new ReportTable(code.Value, label, question, why, population.Value, columns, share?.Value, norm is null ? null : words.Number(norm), silent, grounds, certainty));
    }

    /// <summary>What can only be known when all files were read: whether what a table counts is counted.</summary>
    /// <param name="named">Codes of steps, and of records with <c>stuk:</c> before them.</param>
    public void Check(IReadOnlyList<string> named)
    {
        foreach (var text in _counted.Where(t => t.Value.Length > 0))
        {
            var kind = text.Value.Split('/')[0];
            if (!Counters.Contains(kind) && !named.Contains(kind))
                findings.Unknown(Finding.UnknownCode, text.Place, "De teller", kind, [.. Counters, .. named]);
        }
    }

    private List<ReportColumn> Columns(IReadOnlyList<YamlNode> nodes)
    {
        var columns = new List<ReportColumn>();
        foreach (var map in nodes.OfType<YamlMap>())
        {
            var reader = new MapReader(map, "Een kolom", findings);
            var code = reader.RequiredText("code");
            var label = reader.RequiredText("naam").Value;
            var counts = reader.RequiredTexts("telt");
            _counted.AddRange(counts);
            var column = new ReportColumn(code.Value, label, [.. counts.Select(t => t.Value)]);
            reader.Done();
            if (columns.Exists(c => c.Code == column.Code))
                findings.Error(Finding.DuplicateCode, code.Place, $"De kolom '{column.Code}' bestaat al.");
            columns.Add(column);
        }
        return columns;
    }
}
