using CotnvPga.Identity.Continuity;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every half minute tells people what happened and sends mail; every hour looks at what only the days bring.</summary>
internal sealed partial class NotificationJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<NotificationJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ByTheDay = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        DateTimeOffset? looked = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (looked is null || time.GetUtcNow() - looked >= ByTheDay)
                {
                    var outcome = await scope.ServiceProvider.GetRequiredService<ContinuityClock>().RunAsync(stoppingToken);
                    if (outcome.Ended.Count > 0)
                        LogEnded(outcome.Ended.Count);
                    looked = time.GetUtcNow();
                }
                await scope.ServiceProvider.GetRequiredService<NotificationRound>().RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // What could not be told waits where it is; the next round tells it.
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The access of {Count} accounts that nobody used has ended.")]
    private partial void LogEnded(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "People could not be told what happened; it is tried again in half a minute.")]
    private partial void LogFault(Exception fault);
}
