using CotnvPga.Convenant.Reporting;

namespace CotnvPga.Domain.Uniformity;

/// <summary>Puts counters without a person into the tables of the catalogue.</summary>
public static class NationalCounts
{
    /// <summary>The counted tables, in the order of the catalogue.</summary>
    /// <param name="catalogue">The tables.</param>
    /// <param name="counters">All counters of a year.</param>
    public static IReadOnlyList<CountedTable> Tables(ReportCatalogue catalogue, IEnumerable<Counter> counters)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var cells = catalogue.Tables.Select(t => catalogue.RowsOf(t).Select(_ => t.Columns.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal)).ToArray()).ToArray()).ToArray();
        // The places of a kind of counter are looked up once: a country has many counters and few kinds.
        var places = new Dictionary<(string, string, string), List<(int Table, int Row, int Column)>>();
        foreach (var counter in counters)
        {
            var kind = (counter.Area, counter.Kind, counter.Outcome);
            if (!places.TryGetValue(kind, out var at))
                places[kind] = at = [.. Places(catalogue, counter)];
            foreach (var (table, row, column) in at)
            {
                var cell = cells[table][row][column];
                cell[counter.Municipality] = cell.GetValueOrDefault(counter.Municipality) + counter.Count;
            }
        }
        return
        [
            .. catalogue.Tables.Select((table, t) => new CountedTable(
                table.Code, table.Population, [.. catalogue.RowsOf(table).Select(a => a.Code)], [.. table.Columns.Select(c => c.Code)],
                [.. cells[t].Select(row => (IReadOnlyList<CellCount>)[.. row.Select(c => new CellCount(c))])])
            {
                PartOf = table.PartOf,
            }),
        ];
    }

    private static IEnumerable<(int Table, int Row, int Column)> Places(ReportCatalogue catalogue, Counter counter) =>
        from t in Enumerable.Range(0, catalogue.Tables.Count)
        let at = catalogue.PlaceOf(catalogue.Tables[t], counter.Area, counter.Kind, counter.Outcome)
        where at is not null
        select (t, at.Value.Row, at.Value.Column);
}

/// <summary>How often something happened in a municipality in a year.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Area">Code of its area.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Outcome">With what outcome.</param>
/// <param name="Count">How often.</param>
public sealed record Counter(string Municipality, string Area, string Kind, string Outcome, long Count);
