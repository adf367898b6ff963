using System.Net.Http.Headers;
using System.Text.Json;
using CotnvPga.Faults.Cluster;

namespace CotnvPga.Faults.Faults;

/// <summary>What a fault can do, and to whom.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Random">Chance, from a seed.</param>
/// <param name="Primary">The node that is primary when the fault comes.</param>
internal sealed record FaultScene(ClusterFolder Cluster, Random Random, int Primary)
{
    public int Standby => 3 - Primary;

    /// <summary>One of the two, by chance.</summary>
    public int Either { get; } = Random.Next(1, 3);

    /// <summary>Kills a process and all below it.</summary>
    public Task KillAsync(string name)
    {
        if (Cluster.Pid(name) is { } pid)
            Processes.Kill(pid);
        return Task.CompletedTask;
    }

    /// <summary>Kills the database server of a node: the first process, as the kernel would when memory is short.</summary>
    public Task KillServerAsync(int node)
    {
        if (Cluster.Postmaster(node) is { } pid)
            Processes.Kill(pid);
        return Task.CompletedTask;
    }

    public IEnumerable<int?> EverythingOf(int node) =>
        [Cluster.Pid($"patroni{node}"), Cluster.Pid($"fence{node}"), .. Cluster.Postmaster(node) is { } server ? Processes.Tree(server).Select(pid => (int?)pid) : []];

    /// <summary>Lets processes stand still for a time.</summary>
    public static async Task FreezeAsync(TimeSpan time, IEnumerable<int?> pids)
    {
        var frozen = pids.OfType<int>().ToList();
        frozen.ForEach(Processes.Stop);
        await Task.Delay(time);
        frozen.ForEach(Processes.Continue);
    }

    /// <summary>A planned change of primary.</summary>
    public async Task SwitchAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        // Patroni wants to know the length beforehand.
        using var order = new StringContent(JsonSerializer.Serialize(new { leader = $"node{Primary}", candidate = $"node{Standby}" }), MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await http.PostAsync(new Uri(Cluster.Patroni(Primary), "/switchover"), order);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"Patroni does not hand over: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Fills the disk of the primary to the last byte, and makes room again.</summary>
    public async Task FillDiskAsync(TimeSpan time)
    {
        var file = Path.Combine(Path.GetDirectoryName(Cluster.DataOf(Primary))!, "vol");
        if (!(await File.ReadAllTextAsync("/proc/mounts")).Contains(Path.GetDirectoryName(file)!, StringComparison.Ordinal))
            throw new InvalidOperationException("The disk of a node is that of the machine; start the cluster with PGA_SCHIJF.");
        try
        {
            await using var stream = new FileStream(file, FileMode.Create);
            while (true)
            {
                await stream.WriteAsync(new byte[1 << 16]);
                await stream.FlushAsync();
            }
        }
        catch (IOException)
        {
            await Task.Delay(time); // Full: that is what was asked.
        }
        File.Delete(file);
    }

    /// <summary>Moves the clock of one portal two hours, forward or back, and puts it right again.</summary>
    public async Task MoveClockAsync(TimeSpan time)
    {
        var clock = Cluster.ClockOf(Either);
        if (!File.Exists(clock))
            throw new InvalidOperationException("The portals have the clock of the machine; start the cluster with PGA_KLOK.");
        await File.WriteAllTextAsync(clock, Random.Next(2) == 0 ? "+2h\n" : "-2h\n");
        await Task.Delay(time);
        await File.WriteAllTextAsync(clock, "+0\n");
    }
}
