using CotnvPga.Identity.Continuity;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every half minute tells people what happened and sends mail; every hour looks at what only the days bring.</summary>
internal sealed partial class NotificationJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<NotificationJob> log) : RepeatedJob(TimeSpan.FromSeconds(30), time)
{
    private static readonly TimeSpan ByTheDay = TimeSpan.FromHours(1);

    private DateTimeOffset? _looked;

    // What could not be told waits where it is; the next round tells it.
    protected override async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (_looked is null || Time.GetUtcNow() - _looked >= ByTheDay)
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<ContinuityClock>().RunAsync(cancel);
            if (outcome.Ended.Count > 0)
                LogEnded(outcome.Ended.Count);
            _looked = Time.GetUtcNow();
        }
        await scope.ServiceProvider.GetRequiredService<NotificationRound>().RunAsync(cancel);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The access of {Count} accounts that nobody used has ended.")]
    private partial void LogEnded(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "People could not be told what happened; it is tried again in half a minute.")]
    private partial void LogFault(Exception fault);
}
