using CotnvPga.Data.Clockwork;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every minute, and once at the start, takes the steps that the process itself must take.</summary>
internal sealed partial class CaseClockJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<CaseClockJob> log) : RepeatedJob(TimeSpan.FromMinutes(1), time)
{
    protected override bool BeginsAtOnce => true;

    protected override async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CaseClock>().RunAsync(cancel) is > 0 and var taken)
            LogTaken(taken);
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The process took {Count} steps of its own.")]
    private partial void LogTaken(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The process could not take its own steps; it tries again in a minute.")]
    private partial void LogFault(Exception fault);
}
