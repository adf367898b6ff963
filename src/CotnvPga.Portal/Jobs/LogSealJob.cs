using CotnvPga.Data.LogChain;
using CotnvPga.Portal.LogChain;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every two seconds gives the lines of the logs that wait their place in the chain. Says so when they have waited too long.</summary>
internal sealed partial class LogSealJob(LogSealer sealer, LogTail tail, LogFigures figures, TimeProvider time, ILogger<LogSealJob> log) : RepeatedJob(TimeSpan.FromSeconds(2), time)
{
    private static readonly NodaTime.Duration TooLong = NodaTime.Duration.FromMinutes(1);

    // What waits keeps waiting when a round fails; nothing is lost.
    protected override async Task RunAsync(CancellationToken cancel)
    {
        await sealer.RunAsync(cancel);
        var state = await tail.ReadAsync(cancel);
        figures.Take(state);
        if (state.Oldest > TooLong)
            LogLate(state.Waiting, state.Oldest.TotalSeconds);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Waiting} lines of the log wait for their place in the chain, the oldest for {Seconds} seconds.")]
    private partial void LogLate(long waiting, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be sealed; it is tried again.")]
    private partial void LogFault(Exception fault);
}
