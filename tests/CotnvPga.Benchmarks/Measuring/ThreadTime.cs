using System.Runtime.InteropServices;

namespace CotnvPga.Benchmarks.Measuring;

/// <summary>
/// The processor time of this thread. On a quiet machine it runs as a clock on the wall does; on a busy one it leaves out the
/// time in which others had the processor.
/// </summary>
internal static partial class ThreadTime
{
    private const int OfThisThread = 3; // CLOCK_THREAD_CPUTIME_ID in Linux's time.h

    /// <summary>Nanoseconds of processor time that this thread has had.</summary>
    /// <exception cref="InvalidOperationException">The system has no such clock.</exception>
    public static double Nanoseconds() =>
        Read(OfThisThread, out var time) == 0 ? (time.Seconds * 1e9) + time.Nanoseconds : throw new InvalidOperationException("No processor time of a thread here.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out TimeSpec time);

    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
