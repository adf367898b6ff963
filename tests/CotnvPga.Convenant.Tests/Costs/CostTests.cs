using CotnvPga.Convenant.Analysing;
using CotnvPga.Data.Convenants;
using Xunit.Abstractions;

namespace CotnvPga.Convenant.Tests.Costs;

/// <summary>
/// What reading, compiling and analysing cost. The limits are for a quiet machine: nothing else of this project runs meanwhile,
/// and the least processor time of some runs counts.
/// </summary>
[Collection(nameof(MeasuredAlone))]
public sealed class CostTests(ITestOutputHelper output)
{
    private const long MiB = 1024 * 1024;

    [Fact]
    [Trait("Category", "Lang")]
    public void Compiling_every_row_of_every_layer_and_period_takes_less_than_500_ms_and_64_MiB()
    {
        var files = ConvenantFolder.Read(TheConvenant.Folder);
        CompileAll(files);
        var fastest = Fastest(5, () => CompileAll(files));
        output.WriteLine($"reading, with what is proven before a convenant is taken: {Fastest(5, () => CompiledConvenant.Load(files)).TotalMilliseconds:0} ms");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var convenant = CompileAll(files);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(convenant);
        output.WriteLine($"compile: {fastest.TotalMilliseconds:0} ms, {kept / (double)MiB:0.0} MiB kept, {convenant.Decider.Distinct.Count} layers, {convenant.Decider.Periods.Count} periods, {convenant.Editions.Count} editions");
        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
        kept.ShouldBeLessThan(64 * MiB);
    }

    [Fact]
    public void Analysing_everything_with_all_proofs_takes_less_than_10_seconds()
    {
        var files = ConvenantFolder.Read(TheConvenant.Folder);
        var loaded = CompiledConvenant.Load(files);
        var times = new List<string>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var taken = Fastest(1, () => ConvenantAnalysis.Analyse(loaded, null, name =>
        {
            times.Add($"{watch.Elapsed.TotalMilliseconds,8:0.0} ms  {name}");
            watch.Restart();
        }));
        foreach (var time in times)
            output.WriteLine(time);
        taken.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Ten_times_the_rules_cost_at_most_twelve_times_as_much()
    {
        var (few, many) = (ManyRules.Files(56), ManyRules.Files(560));
        CompileAll(few);
        CompileAll(many);
        var (one, ten) = FastestOfBoth(15, () => CompileAll(few), () => CompileAll(many));
        output.WriteLine($"56 rules: {one.TotalMilliseconds:0.0} ms, 560 rules: {ten.TotalMilliseconds:0.0} ms, {ten / one:0.0} times");
        (ten / one).ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public void Ten_times_the_rules_cost_the_analyses_at_most_twelve_times_as_much()
    {
        var (few, many) = (CompiledConvenant.Load(ManyRules.Files(56)), CompiledConvenant.Load(ManyRules.Files(560)));
        ConvenantAnalysis.Analyse(few);
        var (one, ten) = FastestOfBoth(2, () => ConvenantAnalysis.Analyse(few), () => ConvenantAnalysis.Analyse(many));
        output.WriteLine($"56 rules: {one.TotalMilliseconds:0.0} ms, 560 rules: {ten.TotalMilliseconds:0.0} ms, {ten / one:0.0} times");
        (ten / one).ShouldBeLessThanOrEqualTo(12);
    }

    private static CompiledConvenant CompileAll(IReadOnlyList<RuleFile> files)
    {
        var convenant = CompiledConvenant.Load(files).Valid();
        foreach (var layer in convenant.Decider.Distinct)
            layer.Fill();
        return convenant;
    }

    /// <summary>Both as often and in turns: the least of three is a worse estimate than the least of seven, and a quiet moment counts for both.</summary>
    private static (TimeSpan Few, TimeSpan Many) FastestOfBoth(int times, Action few, Action many)
    {
        var (one, ten) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < times; i++)
            (one, ten) = (Shorter(one, Fastest(1, few)), Shorter(ten, Fastest(1, many)));
        return (one, ten);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>The least time of the processor in some runs: other work on the machine does not count.</summary>
    private static TimeSpan Fastest(int times, Action act)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            act();
            var taken = Environment.CpuUsage.TotalTime - before;
            fastest = Shorter(fastest, taken);
        }
        return fastest;
    }
}
