using System.Globalization;

namespace CotnvPga.Domain.Uniformity;

/// <summary>The class in which a published count lies: five wide, from ten up, so that no first class is narrower than the others.</summary>
/// <param name="Low">The lowest count of the class.</param>
/// <param name="High">The highest count of the class.</param>
public readonly record struct CountClass(long Low, long High)
{
    /// <summary>Below this count nothing is published.</summary>
    public const int Threshold = 10;

    private const int Width = 5;

    /// <summary>The class of a count of at least <see cref="Threshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below the threshold: it has no class.</exception>
    public static CountClass Of(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Threshold);
        var low = count / Width * Width;
        return new CountClass(low, low + Width - 1);
    }

    /// <summary>The label that every table, chart and file shows.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{Low}-{High}");
}
