using CotnvPga.Faults.Cluster;
using CotnvPga.Faults.Ledger;

namespace CotnvPga.Faults.Faults;

/// <summary>
/// Breaks one thing after another while people write, and after each holds everything that was acknowledged against the database. The
/// moment of each fault is by chance; the seed gives the same order of faults again.
/// </summary>
internal sealed class FaultSeries(ClusterFolder cluster, Random random, int writers, string[]? only)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);
    private static readonly (string Account, string Municipality)[] People =
        [("coordinator.voorbeeldstad", "9901"), ("coordinator.modelveen", "9902"), ("coordinator.polderdam", "9903")];

    private readonly AcknowledgedWrites _ledger = new();
    private readonly List<(string Code, TimeSpan Gap)> _gaps = [];

    /// <summary>Runs the series and prints what came of it.</summary>
    /// <returns>0 when nothing was lost or doubled and there were never two primaries that confirm.</returns>
    public async Task<int> RunAsync(int count, TimeSpan longest)
    {
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) }) { Timeout = LongestAnswer };
        using var health = new Health(cluster);
        if (await health.UntilWholeAsync(Patience) is null)
            throw new InvalidOperationException("The cluster is not whole; look with deploy/cluster status.");
        await _ledger.OpenAsync(cluster);
        using var people = new DemoPeople(cluster, http);
        var crew = Enumerable.Range(0, writers).Select(i => People[i % People.Length])
            .Select(p => new Writer(cluster, _ledger, people, http, p.Account, p.Municipality)).ToList();
        var (done, kills, failovers, unhealed) = (0, 0, 0, 0);
        var last = new Comparison(0, 0, 0);
        await using var watch = new PrimaryWatch(cluster, health);
        for (; done < count && unhealed == 0 && _ledger.Now < longest; done++)
        {
            var fault = Draw();
            var before = await health.PrimaryAsync() ?? throw new InvalidOperationException("There is no primary.");
            using var stop = new CancellationTokenSource();
            using var giveUp = new CancellationTokenSource();
            var work = crew.Select(w => Task.Run(() => w.WorkAsync(stop.Token, giveUp.Token))).ToArray();
            await Task.Delay(random.Next(500, 2500));
            var moment = _ledger.Now;
            await fault.Happen(new FaultScene(cluster, random, before));
            await Task.Delay(1000);
            var healed = await health.UntilWholeAsync(Patience);
            await Task.Delay(500);
            await stop.CancelAsync();
            giveUp.CancelAfter(Patience);
            await Task.WhenAll(work);
            last = await _ledger.CompareAsync(cluster);
            var after = await health.PrimaryAsync();
            kills += fault.Kills;
            failovers += after != before ? 1 : 0;
            unhealed += healed is null ? 1 : 0;
            _gaps.Add((fault.Code, _ledger.LongestGapSince(moment)));
            Say($"{done + 1,4} {fault.Code,-15} node{before} → node{after}  stilte {_gaps[^1].Gap.TotalSeconds,5:0.0} s  heel na {healed?.TotalSeconds ?? -1,5:0.0} s  bevestigd {last.Acknowledged}  kwijt {last.Lost}  dubbel {last.Doubled}");
        }
        Report(done, kills, failovers, last, watch, crew);
        return last.IsWhole && watch.BothConfirmed == 0 && unhealed == 0 && crew.All(w => w.Refused.Count == 0) ? 0 : 1;
    }

    private Fault Draw()
    {
        var among = Fault.All.Where(f => only?.Contains(f.Code) ?? f.Weight > 0).ToList();
        var chance = random.Next(among.Sum(WeightOf));
        return among.First(f => (chance -= WeightOf(f)) < 0);

        int WeightOf(Fault fault) => only is null ? fault.Weight : Math.Max(1, fault.Weight);
    }

    private void Report(int done, int kills, int failovers, Comparison last, PrimaryWatch watch, List<Writer> crew)
    {
        Say("");
        Say($"fouten {done}, waarvan processen gedood {kills}, andere primaire server {failovers}");
        Say($"bevestigd {last.Acknowledged}, kwijt {last.Lost}, dubbel {last.Doubled}, opnieuw verstuurd {crew.Sum(w => w.Again)}, geweigerd {crew.Sum(w => w.Refused.Count)}");
        Say($"gekeken naar beide servers {watch.Looks} keer: beide buiten herstel {watch.BothOutOfRecovery}, beide bereikbaar {watch.BothReachable}, beide bevestigen {watch.BothConfirmed}");
        Say("stilte tussen twee bevestigingen (s)      aantal   p50   p95   max");
        foreach (var kind in _gaps.GroupBy(g => g.Code).Append(_gaps.GroupBy(_ => "alle").First()))
        {
            var sorted = kind.Select(g => g.Gap.TotalSeconds).Order().ToList();
            Say($"  {kind.Key,-38} {sorted.Count,6} {At(sorted, 0.5),5:0.0} {At(sorted, 0.95),5:0.0} {sorted[^1],5:0.0}");
        }
        foreach (var refused in crew.SelectMany(w => w.Refused).Take(10))
            Say($"geweigerd: {refused}");
    }

    private static double At(List<double> sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Count) - 1];

    private static void Say(string line) => Console.WriteLine(line);
}
