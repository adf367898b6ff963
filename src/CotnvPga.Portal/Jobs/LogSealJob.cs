using CotnvPga.Data.LogChain;
using CotnvPga.Portal.LogChain;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every two seconds gives the lines of the logs that wait their place in the chain. Says so when they have waited too long.</summary>
internal sealed partial class LogSealJob(LogSealer sealer, LogTail tail, LogFigures figures, TimeProvider time, ILogger<LogSealJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly NodaTime.Duration TooLong = NodaTime.Duration.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sealer.RunAsync(stoppingToken);
                var state = await tail.ReadAsync(stoppingToken);
                figures.Take(state);
                if (state.Oldest > TooLong)
                    LogLate(state.Waiting, state.Oldest.TotalSeconds);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // What waits keeps waiting; nothing is lost.
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Waiting} lines of the log wait for their place in the chain, the oldest for {Seconds} seconds.")]
    private partial void LogLate(long waiting, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be sealed; it is tried again.")]
    private partial void LogFault(Exception fault);
}
