using System.Collections.Concurrent;
using CotnvPga.Faults.Cluster;
using CotnvPga.Identity.Demo;

namespace CotnvPga.Faults.Ledger;

/// <summary>Access tokens of demo accounts, renewed before they lapse.</summary>
internal sealed class DemoPeople(ClusterFolder cluster, HttpClient http) : IDisposable
{
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(8);
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset At)> _tokens = [];
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>A token that still holds for some minutes; null when nobody gives one now.</summary>
    public async Task<string?> TokenAsync(string account, CancellationToken cancel)
    {
        if (Known(account) is { } known)
            return known;
        await _one.WaitAsync(cancel);
        try
        {
            if (Known(account) is { } meanwhile)
                return meanwhile;
            var asked = await new DemoTokens(http, TimeProvider.System).AskAsync(cluster.Demo, account, ["api"], cancel);
            if (!asked.IsDone)
                return null;
            _tokens[account] = (asked.Value, DateTimeOffset.UtcNow);
            return asked.Value;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null; // No answer in time.
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private string? Known(string account) => _tokens.TryGetValue(account, out var found) && DateTimeOffset.UtcNow - found.At < Renewed ? found.Token : null;
}
