using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CotnvPga.Portal.Health;

/// <summary>
/// A portal that is told to stop first says that it is not ready, and goes on working until the proxies have seen that: then nobody's request
/// is broken off when a version is replaced.
/// </summary>
internal sealed class LeavingTheLine(IConfiguration settings) : IHealthCheck, IHostedLifecycleService
{
    /// <summary>Setting with how many seconds it goes on; none when left out.</summary>
    public const string Setting = "Pga:Uitloop";

    private volatile bool _leaving;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_leaving ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _leaving = true;
        await Task.Delay(TimeSpan.FromSeconds(settings.GetValue(Setting, 0)), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
