using CotnvPga.Data.Cases;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Portals;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Tickets;

/// <summary>
/// Somebody with the portal's database password who also got hold of a real, sealed ticket: it gives what its owner may see at that moment,
/// until it lapses, and nothing when one sign of it is another.
/// </summary>
public sealed class ReplayedTicketTests : CaseTest
{
    private static readonly string[] Questions =
    [
        "select count(*) from zaak.gegeven", "select count(*) from zaak.signaal", "select count(*) from toegang.gegevens_kort()", "select count(*) from toegang.gegevens_lezen()",
        "select count(*) from toegang.logboek(true)", "select count(*) from zaak.stap", "select count(*) from zaak.weging", "select count(*) from zaak.stuk",
    ];

    [Fact]
    public async Task A_real_ticket_shows_what_its_owner_may_see_and_none_that_was_changed_shows_anything()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."), Item("achternaam", "A."));
        var (words, seal) = await TicketOf(Table.Om, id);
        (await AllAsync(words, seal)).ShouldBeGreaterThan(0, "else this test tells nothing");

        var random = new Random(3);
        for (var i = 0; i < 150; i++)
        {
            var at = random.Next(words.Length);
            var other = (char)random.Next(' ', '~');
            if (other == words[at])
                continue;
            (await AllAsync(words[..at] + other + words[(at + 1)..], seal)).ShouldBe(0, $"sign {at} is {other}");
        }
        (await AllAsync(words + " ", seal)).ShouldBe(0);
        (await AllAsync(words, "")).ShouldBe(0);
        (await AllAsync(words, seal.ToUpperInvariant())).ShouldBe(0);
        var other2 = await TicketOf(Table.Politie, id);
        (await AllAsync(words, other2.Seal)).ShouldBe(0, "the seal of another");
    }

    [Fact]
    public async Task A_ticket_whose_time_is_over_shows_nothing()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var ticket = await UnsealedAsync(Table.Om, id);
        var now = SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds();
        var (live, lapsed) = (Seal(ticket with { Until = now + 60 }), Seal(ticket with { Until = now - 1 }));
        (await AllAsync(live.Words, live.Seal)).ShouldBeGreaterThan(0);
        (await AllAsync(lapsed.Words, lapsed.Seal)).ShouldBe(0);
    }

    [Fact]
    public async Task A_ticket_of_before_the_case_went_on_shows_nothing()
    {
        var id = await Table.InRegistration(Item("waarneming", "Iets gezien."));
        var (words, seal) = await TicketOf(Table.Politie, id);
        (await AllAsync(words, seal)).ShouldBeGreaterThan(0);
        await AsSuperuser($"update zaak.signaal set fase = 'weging' where id = '{id}'");
        (await AllAsync(words, seal)).ShouldBe(0, "the phase is another");
    }

    [Fact]
    public async Task A_ticket_of_who_was_at_the_table_shows_nothing_once_that_ended()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        var (words, seal) = await TicketOf(Table.College, id);
        (await AllAsync(words, seal)).ShouldBeGreaterThan(0);
        await AsSuperuser($"update zaak.omstandigheid set tot = clock_timestamp() where signaal_id = '{id}' and partij = 'college'");
        (await AllAsync(words, seal)).ShouldBe(0);
    }

    [Theory]
    [InlineData("insert into zaak.stap (id, signaal_id, stap, van, naar, op) select gen_random_uuid(), id, 'vernietigen', fase, 'vernietigd', now() from zaak.signaal")]
    [InlineData("insert into zaak.gegeven (id, signaal_id) select gen_random_uuid(), signaal_id from zaak.gegeven")]
    [InlineData("update zaak.signaal set fase = 'weging'")]
    [InlineData("delete from zaak.gegeven")]
    [InlineData("select ingepakt from zaak.sleutel")]
    [InlineData("select toegang.te_doen('vernietigen', 0, 0)")]
    [InlineData("select toegang.opnieuw_vernietigen(array[gen_random_uuid()])")]
    [InlineData("set role pga_owner")]
    [InlineData("set role pga_taken")]
    [InlineData("set session authorization pga_controle")]
    [InlineData("set row_security = off; select * from zaak.gegeven")]
    [InlineData("alter table zaak.gegeven disable row level security")]
    [InlineData("create policy open on zaak.gegeven using (true)")]
    [InlineData("create table toegang.mijn (x int)")]
    [InlineData("copy zaak.gegeven to program 'cat'")]
    [InlineData("select pg_read_file('/etc/hostname')")]
    public async Task With_a_real_ticket_the_portals_role_still_may_not(string sql)
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var (words, seal) = await TicketOf(Table.Om, id);
        await using var connection = await ShowAsync(words, seal);
        await using var command = new NpgsqlCommand(sql, connection);
        (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync)).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task The_portals_role_takes_no_step_of_the_process_also_with_a_ticket_of_the_clock()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var (words, seal) = Seal(new Ticket { Kind = "klok", Case = id.Value, Until = SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds() + 60 });
        await using var connection = await ShowAsync(words, seal);
        await using var command = new NpgsqlCommand($"insert into zaak.stap (id, signaal_id, stap, van, naar) values (gen_random_uuid(), '{id}', 'opschorten', 'weging', 'weging')", connection);
        (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync)).SqlState.ShouldBe("42501");
    }

    private async Task<long> AllAsync(string words, string seal)
    {
        await using var connection = await ShowAsync(words, seal);
        var all = 0L;
        foreach (var question in Questions)
        {
            await using var command = new NpgsqlCommand(question, connection);
            try
            {
                all += (long)(await command.ExecuteScalarAsync())!;
            }
            catch (PostgresException e)
            {
                // A ticket that cannot even be read is refused harder.
                e.SqlState.ShouldNotBe("XX000");
            }
        }
        return all;
    }

    private async Task<NpgsqlConnection> ShowAsync(string words, string seal)
    {
        var connection = new NpgsqlConnection(World.Database.AppConnection);
        await connection.OpenAsync();
        await using var set = new NpgsqlCommand("select set_config('pga.kaartje', $1, false), set_config('pga.zegel', $2, false)", connection);
        set.Parameters.Add(new NpgsqlParameter { Value = words });
        set.Parameters.Add(new NpgsqlParameter { Value = seal });
        await set.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<(string Words, string Seal)> TicketOf(Actor actor, SignalId id) => Seal(await UnsealedAsync(actor, id));

    private static (string Words, string Seal) Seal(Ticket ticket) => new TicketSealer(TestKeys.OfCases, SystemClock.Instance).Seal(ticket);

    private Task<Ticket> UnsealedAsync(Actor actor, SignalId id) => World.Do<CaseDoor, Ticket>(async door =>
    {
        await using var source = NpgsqlDataSource.Create(World.Database.AppConnection);
        var ticket = await door.Context.InTransactionAsync<Ticket>(async () =>
        {
            var entry = Done(await door.EnterAsync(actor, id, null, forChange: false, default));
            var (allowed, promised) = await new MaskStore(source).HashesAsync(door.View(entry, Act.Raadplegen), default);
            return door.CaseTicket(entry, Act.Raadplegen.Code()) with { Mask = allowed, Promised = promised };
        }, default);
        return Done(ticket);
    });
}
