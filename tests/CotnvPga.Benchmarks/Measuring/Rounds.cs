namespace CotnvPga.Benchmarks.Measuring;

/// <summary>
/// Measures with nothing but a clock: warm up until the code has its final shape, then five rounds. A pass does all its
/// decisions in one call, so that what is measured is the decision and not the measuring.
/// </summary>
/// <param name="warmUp">How long a pass is repeated before it counts.</param>
/// <param name="round">How long a round lasts at least.</param>
internal sealed class Rounds(TimeSpan warmUp, TimeSpan round)
{
    private const int Count = 5;

    private long _kept;

    /// <summary>Measures a pass.</summary>
    /// <param name="decisions">How many decisions one pass makes.</param>
    /// <param name="pass">Makes them; what it returns is only there to keep the work from being optimised away.</param>
    public Measured Of(int decisions, Func<long> pass)
    {
        for (var begun = ThreadTime.Nanoseconds(); ThreadTime.Nanoseconds() - begun < warmUp.TotalNanoseconds;)
            _kept += pass();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _kept += pass();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)decisions;
        return Measured.Of(Enumerable.Range(0, Count).Select(_ => Round(decisions, pass)).ToList(), bytes);
    }

    private double Round(int decisions, Func<long> pass)
    {
        var begun = ThreadTime.Nanoseconds();
        var spent = 0d;
        var passes = 0L;
        do
        {
            _kept += pass();
            passes++;
            spent = ThreadTime.Nanoseconds() - begun;
        }
        while (spent < round.TotalNanoseconds);
        return spent / passes / decisions;
    }
}
