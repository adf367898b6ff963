using CotnvPga.TestHost.Databases;
using Npgsql;

namespace CotnvPga.TestHost.Cases;

/// <summary>
/// Makes a database as full as that of a whole country: every case that is in it is copied, with all its rows in all tables, under new
/// ids, in the proportions of years of work. The copies are ciphertext that belongs to another id, so only the cases that were there
/// first can be opened. Which tables and columns there are, the database says itself.
/// </summary>
public static class Crowd
{
    // Of every hundred signals: most are closed or gone, some run.
    private static readonly (string Phase, int Share)[] Shares =
    [
        ("vernietigd", 25), ("afgesloten", 44), ("niet_voorgelegd", 3), ("uitvoering", 11), ("casusoverleg", 5), ("verzameling", 2), ("weging", 4), ("aanmelding", 2), ("melding", 4),
    ];

    private const int LogLinesPerCase = 10;

    /// <summary>Copies until there are so many signals.</summary>
    /// <returns>The cases that were there first, and can be opened.</returns>
    public static async Task<IReadOnlyList<Guid>> GatherAsync(TestDatabase database, int signals)
    {
        await using var connection = new NpgsqlConnection(database.AdministratorConnection);
        await connection.OpenAsync();
        var first = await ListAsync(connection, "select id::text from zaak.signaal order by nummer");
        await RunAsync(connection, $"""
            set session_replication_role = replica;
            update zaak.signaal set fase_sinds = now() - interval '40 days', laatst_verwerkt_op = now() - interval '40 days' where fase <> 'niet_voorgelegd';
            create temp table deel (fase text, deel int);
            insert into deel values {string.Join(", ", Shares.Select(s => $"('{s.Phase}', {s.Share})"))};
            create temp table kloon as
            select s.id as oud, (row_number() over ())::int as nr
            from (select z.id, z.fase, count(*) over (partition by z.fase) as gelijken from zaak.signaal z) s
            join deel d on d.fase = s.fase
            cross join lateral generate_series(1, ({signals}::bigint * d.deel / (select sum(deel) from deel where fase in (select fase from zaak.signaal)) / s.gelijken)::int);
            create index on kloon (oud);
            analyze kloon
            """);
        foreach (var table in await ListAsync(connection, "select distinct table_name::text from information_schema.columns where table_schema = 'zaak' and (column_name = 'signaal_id' or table_name = 'signaal') and not (select c.relispartition from pg_class c where c.oid = to_regclass(format('zaak.%I', table_name)))"))
            await CopyAsync(connection, table);
        await RunAsync(connection, "reset session_replication_role");
        // As the database does by itself in the days that this stands for.
        await RunAsync(connection, "vacuum analyze");
        return [.. first.Select(Guid.Parse)];
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table)
    {
        var columns = new List<(string Name, string Value)>();
        await using (var command = new NpgsqlCommand($"""
            select c.column_name::text, c.data_type::text, exists (
              select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
              where i.indrelid = 'zaak.{table}'::regclass and i.indisunique and a.attname = c.column_name)
            from information_schema.columns c
            where c.table_schema = 'zaak' and c.table_name = '{table}' and c.is_generated = 'NEVER' and c.is_identity = 'NO' and coalesce(c.column_default, '') not like 'nextval(%'
            order by c.ordinal_position
            """, connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                columns.Add((rows.GetString(0), ValueOf(table, rows.GetString(0), rows.GetString(1), rows.GetBoolean(2))));
        }
        var from = table == "logboek"
            ? $"(select l.*, row_number() over (partition by l.signaal_id order by l.id) as regel_nr from zaak.logboek l) t join kloon k on k.oud = t.signaal_id and t.regel_nr <= {LogLinesPerCase}"
            : $"zaak.{table} t join kloon k on k.oud = t.{(table == "signaal" ? "id" : "signaal_id")}";
        await RunAsync(connection, $"insert into zaak.{table} ({string.Join(", ", columns.Select(c => c.Name))}) select {string.Join(", ", columns.Select(c => c.Value))} from {from}");
    }

    private static string ValueOf(string table, string column, string type, bool unique) => (table, column, type) switch
    {
        (_, _, "uuid") => $"case when t.{column} in (select id from identiteit.account) then t.{column} else md5(t.{column}::text || k.nr)::uuid end",
        ("signaal", "gemeente", _) => "case when k.nr % 10 < 5 then '9901' when k.nr % 10 < 8 then '9902' else '9903' end",
        ("signaal", "fase_sinds" or "laatst_verwerkt_op", _) => $"case when t.fase = 'niet_voorgelegd' then now() else now() - interval '40 days' + k.nr * interval '30 seconds' end",
        (_, _, "bytea") when unique => $"sha256(t.{column} || int4send(k.nr))",
        (_, _, "text") when unique && column == "nummer" => $"t.{column} || '-' || k.nr",
        _ => $"t.{column}",
    };

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await rows.ReadAsync())
            list.Add(rows.GetString(0));
        return list;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1200 };
        await command.ExecuteNonQueryAsync();
    }
}
