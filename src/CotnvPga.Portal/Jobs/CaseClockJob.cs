using CotnvPga.Data.Clockwork;

namespace CotnvPga.Portal.Jobs;

/// <summary>Every minute, and once at the start, takes the steps that the process itself must take.</summary>
internal sealed partial class CaseClockJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<CaseClockJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<CaseClock>().RunAsync(stoppingToken) is > 0 and var taken)
                    LogTaken(taken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a minute must not stop the clock for good.
                LogFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The process took {Count} steps of its own.")]
    private partial void LogTaken(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The process could not take its own steps; it tries again in a minute.")]
    private partial void LogFault(Exception fault);
}
