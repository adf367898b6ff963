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

    /// <summary>All layers and periods, every row of them, from rules that were read.</summary>
    public Measured Tables { get; private set; } = null!;

    /// <summary>The same from text, with the proofs that every convenant must pass.</summary>
    public Measured Whole { get; private set; } = null!;

    /// <summary>What stays in memory of a convenant with every row, in bytes.</summary>
    public long Kept { get; private set; }

    public IEnumerable<Line> Measure()
    {
        yield return new Line("lezen, eerste keer in een proces", _cold, Remark: "met het vertalen naar machinecode");
        yield return new Line("lezen", Median(() => CompiledConvenant.Load(_files)), Remark: $"{_files.Count} bestanden; een rij van een tabel komt er pas bij als iemand ernaar vraagt");
        yield return new Line("elke rij van alle lagen en perioden", Tables = MedianOf(() => CompiledConvenant.Load(_files).Valid(), MakeEveryRow), Remark: "ook wat nooit iemand vraagt");
        Kept = KeptOf(_files);
        yield return new Line("lezen, bewijzen, en elke rij", Whole = Median(() => MakeEveryRow(CompiledConvenant.Load(_files).Valid())), Remark: $"daarna blijft {Number.Text(Kept / 1024)} KiB in het geheugen");
    }

    private static Measured MedianOf<T>(Func<T> prepare, Action<T> work)
    {
        work(prepare());
        var rounds = Enumerable.Range(0, Rounds).Select(_ => prepare()).Select(made => Once(() => work(made))).ToList();
        return Measured.Of(rounds.Select(r => r.Nanoseconds), rounds.Max(r => r.Bytes));
    }

    private static long KeptOf(IReadOnlyList<RuleFile> files)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var convenant = CompiledConvenant.Load(files).Valid();
        MakeEveryRow(convenant);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(convenant);
        return kept;
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
            layer.Fill();
    }
}
