using CotnvPga.Data.Keys;
using Npgsql;

namespace CotnvPga.Data.Migrations;

/// <summary>Makes the hashes of before, which were the same in every municipality, into those of the municipality of the case. Does nothing twice.</summary>
internal static class RecognitionCopy
{
    public static async Task WriteAsync(NpgsqlConnection connection, KeyFolder keys, CancellationToken cancel)
    {
        var before = new List<(Guid Item, byte[] Hash, string Municipality)>();
        await using (var read = new NpgsqlCommand(
            "select t.gegeven_id, t.teken, s.gemeente from zaak.persoonsteken t join zaak.signaal s on s.id = t.signaal_id where t.per_gemeente is null for update of t", connection))
        await using (var rows = await read.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
                before.Add((rows.GetGuid(0), (byte[])rows[1], rows.GetString(2)));
        }
        if (before.Count == 0)
            return;
        await using var write = new NpgsqlCommand(
            "update zaak.persoonsteken t set teken = n.teken, per_gemeente = true from unnest($1, $2) as n(id, teken) where t.gegeven_id = n.id and t.per_gemeente is null", connection);
        write.Parameters.Add(new NpgsqlParameter { Value = before.ConvertAll(b => b.Item).ToArray() });
        write.Parameters.Add(new NpgsqlParameter { Value = before.ConvertAll(b => keys.RecogniseIn(b.Municipality, b.Hash)).ToArray() });
        await write.ExecuteNonQueryAsync(cancel);
    }
}
