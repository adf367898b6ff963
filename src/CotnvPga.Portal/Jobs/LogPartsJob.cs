using CotnvPga.Data.LogChain;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every hour, and once at the start, makes room in the log of who saw what, twenty million lines ahead.</summary>
internal sealed partial class LogPartsJob(LogParts parts, TimeProvider time, ILogger<LogPartsJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await parts.EnsureAsync(stoppingToken) is > 0 and var made)
                    LogMade(made);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // There is room for a long time; in an hour the database may be back.
                LogFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The log of who saw what has {Count} parts more.")]
    private partial void LogMade(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "No room could be made in the log of who saw what; it is tried again in an hour.")]
    private partial void LogFault(Exception fault);
}
