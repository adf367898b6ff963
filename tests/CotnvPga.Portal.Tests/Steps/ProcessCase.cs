using CotnvPga.Domain;
using CotnvPga.TestHost.Databases;
using Npgsql;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>
/// One case that is put in any situation at will: phase, circumstances and facts, past the process. Everything that a step did to it is
/// undone again, in whatever tables: those the database names itself.
/// </summary>
public sealed class ProcessCase : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly List<string> _tables;
    private bool _touched;

    private ProcessCase(SignalId id, NpgsqlConnection connection, List<string> tables) => (Id, _connection, _tables) = (id, connection, tables);

    public SignalId Id { get; }

    /// <summary>Keeps a case as it is now.</summary>
    public static async Task<ProcessCase> OfAsync(SignalId id, TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.AdministratorConnection);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("select table_name::text from information_schema.columns where table_schema = 'zaak' and column_name = 'signaal_id' and not (select relispartition from pg_class where oid = to_regclass(format('zaak.%I', table_name))) order by 1", connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        }
        var kept = new ProcessCase(id, connection, tables);
        await kept.RunAsync($"""
            set session_replication_role = replica;
            create temp table oud_signaal as select * from zaak.signaal where id = '{id}';
            {string.Join('\n', tables.Select(t => $"create temp table oud_{t} as select * from zaak.{t} where signaal_id = '{id}';"))}
            """);
        return kept;
    }

    /// <summary>Says that something may have changed.</summary>
    public void Touch() => _touched = true;

    /// <summary>Puts the case in a situation.</summary>
    public async Task BeAsync(Situation situation)
    {
        var undo = _touched ? string.Join('\n', await UndoAsync()) : "";
        _touched = false;
        var circumstances = situation.Circumstances.Select(c => $"(gen_random_uuid(), '{Id}', '{c.Party}', {(c.Municipality is null ? "null" : $"'{c.Municipality}'")}, '{c.Code}', 'start')").ToList();
        var verdicts = situation.Facts.Verdicts.Select(v => $"(gen_random_uuid(), '{Id}', {situation.Facts.Round}, '{v.Party}', '{v.Verdict}', '', gen_random_uuid())").ToList();
        await RunAsync($"""
            {undo}
            delete from zaak.omstandigheid where signaal_id = '{Id}';
            delete from zaak.oordeel_gegeven where signaal_id = '{Id}';
            delete from zaak.weging where signaal_id = '{Id}';
            delete from agenda.punt where signaal_id = '{Id}';
            delete from zaak.voorstel where signaal_id = '{Id}';
            {(circumstances.Count == 0 ? "" : $"insert into zaak.omstandigheid (id, signaal_id, partij, gemeente, code, bron) values {string.Join(", ", circumstances)};")}
            {(verdicts.Count == 0 ? "" : $"insert into zaak.weging (id, signaal_id, ronde, partij, oordeel, inhoud, door) values {string.Join(", ", verdicts)};")}
            {(situation.Facts.Changed ? Changed : "")}
            update zaak.signaal set fase = '{situation.Phase}', ronde = {situation.Facts.Round}, ongelezen = {situation.Facts.Unread}, bewaarplicht = {situation.Facts.Hold},
              spoed_tot = {(situation.Facts.Urgent is { } days ? $"current_date + {days}" : "null")} where id = '{Id}'
            """);
    }

    private string Changed => $"""
        insert into zaak.oordeel_gegeven (weging_id, gegeven_id, signaal_id, veranderd_op)
        select w.id, g.id, w.signaal_id, now() from zaak.weging w join zaak.gegeven g on g.signaal_id = w.signaal_id where w.signaal_id = '{Id}' limit 1;
        """;

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task<List<string>> UndoAsync()
    {
        var undo = new List<string>();
        foreach (var table in _tables)
        {
            var columns = await ColumnsAsync(table);
            undo.Add($"delete from zaak.{table} where signaal_id = '{Id}'; insert into zaak.{table} ({columns}) overriding system value select {columns} from oud_{table};");
        }
        var own = (await ColumnsAsync("signaal")).Split(", ");
        undo.Add($"update zaak.signaal s set {string.Join(", ", own.Where(c => c != "id").Select(c => $"{c} = o.{c}"))} from oud_signaal o where o.id = s.id;");
        return undo;
    }

    private readonly Dictionary<string, string> _columns = [];

    private async Task<string> ColumnsAsync(string table)
    {
        if (_columns.TryGetValue(table, out var known))
            return known;
        await using var command = new NpgsqlCommand(
            $"select string_agg(column_name::text, ', ' order by ordinal_position) from information_schema.columns where table_schema = 'zaak' and table_name = '{table}' and is_generated = 'NEVER'", _connection);
        return _columns[table] = (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Where a case stands: phase, what holds for whom, and what is true of it.</summary>
public sealed record Situation(string Phase, IReadOnlyList<Held> Circumstances, CaseTruth Facts);

/// <summary>A circumstance that a party has in the case.</summary>
public sealed record Held(string Party, string? Municipality, string Code);
