namespace CotnvPga.Portal.Jobs;

/// <summary>
/// Something that the portal does again and again. A round that fails is told and tried at the next one: a job that ended with a fault would end
/// the portal, and a database that is away for a moment must not do that.
/// </summary>
/// <param name="interval">From one round to the next.</param>
/// <param name="time">Tells when it is over.</param>
internal abstract class RepeatedJob(TimeSpan interval, TimeProvider time) : BackgroundService
{
    /// <summary>Whether the first round is at the start, and not after the first interval.</summary>
    protected virtual bool BeginsAtOnce => false;

    /// <summary>Tells what time it is.</summary>
    protected TimeProvider Time => time;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        if (BeginsAtOnce)
            await RoundAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RoundAsync(stoppingToken);
    }

    /// <summary>One round, whose fault is told and not thrown.</summary>
    protected async Task RoundAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Tell(fault);
        }
    }

    /// <summary>What one round does.</summary>
    protected abstract Task RunAsync(CancellationToken cancel);

    /// <summary>Tells that a round failed.</summary>
    protected abstract void Tell(Exception fault);
}
