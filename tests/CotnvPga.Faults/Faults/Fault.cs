using CotnvPga.Faults.Cluster;

namespace CotnvPga.Faults.Faults;

/// <summary>Something that goes wrong.</summary>
/// <param name="Code">Its name on the command line and in the report.</param>
/// <param name="Weight">How often it comes, beside the others; 0 for only when it is asked for by name.</param>
/// <param name="Kills">How many processes it kills.</param>
/// <param name="Happen">Makes it happen, and ends it where it is something that lasts.</param>
internal sealed record Fault(string Code, int Weight, int Kills, Func<FaultScene, Task> Happen)
{
    private static readonly TimeSpan LongerThanTheLock = TimeSpan.FromSeconds(32);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("portaal", 30, 1, scene => scene.KillAsync($"portaal{scene.Either}")),
        new("pooler", 20, 1, scene => scene.KillAsync($"pooler{scene.Either}")),
        new("database", 18, 1, scene => scene.KillServerAsync(scene.Primary)),
        new("kopie", 8, 1, scene => scene.KillServerAsync(scene.Standby)),
        new("patroni", 6, 1, scene => scene.KillAsync($"patroni{scene.Either}")),
        new("haproxy", 4, 1, scene => scene.KillAsync("haproxy")),
        new("etcd", 4, 1, scene => scene.KillAsync($"etcd{scene.Random.Next(1, 4)}")),
        // The machine of the primary is gone for a while, and comes back.
        new("node", 4, 2, async scene =>
        {
            var keeper = scene.Cluster.Keeper($"patroni{scene.Primary}") ?? throw new InvalidOperationException("Nobody keeps Patroni.");
            Processes.Stop(keeper);
            await scene.KillAsync($"patroni{scene.Primary}");
            await scene.KillServerAsync(scene.Primary);
            await Task.Delay(LongerThanTheLock);
            Processes.Continue(keeper);
        }),
        // Patroni hangs while its server lives: the case in which two primaries would come about.
        new("patroni-hangt", 2, 0, scene => FaultScene.FreezeAsync(LongerThanTheLock, [scene.Cluster.Pid($"patroni{scene.Primary}")])),
        // The whole machine of the primary stands still, and goes on as if nothing had happened.
        new("node-bevroren", 2, 0, scene => FaultScene.FreezeAsync(LongerThanTheLock, scene.EverythingOf(scene.Primary))),
        // The standby does not hear anything any more.
        new("kopie-bevroren", 2, 0, scene => FaultScene.FreezeAsync(TimeSpan.FromSeconds(15), scene.EverythingOf(scene.Standby))),
        new("omschakelen", 6, 0, scene => scene.SwitchAsync()),
        // These two need a cluster that was started for them: PGA_SCHIJF and PGA_KLOK of deploy/cluster.
        new("schijf-vol", 0, 0, scene => scene.FillDiskAsync(TimeSpan.FromSeconds(20))),
        new("klok", 0, 0, scene => scene.MoveClockAsync(TimeSpan.FromSeconds(10))),
    ];
}
