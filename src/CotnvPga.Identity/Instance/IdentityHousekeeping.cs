using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CotnvPga.Identity.Instance;

/// <summary>Every hour removes sessions that are over, and once they are a day old codes and tokens.</summary>
internal sealed class IdentityHousekeeping(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = time.Now();
            await scope.ServiceProvider.GetRequiredService<IdentityContext>().Sessions
                .Where(s => s.ExpiresAt < now)
                .ExecuteDeleteAsync(stoppingToken);
            await scope.ServiceProvider.GetRequiredService<IOidcClients>().PruneAsync(time.GetUtcNow() - KeptAfterwards, stoppingToken);
        }
    }
}
