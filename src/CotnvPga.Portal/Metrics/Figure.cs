using System.Globalization;
using System.Text;

namespace CotnvPga.Portal.Metrics;

/// <summary>What is kept of one instrument under one set of labels.</summary>
internal abstract class Figure
{
    public abstract void Add(double value, bool isTotal);

    public abstract void Write(StringBuilder text, string name, string labels);

    protected static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>One number.</summary>
internal sealed class Amount : Figure
{
    private readonly Lock _lock = new();
    private double _value;

    public override void Add(double value, bool isTotal)
    {
        lock (_lock)
            _value = isTotal ? value : _value + value;
    }

    public override void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
            Line(text, name, labels, _value);
    }
}

/// <summary>How values are spread: how many were at most each bound.</summary>
internal sealed class Spread(string? unit) : Figure
{
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] Sizes = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    private readonly Lock _lock = new();
    private readonly double[] _bounds = unit == "s" ? Seconds : Sizes;
    private readonly long[] _counts = new long[(unit == "s" ? Seconds : Sizes).Length];
    private long _count;
    private double _sum;

    public override void Add(double value, bool isTotal)
    {
        lock (_lock)
        {
            _count++;
            _sum += value;
            for (var i = 0; i < _bounds.Length; i++)
                _counts[i] += value <= _bounds[i] ? 1 : 0;
        }
    }

    public override void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
        {
            var before = labels.Length > 0 ? labels + "," : "";
            for (var i = 0; i < _bounds.Length; i++)
                Line(text, name + "_bucket", $"{before}le=\"{_bounds[i].ToString(CultureInfo.InvariantCulture)}\"", _counts[i]);
            Line(text, name + "_bucket", $"{before}le=\"+Inf\"", _count);
            Line(text, name + "_sum", labels, _sum);
            Line(text, name + "_count", labels, _count);
        }
    }
}
