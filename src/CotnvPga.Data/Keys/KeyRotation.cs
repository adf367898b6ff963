using CotnvPga.Domain;
using Npgsql;

namespace CotnvPga.Data.Keys;

/// <summary>
/// Wraps the keys of all cases with the key that wraps now, while portals go on working: each key is replaced only when it is still the one that
/// was opened. As the owner of the database, who has a login on the host and not in the portal.
/// </summary>
public sealed class KeyRotation(string ownerConnection, KeyFolder keys)
{
    private const int AtOnce = 500;

    // Keys of cases, and those of cases that are a concept yet.
    private static readonly (string Table, string Id)[] Tables = [("zaak.sleutel", "signaal_id"), ("zaak.lopend", "id")];

    /// <summary>Wraps what another key wrapped.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancel);
        var all = 0;
        foreach (var (table, id) in Tables)
        {
            for (var after = Guid.Empty; await BatchAsync(connection, table, id, after, cancel) is { Count: > 0 } batch; after = batch[^1].Case)
                all += await ReplaceAsync(connection, table, id, batch, cancel);
        }
        return all;
    }

    /// <summary>How many keys each wrapping key still wraps, by its name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("select kek, count(*) from (select kek from zaak.sleutel union all select kek from zaak.lopend) k group by kek", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel))
            counted[reader.GetString(0)] = reader.GetInt64(1);
        return counted;
    }

    private async Task<List<(Guid Case, byte[] Wrapped)>> BatchAsync(NpgsqlConnection connection, string table, string id, Guid after, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {id}, ingepakt from {table} where {id} > $1 and kek <> $2 order by {id} limit $3", connection)
        {
            Parameters = { new() { Value = after }, new() { Value = keys.Wrapping.Current.Id }, new() { Value = AtOnce } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var batch = new List<(Guid, byte[])>();
        while (await reader.ReadAsync(cancel))
            batch.Add((reader.GetGuid(0), (byte[])reader[1]));
        return batch;
    }

    private async Task<int> ReplaceAsync(NpgsqlConnection connection, string table, string id, List<(Guid Case, byte[] Wrapped)> batch, CancellationToken cancel)
    {
        await using var statements = new NpgsqlBatch(connection);
        foreach (var (@case, before) in batch.Where(b => !keys.Destroyed.Has(b.Case)))
        {
            using var key = CaseKey.Unwrap(new SignalId(@case), before, keys);
            var after = key.Wrap(keys);
            statements.BatchCommands.Add(new NpgsqlBatchCommand($"update {table} set kek = $1, ingepakt = $2 where {id} = $3 and ingepakt = $4")
            {
                Parameters = { new() { Value = after.By }, new() { Value = after.Bytes }, new() { Value = @case }, new() { Value = before } },
            });
        }
        return statements.BatchCommands.Count == 0 ? 0 : await statements.ExecuteNonQueryAsync(cancel);
    }
}
