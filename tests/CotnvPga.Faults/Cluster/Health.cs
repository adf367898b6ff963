using System.Diagnostics;

namespace CotnvPga.Faults.Cluster;

/// <summary>Whether everything runs and takes work.</summary>
internal sealed class Health(ClusterFolder cluster) : IDisposable
{
    private readonly string[] _kept =
    [
        "haproxy", "pooler1", "pooler2", "portaal1", "portaal2", "etcd1", "etcd2", "etcd3", .. cluster.Nodes.SelectMany(node => new[] { $"patroni{node}", $"fence{node}" }),
    ];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(3) };

    /// <summary>The node that is primary by Patroni's own word; null for none.</summary>
    public async Task<int?> PrimaryAsync()
    {
        foreach (var node in cluster.Nodes)
        {
            if (await IsOkAsync(new Uri(cluster.Patroni(node), "/primary")))
                return node;
        }
        return null;
    }

    /// <summary>The node that has every acknowledged write besides; null for none.</summary>
    public async Task<int?> StandbyAsync()
    {
        foreach (var node in cluster.Nodes)
        {
            if (await IsOkAsync(new Uri(cluster.Patroni(node), "/sync")))
                return node;
        }
        return null;
    }

    /// <summary>Whether every process runs, both portals take work, and the primary has its synchronous standby and every other one follows.</summary>
    public async Task<bool> IsWholeAsync()
    {
        if (_kept.Any(name => cluster.Pid(name) is null) || await PrimaryAsync() is not { } primary || await StandbyAsync() is null)
            return false;
        foreach (var node in cluster.Nodes.Where(n => n != primary))
        {
            if (!await IsOkAsync(new Uri(cluster.Patroni(node), "/replica")))
                return false;
        }
        return await IsOkAsync(new Uri(cluster.Portal(1), "/health/ready"))
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
