using System.Collections.Concurrent;
using CotnvPga.Faults.Cluster;
using Npgsql;

namespace CotnvPga.Faults.Load;

/// <summary>What was acknowledged under load, to look up afterwards.</summary>
internal sealed class Confirmed
{
    private readonly ConcurrentBag<Guid> _signals = [];
    private readonly ConcurrentBag<Guid> _items = [];

    public void Signal(Guid id) => _signals.Add(id);

    public void Items(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            _items.Add(id);
    }

    /// <summary>How many were acknowledged, and how many of those are not there.</summary>
    public async Task<(int Acknowledged, int Lost)> CompareAsync(ClusterFolder cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.PrimaryConnection);
        await connection.OpenAsync();
        var lost = await MissingAsync(connection, "zaak.signaal", [.. _signals]) + await MissingAsync(connection, "zaak.gegeven", [.. _items]);
        return (_signals.Count + _items.Count, lost);
    }

    private static async Task<int> MissingAsync(NpgsqlConnection connection, string table, Guid[] ids)
    {
        await using var command = new NpgsqlCommand($"select count(*)::int from unnest($1) id where not exists (select from {table} t where t.id = id)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
