using System.Diagnostics;
using CotnvPga.Faults.Cluster;
using CotnvPga.Faults.Ledger;

namespace CotnvPga.Faults.Load;

/// <summary>Many people at once, and what it costs them and the portals.</summary>
internal sealed class LoadRun(ClusterFolder cluster, int persons, TimeSpan think)
{
    private const int Usual = 500;
    private const double Bound = 300;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);

    private readonly Confirmed _confirmed = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Measurements _measured = new();
    private readonly List<(TimeSpan At, double[] Portals)> _memory = [];

    /// <summary>The same load for a time; the first minute warms up and is not counted.</summary>
    /// <returns>0 when everything that must hold holds.</returns>
    public async Task<int> SteadyAsync(TimeSpan time)
    {
        using var crew = await CrewAsync();
        using var stop = new CancellationTokenSource();
        var work = crew.Begin(persons, stop.Token);
        Console.WriteLine($"{persons} mensen, denktijd gemiddeld {think.TotalSeconds:0.#} s; een minuut om warm te worden, daarna {time.TotalMinutes:0.#} minuten");
        await Task.Delay(WarmUp);
        var (from, until, spent) = (_clock.Elapsed, _clock.Elapsed + time, Spent());
        while (_clock.Elapsed < until)
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            _memory.Add((_clock.Elapsed, Memory()));
        }
        var cost = Spent().Zip(spent, (after, before) => (after.Name, Time: after.Time - before.Time)).ToList();
        await stop.CancelAsync();
        await Task.WhenAll(work);

        var counted = _measured.Between(from, until);
        Measurements.Print(counted, time);
        Console.WriteLine($"processortijd per verzoek: {string.Join(", ", cost.Select(c => $"{c.Name} {c.Time.TotalMilliseconds / counted.Count:0.0} ms"))}");
        var drifts = ClusterFolder.Nodes.Select(node => Drift(node, from, until)).ToList();
        var (acknowledged, lost) = await _confirmed.CompareAsync(cluster);
        Console.WriteLine($"bevestigd {acknowledged}, kwijt {lost}");
        return counted.All(m => m.Status is > 0 and < System.Net.HttpStatusCode.InternalServerError) && Measurements.At(counted, 0.95) < Bound && drifts.All(d => d < 5) && lost == 0 ? 0 : 1;
    }

    /// <summary>The usual load, then a burst, then the usual load again.</summary>
    /// <returns>0 when everything that must hold holds.</returns>
    public async Task<int> BurstAsync(TimeSpan time)
    {
        using var crew = await CrewAsync();
        using var stop = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var work = crew.Begin(Usual, stop.Token);
        await Task.Delay(WarmUp);
        var begin = _clock.Elapsed;
        var burst = crew.Begin(persons - Usual, over.Token);
        await Task.Delay(time);
        await over.CancelAsync();
        var end = _clock.Elapsed;
        await Task.WhenAll(burst);
        await Task.Delay(TimeSpan.FromSeconds(45));
        await stop.CancelAsync();
        await Task.WhenAll(work);

        Console.WriteLine($"voor de piek ({Usual} mensen)");
        Measurements.Print(_measured.Between(begin - Window * 6, begin), Window * 6);
        var during = _measured.Between(begin, end);
        Console.WriteLine($"piek ({persons} mensen, {time.TotalSeconds:0} s)");
        Measurements.Print(during, time);
        TimeSpan? back = null;
        for (var at = end; at + Window <= _clock.Elapsed && back is null; at += Window)
        {
            var some = _measured.Between(at, at + Window);
            if (some.Count > 0 && some.All(m => m.Status is > 0 and < System.Net.HttpStatusCode.InternalServerError) && Measurements.At(some, 0.95) < Bound)
                back = at - end + Window;
        }
        var (acknowledged, lost) = await _confirmed.CompareAsync(cluster);
        Console.WriteLine($"weer gewoon na {back?.TotalSeconds ?? -1:0} s; bevestigd {acknowledged}, kwijt {lost}");
        var wrong = during.Where(m => !((m.Status is >= System.Net.HttpStatusCode.OK and < System.Net.HttpStatusCode.BadRequest) || (m.IsShed && m.TellsWhen))).ToList();
        Console.WriteLine($"anders dan gelukt of 429/503 met Retry-After: {wrong.Count}");
        return wrong.Count == 0 && back < TimeSpan.FromSeconds(30) && lost == 0 ? 0 : 1;
    }

    private List<(string Name, TimeSpan Time)> Spent() =>
    [
        ("portalen", Processes.ProcessorTime(cluster.Pid("portaal1")) + Processes.ProcessorTime(cluster.Pid("portaal2"))),
        .. ClusterFolder.Nodes.Select(node => ($"database node{node}", Processes.ProcessorTime(cluster.Postmaster(node)))),
        ("poolers", Processes.ProcessorTime(cluster.Pid("pooler1")) + Processes.ProcessorTime(cluster.Pid("pooler2"))),
        ("haproxy", Processes.ProcessorTime(cluster.Pid("haproxy"))),
    ];

    private double[] Memory() => [.. ClusterFolder.Nodes.Select(node => Processes.Memory(cluster.Pid($"portaal{node}")) ?? 0)];

    /// <summary>How much more memory a portal has in the last quarter than in the second, in percent.</summary>
    private double Drift(int node, TimeSpan from, TimeSpan until)
    {
        var quarter = (until - from) / 4;
        var early = _memory.Where(m => m.At >= from + quarter && m.At < from + (2 * quarter)).Select(m => m.Portals[node - 1]).ToList();
        var late = _memory.Where(m => m.At >= until - quarter).Select(m => m.Portals[node - 1]).ToList();
        var drift = ((late.Average() / early.Average()) - 1) * 100;
        Console.WriteLine($"geheugen portaal {node}: tweede kwart {early.Average():0} MiB, laatste kwart {late.Average():0} MiB ({drift:+0.0;-0.0} %), meest {_memory.Max(m => m.Portals[node - 1]):0} MiB");
        return drift;
    }

    private async Task<Crew> CrewAsync()
    {
        var api = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20) }) { Timeout = TimeSpan.FromSeconds(30) };
        var people = new DemoPeople(cluster, api);
        return new Crew(await Desk.OpenAsync(cluster, people, api), people, api, (desk, registrar) => new SimulatedPerson(cluster, desk, registrar, people, api, _confirmed, _clock, _measured, think));
    }
}

/// <summary>The desks, and the people who sit at them.</summary>
internal sealed record Crew(IReadOnlyList<Desk> Desks, DemoPeople People, HttpClient Api, Func<Desk, Desk, SimulatedPerson> Person) : IDisposable
{
    public List<Task> Begin(int count, CancellationToken stop)
    {
        var registrars = Desks.Where(d => d.Registers).ToList();
        return [.. Enumerable.Range(0, count).Select(i => Person(Desks[i % Desks.Count], registrars[i % registrars.Count])).Select(p => Task.Run(() => p.WorkAsync(stop)))];
    }

    public void Dispose()
    {
        People.Dispose();
        Api.Dispose();
        foreach (var desk in Desks)
            desk.Dispose();
    }
}
