using System.Diagnostics;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>Generated input for everything that makes sense of what somebody sends: it is read or refused, soon, and never ends in a fault.</summary>
public sealed class MillionTests(ITestOutputHelper output)
{
    // A shared machine may leave a thread waiting; what explodes takes far longer.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public void Whatever_comes_in_is_read_or_refused() => Try(each: 400, seed: 1);

    [Fact]
    [Trait("Category", "Lang")]
    public void Whatever_comes_in_is_read_or_refused_a_million_times() => Try(each: 60_000, seed: 2).ShouldBeGreaterThan(1_000_000);

    private long Try(int each, int seed)
    {
        var readers = new Readers(new OddInput(seed)).All;
        var faults = new List<string>();
        var tried = 0L;
        foreach (var (name, read) in readers)
        {
            var (all, slowest, slow) = (Stopwatch.StartNew(), TimeSpan.Zero, "");
            var found = 0;
            for (var i = 0; i < each && found < 3; i++, tried++)
            {
                var began = all.Elapsed;
                try
                {
                    var input = read();
                    if (all.Elapsed - began is var took && took > slowest)
                        (slowest, slow) = (took, input);
                }
                catch (InvalidOperationException fault)
                {
                    found++;
                    faults.Add($"{name}: {fault.Message}\n{fault.InnerException?.StackTrace?.Split('\n')[0]}");
                }
            }
            output.WriteLine($"{name,-40} {each,8} in {all.Elapsed.TotalSeconds:0.0} s, slowest {slowest.TotalMilliseconds:0} ms");
            if (slowest > Soon)
                faults.Add($"{name}: {slowest} for <{(slow.Length > 500 ? slow[..500] : slow)}>");
        }
        output.WriteLine($"{tried} inputs for {readers.Count} readers, {faults.Count} faults");
        faults.ShouldBeEmpty();
        return tried;
    }
}
