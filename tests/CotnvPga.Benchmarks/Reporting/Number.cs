using System.Globalization;

namespace CotnvPga.Benchmarks.Reporting;

/// <summary>Numbers as a Dutch reader expects them, with some three significant figures.</summary>
internal static class Number
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Text(double value) => Math.Abs(value) switch
    {
        >= 100 => Math.Round(value).ToString("N0", Dutch),
        >= 10 => value.ToString("0.#", Dutch),
        _ => value.ToString("0.##", Dutch),
    };

    /// <summary>A time in the unit that reads best.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e6 => $"{Text(nanoseconds / 1e6)} ms",
        >= 1e3 => $"{Text(nanoseconds / 1e3)} µs",
        _ => $"{Text(nanoseconds)} ns",
    };
}
