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
}
