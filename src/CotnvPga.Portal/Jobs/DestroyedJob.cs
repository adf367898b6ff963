using CotnvPga.Data.Retention;

namespace CotnvPga.Portal.Jobs;

/// <summary>
/// Before the portal answers anybody, and every minute after that, sees to it that the list of destroyed cases is whole and that none of them is
/// back. A database that is away at the start is asked later; until then the keys of those cases open nothing.
/// </summary>
internal sealed partial class DestroyedJob(DestroyedRound round, TimeProvider time, ILogger<DestroyedJob> log) : RepeatedJob(TimeSpan.FromMinutes(1), time), IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Beside what else has to be done before the portal listens: most of it is work for a processor.
        await Task.Yield();
        await RoundAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task RunAsync(CancellationToken cancel)
    {
        if (await round.RunAsync(cancel) is > 0 and var again)
            LogAgain(again);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} cases that were destroyed stood in the database again and were destroyed once more: it was put back from a backup.")]
    private partial void LogAgain(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The list of destroyed cases could not be held against the database; it is tried again in a minute.")]
    private partial void LogFault(Exception fault);
}
