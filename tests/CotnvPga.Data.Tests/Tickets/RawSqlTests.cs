using System.Globalization;
using CotnvPga.TestHost.Cases;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Tickets;

/// <summary>What somebody with the portal's database password gets without the portal's seal: nothing that can be read.</summary>
public sealed class RawSqlTests : CaseTest
{
    private const string Secret = "K-geheim-woord-7731";

    [Fact]
    public async Task Without_a_ticket_no_table_of_cases_shows_a_row()
    {
        await Table.InWeighing(Item("waarneming", Secret));
        var tables = new List<string>();
        await using var connection = new NpgsqlConnection(World.Database.AppConnection);
        await connection.OpenAsync();
        await using (var command = new NpgsqlCommand("select c.relname from pg_class c where c.relnamespace = 'zaak'::regnamespace and c.relkind = 'r'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        tables.Count.ShouldBeGreaterThan(14);
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"select count(*) from zaak.{table}", connection);
            try
            {
                (await command.ExecuteScalarAsync()).ShouldBe(0L, table);
            }
            catch (PostgresException e)
            {
                e.SqlState.ShouldBe("42501", table);
            }
        }
    }

    [Fact]
    public async Task Every_table_of_cases_stands_under_row_level_security()
    {
        (await AsSuperuser("select string_agg(relname, ', ') from pg_class where relnamespace = 'zaak'::regnamespace and relkind = 'r' and not relrowsecurity")).ShouldBe(DBNull.Value);
        (await AsSuperuser("select count(*) from pg_roles where rolname = 'pga_app' and (rolbypassrls or rolsuper)")).ShouldBe(0L);
    }

    [Theory]
    [InlineData("{\"soort\":\"zaak\",\"zaak\":\"ID\",\"fase\":\"weging\",\"partij\":\"politie\",\"bit\":4,\"handeling\":\"raadplegen\",\"omstandigheden\":1,\"tot\":99999999999}", "00")]
    [InlineData("{\"soort\":\"persoon\",\"plaatsen\":[{\"partij\":\"politie\",\"waar\":\"9901\"}],\"tot\":99999999999}", "")]
    [InlineData("geen json", "00")]
    public async Task A_forged_ticket_opens_nothing(string ticket, string seal)
    {
        var id = await Table.InWeighing(Item("waarneming", Secret));
        await using var connection = new NpgsqlConnection(World.Database.AppConnection);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("select set_config('pga.kaartje', $1, false), set_config('pga.zegel', $2, false)", connection);
        set.Parameters.Add(new NpgsqlParameter { Value = ticket.Replace("ID", id.ToString(), StringComparison.Ordinal) });
        set.Parameters.Add(new NpgsqlParameter { Value = seal });
        await set.ExecuteNonQueryAsync();
        foreach (var query in new[]
        {
            "select count(*) from zaak.gegeven", $"select count(*) from toegang.stand('{id}')", "select count(*) from toegang.gegevens_kort()",
            "select count(*) from toegang.bekende_zaken(0, 100, false)", "select count(*) from toegang.herhaling()", "select count(toegang.werksleutel('x', array['a']))", "select count(*) from toegang.onthul('[]')",
        })
        {
            await using var command = new NpgsqlCommand(query, connection);
            (await command.ExecuteScalarAsync()).ShouldBe(0L, query);
        }
    }

    [Theory]
    [InlineData("select ingepakt from zaak.sleutel")]
    [InlineData("select binnen from toegang.sleutel")]
    [InlineData("update zaak.signaal set fase = 'uitvoering'")]
    [InlineData("update zaak.gegeven set noodzaak = -1")]
    [InlineData("delete from zaak.logboek")]
    [InlineData("insert into zaak.logboek (signaal_id, partij, handeling, doel, regel, grondslagen, convenant) values (gen_random_uuid(), 'om', 'x', 'x', 'x', '{}', 'x')")]
    [InlineData("update proces.stap set partijen = '{nctv}'")]
    [InlineData("update telling.teller set aantal = 0")]
    public async Task The_portals_role_may_not(string sql) => (await Should.ThrowAsync<PostgresException>(() => AsPortal(sql))).SqlState.ShouldBe("42501");

    [Fact]
    public async Task Nobody_finds_a_value_in_the_database_not_even_its_administrator()
    {
        await Table.InWeighing(Item("waarneming", Secret));
        await Table.Judge(Table.Politie, Done(await Table.Register(Table.Burgemeester, Item("waarneming", Secret))).Id, "in_overeenstemming");
        foreach (var table in new[] { "gegeven", "noodzaak", "weging", "stap", "voorstel", "handeling", "logboek", "herhaling" })
        {
            var found = await AsSuperuser($"select count(*) from zaak.{table} t where t::text like '%{Secret}%' or t::text like '%{Hex(Secret)}%'");
            found.ShouldBe(0L, table);
        }
    }

    [Fact]
    public async Task Every_value_shown_is_one_line_in_the_log_with_its_article()
    {
        var id = await Table.InWeighing(Item("waarneming", Secret), Item("achternaam", "A."));
        var view = Done(await Table.Open(Table.Om, id));
        view.Items.Count.ShouldBe(3);
        (await AsSuperuser("select count(*) from zaak.logboek where handeling = 'raadplegen' and partij = 'om' and gegeven_id is not null and cardinality(grondslagen) > 0")).ShouldBe(3L);
        await Table.Open(CaseWorld.Person(Domain.Vocabulary.Party.Om, "9902"), id);
        (await AsSuperuser("select count(*) from zaak.logboek where handeling = 'raadplegen' and gegeven_id is not null")).ShouldBe(3L);
    }

    private static string Hex(string text) => string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
