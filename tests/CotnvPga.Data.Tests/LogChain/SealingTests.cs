using CotnvPga.Data.LogChain;
using CotnvPga.Domain;
using CotnvPga.Domain.LogChain;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.LogChain;

/// <summary>Lines get their place in the chain a moment later, by whoever comes first, and writers wait for nobody.</summary>
public sealed class SealingTests : CaseTest
{
    private const string Attempt = "insert into keten.poging (handeling, uitkomst, status) values ('GET /proef', 'fout', 500)";

    [Fact]
    public async Task What_people_see_and_what_is_refused_ends_in_one_chain_that_agrees_with_its_checkpoints()
    {
        using var log = new ChainLog(World);
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Tail()).Waiting.ShouldBeGreaterThan(0);
        await log.Seal();
        (await Tail()).Waiting.ShouldBe(0);
        Done(await log.Sign());
        Done(await Table.Open(Table.Om, id));
        await AsPortal(Attempt);
        await log.Seal();
        Done(await log.Sign());

        var verified = await log.Verify();

        verified.Findings.ShouldBeEmpty();
        verified.Agreed.ShouldBe(2);
        verified.Read.ShouldBe(await AsSuperuser("select (select count(*) from zaak.logboek) + (select count(*) from keten.poging)"));
        verified.Waiting.ShouldBe(2, "that somebody reads the log is itself a line, which waits");
    }

    [Fact]
    public async Task A_writer_that_is_not_done_holds_up_nobody_and_gets_its_place_when_it_is()
    {
        using var log = new ChainLog(World);
        await log.Seal();
        await using var slow = new NpgsqlConnection(World.Database.AppConnection);
        await slow.OpenAsync();
        await using var open = await slow.BeginTransactionAsync();
        await using (var first = new NpgsqlCommand(Attempt, slow, open))
            await first.ExecuteNonQueryAsync();
        await AsPortal(Attempt);

        (await log.Seal()).ShouldBe(1, "the line that was written later and is done");
        await open.CommitAsync();
        (await log.Seal()).ShouldBe(1, "the line of before");
        Done(await log.Sign());
        (await log.Verify()).Findings.ShouldBeEmpty();
        (await AsSuperuser("select array_agg(bron_id order by nr) = array[2, 1]::bigint[] from keten.blad where bron = 'poging'")).ShouldBe(true);
    }

    [Fact]
    public async Task Many_who_seal_at_the_same_time_give_each_line_one_place()
    {
        using var log = new ChainLog(World);
        var writers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await AsPortal(Attempt);
        }));
        var sealers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await log.Seal();
        }));
        await Task.WhenAll(writers.Concat(sealers));
        await log.Seal();

        (await AsSuperuser("select count(*) from keten.blad where bron = 'poging'")).ShouldBe(200L);
        Done(await log.Sign());
        (await log.Verify()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_log_that_was_changed_is_not_signed_again()
    {
        using var log = new ChainLog(World);
        await Table.InWeighing(Item("waarneming", "Iets gezien."));
        await log.Seal();
        Done(await log.Sign());
        await AsSuperuser("set session_replication_role = replica; delete from keten.blad where nr = (select max(nr) from keten.blad)");
        (await log.Sign()).Refusal.ShouldBeOfType<NotNow>().Message.ShouldContain("korter");

        await AsPortal(Attempt);
        await log.Seal();
        (await log.Sign()).Refusal.ShouldBeOfType<NotNow>().Message.ShouldContain("niet meer die van het laatste ijkpunt");
        (await log.Verify()).Findings.ShouldContain(f => f.Fault == ChainFault.Ijkpunt);
    }

    [Theory]
    [InlineData("update zaak.logboek set partij = 'x'")]
    [InlineData("delete from zaak.logboek")]
    [InlineData("truncate zaak.logboek")]
    [InlineData("delete from zaak.logboek_0")]
    [InlineData("update zaak.logboek_1 set partij = 'x'")]
    [InlineData("delete from keten.blad")]
    [InlineData("update keten.poging set status = 200")]
    public async Task Also_the_owner_of_the_tables_only_adds(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => As(World.Database.OwnerConnection, sql))).SqlState.ShouldBe("42501");

    [Theory]
    [InlineData("select * from keten.uitvoer(0, 10)")]
    [InlineData("select * from keten.buiten()")]
    [InlineData("select keten.gebruiken('Iemand', 'nieuwsgierigheid', 'Zomaar eens.')")]
    [InlineData("select keten.gebruiken('', 'rechtmatigheid', 'Zonder naam.')")]
    [InlineData("select * from zaak.logboek")]
    [InlineData("select * from zaak.gegeven")]
    [InlineData("select * from keten.poging")]
    [InlineData("delete from keten.blad")]
    [InlineData("select keten.verzegel(1)")]
    public async Task Whoever_checks_reads_the_log_for_the_ends_of_the_law_only_and_nothing_else(string sql)
    {
        await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Should.ThrowAsync<PostgresException>(() => As(World.Database.AuditConnection, sql))).SqlState.ShouldBeOneOf("42501", "23514");
    }

    private Task<LogTailState> Tail() => World.Do<LogTail, LogTailState>(t => t.ReadAsync(default));

    private static async Task As(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
