using System.Diagnostics;

namespace CotnvPga.Faults.Cluster;

/// <summary>Whether everything runs and takes work.</summary>
internal sealed class Health(ClusterFolder cluster) : IDisposable
{
    private static readonly string[] Kept = ["haproxy", "pooler1", "pooler2", "patroni1", "patroni2", "fence1", "fence2", "portaal1", "portaal2", "etcd1", "etcd2", "etcd3"];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(3) };

    /// <summary>The node that is primary by Patroni's own word; null for none.</summary>
    public async Task<int?> PrimaryAsync()
    {
        foreach (var node in ClusterFolder.Nodes)
        {
            if (await IsOkAsync(new Uri(cluster.Patroni(node), "/primary")))
                return node;
        }
        return null;
    }

    /// <summary>Whether every process runs, both portals take work, and the primary has its synchronous standby.</summary>
    public async Task<bool> IsWholeAsync()
    {
        if (Kept.Any(name => cluster.Pid(name) is null) || await PrimaryAsync() is not { } primary)
            return false;
        return await IsOkAsync(new Uri(cluster.Patroni(3 - primary), "/sync"))
            && await IsOkAsync(new Uri(cluster.Portal(1), "/health/ready"))
            && await IsOkAsync(new Uri(cluster.Portal(2), "/health/ready"))
            && await IsOkAsync(new Uri(cluster.Front, "/health/ready"));
    }

    /// <summary>Waits for that.</summary>
    /// <returns>How long it took; null when it took too long.</returns>
    public async Task<TimeSpan?> UntilWholeAsync(TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < patience)
        {
            if (await IsWholeAsync())
                return waited.Elapsed;
            await Task.Delay(250);
        }
        return null;
    }

    public async Task<bool> IsOkAsync(Uri address)
    {
        try
        {
            using var answer = await _http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false; // Nobody answers: that is what was asked.
        }
    }

    public void Dispose() => _http.Dispose();
}
