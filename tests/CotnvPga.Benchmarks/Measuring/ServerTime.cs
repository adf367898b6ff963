using System.Diagnostics;
using System.Globalization;

namespace CotnvPga.Benchmarks.Measuring;

/// <summary>The processor time of another process on this machine, such as the one that PostgreSQL has for a connection.</summary>
internal static class ServerTime
{
    /// <summary>Nanoseconds of processor time it has had; of the clock on the wall where the system keeps no such count.</summary>
    public static async Task<double> NanosecondsAsync(int process)
    {
        var file = $"/proc/{process}/schedstat";
        return File.Exists(file)
            ? double.Parse((await File.ReadAllTextAsync(file)).Split(' ')[0], CultureInfo.InvariantCulture)
            : Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
    }
}
