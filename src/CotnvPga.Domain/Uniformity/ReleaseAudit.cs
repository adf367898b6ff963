namespace CotnvPga.Domain.Uniformity;

/// <summary>
/// Decides what of the counted tables can be published, by attacking it: as somebody from outside, and as every municipality that knows its own
/// cases. Whatever gives away a protected cell is withheld, the country first; when nothing is left to withhold, the tables are not published.
/// </summary>
public static class ReleaseAudit
{
    /// <summary>A protected cell keeps at least this many possible values, zero among them.</summary>
    public const int FewestValues = 5;

    /// <summary>The tables as they can be published.</summary>
    /// <param name="tables">All tables of one year; at most two of one population, with the same rows.</param>
    /// <exception cref="ArgumentException">More than two tables count the same population, or what they count differs.</exception>
    public static IReadOnlyList<ReleasedTable> Run(IReadOnlyList<CountedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (Contradictions(tables) is { Count: > 0 } contradictions)
            throw new ArgumentException($"What cannot be true cannot be audited: {string.Join(", ", contradictions)}.", nameof(tables));
        var released = new Dictionary<string, ReleasedTable>(StringComparer.Ordinal);
        foreach (var linked in Populations(tables))
        {
            foreach (var table in new PopulationAudit(linked).Run())
                released.Add(table.Code, table);
        }
        return [.. tables.Select(t => released[t.Code])];
    }

    /// <summary>
    /// Codes of tables that cannot be true together: they say that they count the same cases and do not. An attack on them finds nothing that
    /// fits, and would call everything safe or nothing.
    /// </summary>
    /// <param name="tables">All tables of one year.</param>
    /// <exception cref="ArgumentException">More than two tables count the same population, or their rows differ.</exception>
    public static IReadOnlyList<string> Contradictions(IReadOnlyList<CountedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return
        [
            .. from linked in Populations(tables)
               where linked.Count > 1
               where Enumerable.Range(0, linked[0].Rows.Count).Any(i => !linked[0].Whole(i, linked[1]).CountsAs(CellCount.Sum(linked[1].Cells[i])))
               select linked[1].Code,
        ];
    }

    /// <summary>The tables of each population; the one that is a part of the other comes second.</summary>
    private static IEnumerable<List<CountedTable>> Populations(IReadOnlyList<CountedTable> tables)
    {
        foreach (var population in tables.GroupBy(t => t.Population, StringComparer.Ordinal))
        {
            List<CountedTable> linked = [.. population.OrderBy(t => t.PartOf is not null)];
            if (linked.Count > 2 || linked[0].PartOf is not null || linked.Exists(t => !t.Rows.SequenceEqual(linked[0].Rows)))
                throw new ArgumentException($"Of '{population.Key}' at most two tables can be audited together, with the same rows.", nameof(tables));
            yield return linked;
        }
    }
}
