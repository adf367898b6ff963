using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Tickets;

/// <summary>A connection goes from one request to the next as it is: nothing of the one may be left for the other.</summary>
public sealed class PooledConnectionTests : CaseTest
{
    [Fact]
    public async Task Of_a_ticket_that_was_shown_nothing_is_left_on_the_connection()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Table.Open(Table.Om, id)).Items.ShouldNotBeEmpty();
        var after = (DateTime)(await AsSuperuser("select clock_timestamp()"))!;
        await World.Do<NpgsqlDataSource, bool>(async source =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var left = new NpgsqlCommand("""
                select (select backend_start < $1 from pg_stat_activity where pid = pg_backend_pid()),
                  coalesce(current_setting('pga.kaartje', true), '') || coalesce(current_setting('pga.zegel', true), ''),
                  (select count(*) from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'), (select count(*) from pg_class where relpersistence = 't'),
                  (select string_agg(name, ', ') from pg_settings where source = 'session' and name not in ('application_name')), (select count(*) from zaak.gegeven)
                """, connection) { Parameters = { new NpgsqlParameter { Value = after } } };
            await using var row = await left.ExecuteReaderAsync();
            (await row.ReadAsync()).ShouldBeTrue();
            row.GetBoolean(0).ShouldBeTrue("it is the one that was used before");
            row.GetString(1).ShouldBeEmpty();
            row.GetInt64(2).ShouldBe(0, "locks");
            row.GetInt64(3).ShouldBe(0, "tables of a session");
            row.IsDBNull(4).ShouldBeTrue("settings of a session");
            row.GetInt64(5).ShouldBe(0);
            return true;
        });
    }
}
