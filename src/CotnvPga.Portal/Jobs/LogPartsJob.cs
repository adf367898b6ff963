using CotnvPga.Data.LogChain;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every hour, and once at the start, makes room in the log of who saw what, twenty million lines ahead.</summary>
internal sealed partial class LogPartsJob(LogParts parts, TimeProvider time, ILogger<LogPartsJob> log) : RepeatedJob(TimeSpan.FromHours(1), time)
{
    protected override bool BeginsAtOnce => true;

    protected override async Task RunAsync(CancellationToken cancel)
    {
        if (await parts.EnsureAsync(cancel) is > 0 and var made)
            LogMade(made);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The log of who saw what has {Count} parts more.")]
    private partial void LogMade(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "No room could be made in the log of who saw what; it is tried again in an hour.")]
    private partial void LogFault(Exception fault);
}
