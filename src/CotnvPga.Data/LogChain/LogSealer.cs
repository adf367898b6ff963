using CotnvPga.Data.Clockwork;

namespace CotnvPga.Data.LogChain;

/// <summary>Gives the lines of the logs that wait their place in the chain. Any number of portals may do it at the same time: one does.</summary>
public sealed class LogSealer(JobDatabase jobs)
{
    private const int StatementsAtOnce = 500;
    private const int SomebodyElse = -1;

    /// <summary>Seals until nothing waits, or somebody else is at it.</summary>
    /// <returns>How many lines were sealed here.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var all = 0;
        while (await OnceAsync(cancel) is > 0 and var some)
            all += some;
        return all;
    }

    private async Task<int> OnceAsync(CancellationToken cancel)
    {
        await using var command = jobs.Source.CreateCommand("select keten.verzegel($1)");
        command.Parameters.AddWithValue(StatementsAtOnce);
        return await command.ExecuteScalarAsync(cancel) as int? ?? SomebodyElse;
    }
}
