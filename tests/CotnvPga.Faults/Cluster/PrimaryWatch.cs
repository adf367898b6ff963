using System.Diagnostics;
using Npgsql;

namespace CotnvPga.Faults.Cluster;

/// <summary>
/// Asks both nodes five times a second whether they take writes, past Patroni and HAProxy, and counts how often both say so at once. A
/// node that is frozen does not answer, so it takes no writes.
/// </summary>
internal sealed class PrimaryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly ClusterFolder _cluster;
    private readonly Health _health;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public PrimaryWatch(ClusterFolder cluster, Health health)
    {
        (_cluster, _health) = (cluster, health);
        _work = Task.Run(LookAsync);
    }

    /// <summary>How often was looked.</summary>
    public int Looks { get; private set; }

    /// <summary>How often both servers were out of recovery in one look.</summary>
    public int BothOutOfRecovery { get; private set; }

    /// <summary>How often both could be reached through HAProxy: Patroni said of both that they were primary.</summary>
    public int BothReachable { get; private set; }

    /// <summary>How often a server that was no longer the primary confirmed a write.</summary>
    public int BothConfirmed { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var look = Stopwatch.StartNew();
            var primary = await Task.WhenAll(ClusterFolder.Nodes.Select(IsPrimaryAsync));
            Looks++;
            if (primary.All(p => p))
            {
                BothOutOfRecovery++;
                var reachable = await Task.WhenAll(ClusterFolder.Nodes.Select(node => _health.IsOkAsync(new Uri(_cluster.Patroni(node), "/primary"))));
                if (reachable.All(r => r))
                    BothReachable++;
                var confirmed = await Task.WhenAll(ClusterFolder.Nodes.Select(ConfirmsAsync));
                if (confirmed.All(c => c))
                    BothConfirmed++;
                Console.WriteLine($"  twee servers buiten herstel; beide bereikbaar: {reachable.All(r => r)}; beide bevestigen: {confirmed.All(c => c)}");
            }
            if (Interval - look.Elapsed is { Ticks: > 0 } rest)
                await Task.Delay(rest, CancellationToken.None);
        }
    }

    private Task<bool> IsPrimaryAsync(int node) => AnswersAsync(node, "select not pg_is_in_recovery()");

    // A commit, so one that waits for the standby; taken back by the next.
    private Task<bool> ConfirmsAsync(int node) => AnswersAsync(node, "create table if not exists public.waarneming (); drop table public.waarneming; select true");

    private async Task<bool> AnswersAsync(int node, string sql)
    {
        try
        {
            await using var connection = new NpgsqlConnection(_cluster.NodeConnection(node));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync() is true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return false; // It does not answer, so it confirms nothing.
        }
    }
}
