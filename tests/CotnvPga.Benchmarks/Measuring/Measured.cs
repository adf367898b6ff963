namespace CotnvPga.Benchmarks.Measuring;

/// <summary>What one form of deciding costs: the median of five rounds.</summary>
/// <param name="Nanoseconds">Per decision.</param>
/// <param name="Fastest">The fastest round, per decision.</param>
/// <param name="Slowest">The slowest round, per decision.</param>
/// <param name="Bytes">Allocated per decision on the measuring thread; null where it is not measured.</param>
internal sealed record Measured(double Nanoseconds, double Fastest, double Slowest, double? Bytes)
{
    /// <summary>The median of rounds that each say what one decision cost, in nanoseconds.</summary>
    public static Measured Of(IEnumerable<double> rounds, double? bytes = null)
    {
        double[] sorted = [.. rounds.Order()];
        return new Measured(sorted[sorted.Length / 2], sorted[0], sorted[^1], bytes);
    }
}
