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
    /// <param name="tables">All tables of one year; at most two of one population, with the same areas.</param>
    /// <exception cref="ArgumentException">More than two tables count the same population.</exception>
    public static IReadOnlyList<ReleasedTable> Run(IReadOnlyList<CountedTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var released = new Dictionary<string, ReleasedTable>(StringComparer.Ordinal);
        foreach (var population in tables.GroupBy(t => t.Population, StringComparer.Ordinal))
        {
            List<CountedTable> linked = [.. population];
            if (linked.Count > 2 || linked.Exists(t => !t.Rows.SequenceEqual(linked[0].Rows)))
                throw new ArgumentException($"Of '{population.Key}' at most two tables can be audited together, with the same areas.", nameof(tables));
            foreach (var table in new PopulationAudit(linked).Run())
                released.Add(table.Code, table);
        }
        return [.. tables.Select(t => released[t.Code])];
    }
}
