using CotnvPga.Benchmarks.Measuring;

namespace CotnvPga.Benchmarks.Reporting;

/// <summary>One line of the table.</summary>
/// <param name="What">What was done.</param>
/// <param name="Measured">What it costs; null when it did not run.</param>
/// <param name="Compared">How many answers were compared with the engine's.</param>
/// <param name="Differences">How many differed.</param>
/// <param name="Remark">What one must know to read it.</param>
internal sealed record Line(string What, Measured? Measured, int Compared = 0, int Differences = 0, string Remark = "");
