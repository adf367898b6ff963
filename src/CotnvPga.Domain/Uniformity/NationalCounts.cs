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
        var areas = catalogue.Areas.Select((a, i) => (a.Code, i)).ToDictionary(a => a.Code, a => a.i, StringComparer.Ordinal);
        var cells = catalogue.Tables.Select(t => areas.Values.Select(_ => t.Columns.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal)).ToArray()).ToArray()).ToArray();
        // The places of a kind of counter are looked up once: a country has many counters and few kinds.
        var places = new Dictionary<(string, string), List<(int Table, int Column)>>();
        foreach (var counter in counters.Where(c => areas.ContainsKey(c.Area)))
        {
            if (!places.TryGetValue((counter.Kind, counter.Outcome), out var at))
                places[(counter.Kind, counter.Outcome)] = at = [.. Places(catalogue, counter)];
            foreach (var (table, column) in at)
            {
                var cell = cells[table][areas[counter.Area]][column];
                cell[counter.Municipality] = cell.GetValueOrDefault(counter.Municipality) + counter.Count;
            }
        }
        return
        [
            .. catalogue.Tables.Select((table, t) => new CountedTable(
                table.Code, table.Population, [.. catalogue.Areas.Select(a => a.Code)], [.. table.Columns.Select(c => c.Code)],
                [.. cells[t].Select(row => (IReadOnlyList<CellCount>)[.. row.Select(c => new CellCount(c))])])),
        ];
    }

    private static IEnumerable<(int Table, int Column)> Places(ReportCatalogue catalogue, Counter counter) =>
        from t in Enumerable.Range(0, catalogue.Tables.Count)
        let column = catalogue.Tables[t].ColumnOf(counter.Kind, counter.Outcome)
        where column is not null
        select (t, column.Value);
}

/// <summary>How often something happened in a municipality in a year.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Area">Code of its area.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Outcome">With what outcome.</param>
/// <param name="Count">How often.</param>
public sealed record Counter(string Municipality, string Area, string Kind, string Outcome, long Count);
