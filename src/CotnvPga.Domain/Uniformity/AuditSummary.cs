namespace CotnvPga.Domain.Uniformity;

/// <summary>What the audit of a release did, for the people who look at it: numbers of cells, and nothing of what was counted.</summary>
/// <param name="Aanvallers">As whom the tables were attacked: everybody from outside as one, and each municipality with cases.</param>
/// <param name="Beschermd">Cells with too few cases, or of too few municipalities.</param>
/// <param name="Achtergehouden">Cells that were large enough and are withheld, because they would give another away.</param>
/// <param name="LandAchtergehouden">Totals of the country that are withheld for the same reason.</param>
public sealed record AuditSummary(int Aanvallers, int Beschermd, int Achtergehouden, int LandAchtergehouden)
{
    /// <summary>The summary of an audit.</summary>
    /// <param name="counted">What was counted.</param>
    /// <param name="released">What the audit left, in the same order.</param>
    public static AuditSummary Of(IReadOnlyList<CountedTable> counted, IReadOnlyList<ReleasedTable> released)
    {
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(released);
        var cells = counted.Zip(released).SelectMany(t => t.First.Cells.Zip(t.Second.Cells)).SelectMany(row => row.First.Zip(row.Second)).ToList();
        var countries = counted.Zip(released).SelectMany(t => t.First.Columns.Select((_, j) => t.First.National(j)).Zip(t.Second.National)).ToList();
        return new AuditSummary(
            1 + cells.SelectMany(c => c.First.ByMunicipality.Keys).Distinct(StringComparer.Ordinal).Count(),
            cells.Count(c => !c.First.IsLargeEnough),
            cells.Count(c => c.First.IsLargeEnough && c.Second is null),
            countries.Count(c => c.First.IsLargeEnough && c.Second is null));
    }
}
