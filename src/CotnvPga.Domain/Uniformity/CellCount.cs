namespace CotnvPga.Domain.Uniformity;

/// <summary>What was counted for one cell, by municipality; the exact counts are known to the machine that audits and to nobody else.</summary>
/// <param name="ByMunicipality">Municipality to count; municipalities without a case are left out.</param>
public sealed record CellCount(IReadOnlyDictionary<string, long> ByMunicipality)
{
    private const int FewestMunicipalities = 3;

    /// <summary>Nothing was counted.</summary>
    public static CellCount None { get; } = new(new Dictionary<string, long>());

    /// <summary>All together.</summary>
    public long Total => ByMunicipality.Values.Sum();

    /// <summary>
    /// Whether the cell can be published at all: at least ten cases, from at least three municipalities, and at least ten left for the one
    /// that knows its own cases best.
    /// </summary>
    public bool IsLargeEnough =>
        Total >= CountClass.Threshold
        && ByMunicipality.Values.Count(n => n > 0) >= FewestMunicipalities
        && Total - ByMunicipality.Values.Max() >= CountClass.Threshold;

    /// <summary>What this municipality counted itself.</summary>
    public long Of(string municipality) => ByMunicipality.GetValueOrDefault(municipality);

    /// <summary>Whether two cells count the same, municipality by municipality.</summary>
    internal bool CountsAs(CellCount other) => ByMunicipality.Keys.Union(other.ByMunicipality.Keys).All(m => Of(m) == other.Of(m));

    /// <summary>Several cells as one.</summary>
    public static CellCount Sum(IEnumerable<CellCount> cells) => new(cells
        .SelectMany(c => c.ByMunicipality)
        .GroupBy(c => c.Key, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Sum(c => c.Value), StringComparer.Ordinal));
}
