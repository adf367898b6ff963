using System.Runtime.CompilerServices;
using System.Text;
using CotnvPga.Domain.LogChain;
using Npgsql;

namespace CotnvPga.Data.LogChain;

/// <summary>
/// Reads the chain as the role that checks it. Hashes can be read freely; the lines themselves only after saying who reads, for which of the
/// ends that the law allows, and why. That is a line of the log itself.
/// </summary>
public sealed class LogReader : IAsyncDisposable
{
    private const int AtOnce = 20_000;

    private readonly NpgsqlDataSource _database;

    /// <param name="connection">Connection string of <c>pga_controle</c>.</param>
    public LogReader(string connection) => _database = NpgsqlDataSource.Create(connection);

    /// <summary>The hashes and links of the leaves from a place on.</summary>
    public async IAsyncEnumerable<(byte[] Hash, byte[] Link)> HashesAsync(long from, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await _database.OpenConnectionAsync(cancel);
        for (var (next, more) = (from, true); more;)
        {
            await using var command = new NpgsqlCommand("select nr, hash, schakel from keten.bladen($1, $2)", connection) { Parameters = { new() { Value = next }, new() { Value = AtOnce } } };
            await using var reader = await command.ExecuteReaderAsync(cancel);
            more = false;
            while (await reader.ReadAsync(cancel))
            {
                // A hole would move every leaf behind it; the edge would then be one of another log.
                if (reader.GetInt64(0) != next)
                    throw new InvalidDataException($"Regel {next} van de keten ontbreekt; onderzoek dat met 'audit verify'.");
                (next, more) = (next + 1, true);
                yield return ((byte[])reader[1], (byte[])reader[2]);
            }
        }
    }

    /// <summary>Gives every leaf with its line, in order, and then the lines that are in no leaf.</summary>
    /// <param name="use">Who reads, for what, and why.</param>
    /// <param name="leaf">Takes a leaf.</param>
    /// <param name="outside">Takes a line that is in no leaf: which log, which line, whether it waits.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task ReadAsync(LogUse use, Action<ChainLeaf> leaf, Action<string, long, bool> outside, CancellationToken cancel)
    {
        await using var connection = await _database.OpenConnectionAsync(cancel);
        // Its own line is kept whatever comes of the reading: first on its own, then once more for the transaction that reads.
        await UseAsync(connection, null, use, cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        await UseAsync(connection, transaction, use, cancel);
        await ReadAsync(connection, transaction, leaf, outside, cancel);
        await transaction.RollbackAsync(cancel);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>The same in a transaction that said already for what. The database writes out the next lines while these are looked at.</summary>
    internal static async Task ReadAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Action<ChainLeaf> leaf, Action<string, long, bool> outside, CancellationToken cancel)
    {
        var ahead = LeavesAsync(connection, transaction, 0, cancel);
        while (await ahead is { Count: > 0 } leaves)
        {
            ahead = LeavesAsync(connection, transaction, leaves[^1].Number + 1, cancel);
            leaves.ForEach(leaf);
        }
        await OutsideAsync(connection, transaction, outside, cancel);
    }

    private static async Task<List<ChainLeaf>> LeavesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, long from, CancellationToken cancel)
    {
        var leaves = new List<ChainLeaf>(AtOnce);
        await using var command = new NpgsqlCommand("select nr, bron, bron_id, hash, schakel, woorden from keten.uitvoer($1, $2)", connection, transaction) { Parameters = { new() { Value = from }, new() { Value = AtOnce } } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var words = await reader.IsDBNullAsync(5, cancel) ? ReadOnlyMemory<byte>.Empty : Encoding.UTF8.GetBytes(reader.GetString(5));
            leaves.Add(new ChainLeaf(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), (byte[])reader[3], (byte[])reader[4], words));
        }
        return leaves;
    }

    private static async Task OutsideAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Action<string, long, bool> outside, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select bron, bron_id, wacht from keten.buiten()", connection, transaction) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            outside(reader.GetString(0), reader.GetInt64(1), reader.GetBoolean(2));
    }

    private static async Task UseAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, LogUse use, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select keten.gebruiken($1, $2, $3)", connection, transaction) { Parameters = { new() { Value = use.Who }, new() { Value = use.End }, new() { Value = use.Why } } };
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>For what the log is read (wet-pga:14.2).</summary>
/// <param name="Who">Who reads.</param>
/// <param name="End">One of <see cref="Ends"/>.</param>
/// <param name="Why">What this time.</param>
public sealed record LogUse(string Who, string End, string Why)
{
    /// <summary>The ends for which the log may be used, and no other.</summary>
    public static IReadOnlyList<string> Ends { get; } = ["rechtmatigheid", "interne_controle", "integriteit_en_beveiliging", "gerechtelijke_procedure"];
}
