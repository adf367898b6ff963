using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.Convenant;
using CotnvPga.Data.Convenants;
using CotnvPga.TestHost;

namespace CotnvPga.Benchmarks.Ours;

/// <summary>From text to tables: what the engine makes when it starts, and what it makes later when it is first asked for.</summary>
internal sealed class Compiling
{
    private const int Rounds = 5;

    private readonly IReadOnlyList<RuleFile> _files = ConvenantFolder.Read(Repository.PathOf("convenant"));
    private readonly Measured _cold;

    /// <summary>Reads once, with everything that a new process still has to do.</summary>
    public Compiling() => _cold = Once(() => CompiledConvenant.Load(_files));

    /// <summary>All layers and periods, every row of them.</summary>
    public Measured Whole { get; private set; } = null!;

    public IEnumerable<Line> Measure()
    {
        yield return new Line("lezen, eerste keer in een proces", _cold, Remark: "met het vertalen naar machinecode");
        yield return new Line("lezen", Median(() => CompiledConvenant.Load(_files)), Remark: $"{_files.Count} bestanden; een rij van een tabel komt er pas bij als iemand ernaar vraagt");
        yield return new Line("lezen, en elke rij van alle lagen en perioden", Whole = Median(() => MakeEveryRow(CompiledConvenant.Load(_files).Valid())), Remark: "ook wat nooit iemand vraagt");
    }

    private static Measured Median(Action work)
    {
        work();
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Once(work)).ToList();
        return Measured.Of(rounds.Select(r => r.Nanoseconds), rounds.Max(r => r.Bytes));
    }

    private static Measured Once(Action work)
    {
        GC.Collect();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begun = ThreadTime.Nanoseconds();
        work();
        var spent = ThreadTime.Nanoseconds() - begun;
        return Measured.Of([spent], GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static void MakeEveryRow(CompiledConvenant convenant)
    {
        foreach (var layer in convenant.Decider.Distinct)
        {
            for (var period = 0; period < convenant.Decider.Periods.Count; period++)
            {
                foreach (var cell in layer.Table(period).All())
                    GC.KeepAlive(cell);
            }
        }
    }
}
