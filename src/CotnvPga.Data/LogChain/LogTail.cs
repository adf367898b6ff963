using NodaTime;
using Npgsql;

namespace CotnvPga.Data.LogChain;

/// <summary>How far the sealing is, for who watches over it.</summary>
public sealed class LogTail(NpgsqlDataSource database, IClock clock)
{
    /// <summary>How many lines are sealed, how many wait, and how long the oldest of those has waited.</summary>
    public async Task<LogTailState> ReadAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select bladen, wachtend, oudste from keten.stand()");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var oldest = await reader.IsDBNullAsync(2, cancel) ? Duration.Zero : clock.GetCurrentInstant() - reader.GetFieldValue<Instant>(2);
        return new LogTailState(reader.GetInt64(0), reader.GetInt64(1), oldest < Duration.Zero ? Duration.Zero : oldest);
    }
}

/// <summary>How far the sealing is.</summary>
/// <param name="Sealed">Lines with a place in the chain.</param>
/// <param name="Waiting">Lines without.</param>
/// <param name="Oldest">How long the oldest of those has waited.</param>
public sealed record LogTailState(long Sealed, long Waiting, Duration Oldest);
