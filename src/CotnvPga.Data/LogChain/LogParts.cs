using CotnvPga.Data.Clockwork;

namespace CotnvPga.Data.LogChain;

/// <summary>Sees to it that the log of who saw what has room: empty parts behind the one that is written in.</summary>
public sealed class LogParts(JobDatabase jobs)
{
    /// <summary>Makes the parts that are missing. Any number of portals may do it at the same time.</summary>
    /// <returns>How many were made here.</returns>
    public async Task<int> EnsureAsync(CancellationToken cancel)
    {
        await using var command = jobs.Source.CreateCommand("select keten.logboek_delen()");
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }
}
