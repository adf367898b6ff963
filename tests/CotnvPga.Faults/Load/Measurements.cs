using System.Collections.Concurrent;
using System.Net;

namespace CotnvPga.Faults.Load;

/// <summary>What was measured: of each request what it was, when it ended, how long it took and what came back.</summary>
internal sealed class Measurements
{
    private readonly ConcurrentQueue<Measured> _all = [];

    public void Add(Measured one) => _all.Enqueue(one);

    /// <summary>Those that ended in this time.</summary>
    public IReadOnlyList<Measured> Between(TimeSpan from, TimeSpan until) => [.. _all.Where(m => m.At >= from && m.At < until)];

    /// <summary>The time within which this part of them was answered, in milliseconds.</summary>
    public static double At(IEnumerable<Measured> some, double part)
    {
        var sorted = some.Select(m => m.Took.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
    }

    /// <summary>Prints a table by kind, and what came back that was no success.</summary>
    public static void Print(IReadOnlyList<Measured> some, TimeSpan time)
    {
        Console.WriteLine("handeling                      aantal   p50 ms   p95 ms   p99 ms   max ms");
        foreach (var kind in some.GroupBy(m => m.What).OrderBy(g => g.Key, StringComparer.Ordinal).Append(some.GroupBy(_ => "alles").Single()))
            Console.WriteLine($"{kind.Key,-28} {kind.Count(),8} {At(kind, 0.5),8:0} {At(kind, 0.95),8:0} {At(kind, 0.99),8:0} {At(kind, 1),8:0}");
        Console.WriteLine($"per seconde {some.Count / time.TotalSeconds:0.0}; deel lezen {some.Count(m => m.IsRead) * 100.0 / some.Count:0} %");
        foreach (var status in some.GroupBy(m => m.Status).OrderBy(g => g.Key))
            Console.WriteLine($"  {(status.Key == 0 ? "geen antwoord" : ((int)status.Key).ToString(System.Globalization.CultureInfo.InvariantCulture)),-15} {status.Count(),8}{(status.Any(m => m.IsShed) ? $"  met Retry-After {status.Count(m => m.TellsWhen)}" : "")}");
    }
}

/// <summary>One request.</summary>
/// <param name="What">What was done.</param>
/// <param name="IsRead">Whether it only reads.</param>
/// <param name="At">When the answer was there, since the start.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Status">The answer; 0 for none.</param>
/// <param name="TellsWhen">Whether it says when to come back.</param>
internal sealed record Measured(string What, bool IsRead, TimeSpan At, TimeSpan Took, HttpStatusCode Status, bool TellsWhen)
{
    /// <summary>Whether it was turned away because it was too busy.</summary>
    public bool IsShed => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
}
