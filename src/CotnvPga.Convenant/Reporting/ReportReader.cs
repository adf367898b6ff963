using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Reporting;

/// <summary>Reads the national tables, and refuses a list that could not be audited.</summary>
internal sealed class ReportReader(ProcessWords words, Findings findings)
{
    private readonly List<ReportArea> _areas = [];
    private readonly List<(YamlText Text, string Population)> _counted = [];
    private readonly List<ReportTable> _tables = [];
    private readonly List<(ReportTable Table, YamlText Of)> _parts = [];

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
        var rows = Rows(reader);
        var columns = Columns(reader.RequiredList("kolommen"), population.Value, rows.Count > 0);
        var share = reader.OptionalText("aandeel");
        if (share is not null && columns.All(c => c.Code != share.Value))
            findings.Unknown(Finding.UnknownCode, share.Place, "De kolom", share.Value, columns.Select(c => c.Code));
        var (norm, clause) = (reader.OptionalText("norm"), reader.OptionalText("artikel"));
        if (norm is not null && share is null)
            findings.Error(Finding.MissingKey, norm.Place, $"De tabel '{code.Value}' heeft een norm en geen aandeel waarvoor die geldt.");
        if (norm is not null && clause is null)
            findings.Error(Finding.MissingKey, norm.Place, $"De tabel '{code.Value}' heeft een norm en noemt niet bij welk artikel van het convenant.");
        var part = reader.OptionalText("deel_van");
        var (silent, todo) = (reader.RequiredText("kan_niet").Value, reader.RequiredText("doen").Value);
        var (grounds, certainty) = words.Basis(reader);
        reader.Done();
        if (_tables.Exists(t => t.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"De tabel '{code.Value}' bestaat al.");
        if (_tables.Count == ReportCatalogue.MostTables)
            findings.Error(Finding.TooManyTables, map.Place, $"Er zijn ten hoogste {ReportCatalogue.MostTables} tabellen per jaar.");
        if (_tables.Count(t => t.Population == population.Value) == ReportCatalogue.MostOfOnePopulation)
            findings.Error(Finding.TooManyTables, population.Place, $"Van '{population.Value}' zijn er al {ReportCatalogue.MostOfOnePopulation} tabellen. Bij meer is niet na te gaan wat iemand eruit kan afleiden.");
        if (_tables.Any(t => t.Population == population.Value && (t.Rows.Count > 0 || rows.Count > 0)))
            findings.Error(Finding.TooManyTables, population.Place, $"Van '{population.Value}' is er al een tabel. Twee tabellen van dezelfde zaken gaan allebei over de gebieden.");
        var table = new ReportTable(code.Value, label, question, why, population.Value, columns, share?.Value, norm is null ? null : words.Number(norm), silent, grounds, certainty)
        {
            Rows = rows,
            PartOf = part?.Value,
            Clause = clause?.Value,
            ToDo = todo,
        };
        _tables.Add(table);
        if (part is not null)
            _parts.Add((table, part));
    }

    /// <summary>
    /// What can only be known when all files were read: whether what a table counts is counted, and counted in one population only. What
    /// tables of two populations count could be subtracted from each other, and nobody would audit that.
    /// </summary>
    /// <param name="named">Codes of steps, and of records with <c>stuk:</c> before them.</param>
    public void Check(IReadOnlyList<string> named)
    {
        var populations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (text, population) in _counted.Where(c => c.Text.Value.Length > 0))
        {
            var kind = text.Value.Split('/')[0];
            if (!Counted.Events.TryGetValue(kind, out var counted) && !named.Contains(kind))
                findings.Unknown(Finding.UnknownCode, text.Place, "De teller", kind, [.. Counted.Events.Keys, .. named]);
            else if (!populations.TryAdd(counted ?? kind, population) && populations[counted ?? kind] != population)
                findings.Error(Finding.CountedElsewhere, text.Place, $"Wat '{kind}' telt, zit al in de verzameling '{populations[counted ?? kind]}'. Geef beide tabellen dezelfde verzameling, anders is uit het verschil iets af te leiden.");
        }
        foreach (var (table, of) in _parts)
        {
            var whole = _tables.FirstOrDefault(t => t.Population == table.Population && t != table);
            if (whole is null)
                findings.Error(Finding.MissingKey, of.Place, $"De tabel '{table.Code}' is een deel van '{of.Value}', en '{table.Population}' heeft geen andere tabel.");
            else if (whole.Columns.All(c => c.Code != of.Value))
                findings.Unknown(Finding.UnknownCode, of.Place, "De kolom", of.Value, whole.Columns.Select(c => c.Code));
        }
    }

    private List<ReportRow> Rows(MapReader table)
    {
        var rows = new List<ReportRow>();
        if (table.Optional("rijen") is not YamlList list)
            return rows;
        foreach (var map in list.Items.OfType<YamlMap>())
        {
            var reader = new MapReader(map, "Een rij", findings);
            var code = reader.RequiredText("code");
            var row = new ReportRow(code.Value, reader.RequiredText("naam").Value, [.. reader.Texts("bij").Select(t => t.Value)]);
            reader.Done();
            if (rows.Exists(r => r.Code == row.Code))
                findings.Error(Finding.DuplicateCode, code.Place, $"De rij '{row.Code}' bestaat al.");
            if (rows.Exists(r => r.Of.Count == 0))
                findings.Error(Finding.ToldTwice, map.Place, $"De rij '{row.Code}' telt nooit: de rij erboven telt al wat over is.");
            rows.Add(row);
        }
        return rows;
    }

    private List<ReportColumn> Columns(IReadOnlyList<YamlNode> nodes, string population, bool ownRows)
    {
        var columns = new List<ReportColumn>();
        foreach (var map in nodes.OfType<YamlMap>())
        {
            var reader = new MapReader(map, "Een kolom", findings);
            var code = reader.RequiredText("code");
            var label = reader.RequiredText("naam").Value;
            var counts = reader.RequiredTexts("telt");
            _counted.AddRange(counts.Select(c => (c, population)));
            foreach (var count in counts.Where(c => c.Value.Contains('*', StringComparison.Ordinal) != ownRows))
            {
                findings.Error(Finding.WrongKind, count.Place, ownRows
                    ? $"'{count.Value}' zegt met een ster waar de rij van de tabel staat."
                    : $"'{count.Value}' heeft een ster, en de tabel heeft geen rijen waarvoor die staat.");
            }
            var column = new ReportColumn(code.Value, label, [.. counts.Select(t => t.Value)]);
            reader.Done();
            if (columns.Exists(c => c.Code == column.Code))
                findings.Error(Finding.DuplicateCode, code.Place, $"De kolom '{column.Code}' bestaat al.");
            columns.Add(column);
        }
        return columns;
    }
}
