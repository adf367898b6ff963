namespace CotnvPga.Domain.Exercise;

/// <summary>A share of a number of teams, with what the number leaves open.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
public readonly record struct Proportion(int Count, int Of)
{
    /// <summary>The share; 0 of nothing.</summary>
    public double Value => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>The 95 % interval of Wilson's score, without continuity correction: it holds for small numbers and never leaves 0 to 1.</summary>
    public Interval Interval
    {
        get
        {
            if (Of == 0)
                return new Interval(0, 1);
            var (z2, n, p) = (Normal.Z95 * Normal.Z95, (double)Of, Value);
            var middle = p + z2 / (2 * n);
            var half = Normal.Z95 * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
            return new Interval(Math.Max(0, (middle - half) / (1 + z2 / n)), Math.Min(1, (middle + half) / (1 + z2 / n)));
        }
    }

    /// <summary>
    /// How much larger this share is than another one, with Newcombe's interval (his method 10: the hybrid of two of Wilson's intervals), for two
    /// groups of different teams.
    /// </summary>
    public Difference Minus(Proportion other)
    {
        var (own, others) = (Interval, other.Interval);
        var difference = Value - other.Value;
        var down = Math.Sqrt(Math.Pow(Value - own.Low, 2) + Math.Pow(others.High - other.Value, 2));
        var up = Math.Sqrt(Math.Pow(own.High - Value, 2) + Math.Pow(other.Value - others.Low, 2));
        return new Difference(difference, new Interval(Math.Max(-1, difference - down), Math.Min(1, difference + up)));
    }
}

/// <summary>From where to where, with 95 % confidence.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether a value can be the true one.</summary>
    public bool Holds(double value) => Low <= value && value <= High;
}

/// <summary>A difference of two shares.</summary>
/// <param name="Value">The difference.</param>
/// <param name="Interval">With what the numbers leave open.</param>
public readonly record struct Difference(double Value, Interval Interval)
{
    /// <summary>Whether the numbers rule out that there is none.</summary>
    public bool IsClear => !Interval.Holds(0);
}

internal static class Normal
{
    /// <summary>The 97.5 % point of the standard normal distribution.</summary>
    public const double Z95 = 1.959963984540054;
}
