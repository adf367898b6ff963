namespace CotnvPga.Benchmarks.Reporting;

/// <summary>Something that must hold.</summary>
/// <param name="What">What.</param>
/// <param name="Bound">The bound, for people.</param>
/// <param name="Found">What was found, for people; null when it could not be measured.</param>
/// <param name="Holds">Whether the bound holds.</param>
internal sealed record Requirement(string What, string Bound, string? Found, bool Holds)
{
    /// <summary>At most so much.</summary>
    public static Requirement AtMost(string what, double bound, double? found, string unit) =>
        new(what, $"≤ {Number.Text(bound)} {unit}", found is { } value ? $"{Number.Text(value)} {unit}" : null, found <= bound);

    /// <summary>At least so many times as fast.</summary>
    public static Requirement AtLeastTimes(string what, double bound, double? found) =>
        new(what, $"≥ {Number.Text(bound)} keer", found is { } value ? $"{Number.Text(value)} keer" : null, found >= bound);
}
