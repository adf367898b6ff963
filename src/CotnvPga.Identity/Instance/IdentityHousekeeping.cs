using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CotnvPga.Identity.Instance;

/// <summary>Every hour removes sessions and log-ins that are over, and once they are a day old codes and tokens.</summary>
internal sealed partial class IdentityHousekeeping(IServiceScopeFactory scopes, TimeProvider time, ILogger<IdentityHousekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A job that ends with a fault ends the portal; a database that is away for a moment must not do that.
                LogFault(fault);
            }
        }
    }

    private async Task CleanAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        await context.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await context.LogIns.Where(l => l.EndsAt < now).ExecuteDeleteAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<IOidcClients>().PruneAsync(time.GetUtcNow() - KeptAfterwards, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is over could not be removed; it is tried again in an hour.")]
    private partial void LogFault(Exception fault);
}
