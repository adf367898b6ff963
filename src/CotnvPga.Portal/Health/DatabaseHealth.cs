using CotnvPga.Identity.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CotnvPga.Portal.Health;

/// <summary>Whether the database answers the portal's own role.</summary>
internal sealed class DatabaseHealth(IdentityContext context) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext check, CancellationToken cancellationToken = default) =>
        await context.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
