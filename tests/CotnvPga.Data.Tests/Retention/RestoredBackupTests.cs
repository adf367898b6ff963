using System.Diagnostics;
using System.Security.Cryptography;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Retention;
using CotnvPga.Data.Tests.Keys;
using CotnvPga.Domain;
using CotnvPga.Domain.Steps;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Databases;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Retention;

/// <summary>A backup of before a destruction, really made and put back: the case stays destroyed, for everybody and for good (wet-pga:9).</summary>
public sealed class RestoredBackupTests : KeyFolderTest
{
    [Fact]
    public async Task A_destroyed_case_does_not_come_back_with_an_old_backup()
    {
        var gone = await Table.Weighed("niet_in_overeenstemming", Item("waarneming", "Dit is vernietigd."));
        var stays = await Table.InWeighing(Item("waarneming", "Dit blijft."));
        var backup = Path.Combine(Folder, "backup.dump");
        await RunAsync("pg_dump", World.Database, "--format=custom", $"--file={backup}");

        await DestroyAsync(gone);
        (await RoundAsync(World)).ShouldBe(0);
        (await RoundAsync(World)).ShouldBe(0, "what is on the list stays on it, once");
        KeyFolder.OpenOrCreate(Folder).Destroyed.All().ShouldBe([gone.Value]);

        await using var restored = await TestDatabase.CreateEmptyAsync();
        await RunAsync("pg_restore", restored, "--exit-on-error", "--dbname=" + restored.Name, backup);
        // The portal that comes up on it has the keys, and knows the case by nothing but the list.
        await using var portal = CaseWorld.On(restored, KeyFolder.OpenOrCreate(Folder));
        var table = new CaseTable(portal, "9901");
        (await Scalar(restored, $"select count(*) from zaak.sleutel where signaal_id = '{gone}'")).ShouldBe(1L, "the backup has it whole");
        (await Scalar(restored, $"select count(*) > 0 from zaak.gegeven where signaal_id = '{gone}'")).ShouldBe(true);
        var wrapped = (byte[])(await Scalar(restored, $"select ingepakt from zaak.sleutel where signaal_id = '{gone}'"))!;
        Should.Throw<CryptographicException>(() => CaseKey.Unwrap(gone, wrapped, KeyFolder.OpenOrCreate(Folder)), "also before anything was cleared away");

        (await RoundAsync(portal)).ShouldBe(1);
        foreach (var actor in new[] { table.Burgemeester, table.Politie, table.Om, table.Fg })
            (await table.Open(actor, gone)).Refusal.ShouldBeOfType<NotKnown>();
        (await Scalar(restored, $"select count(*) from zaak.sleutel where signaal_id = '{gone}'")).ShouldBe(0L);
        (await Scalar(restored, $"select count(*) from zaak.gegeven where signaal_id = '{gone}'")).ShouldBe(0L);
        Done(await table.Open(table.Om, stays)).Items.Select(i => i.Value).ShouldContain("Dit blijft.");
        var certificate = Done(await portal.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(table.Burgemeester, 0, 100, default))).Certificates.ShouldHaveSingleItem();
        certificate.Stap.ShouldBe("herstel");
        (await RoundAsync(portal)).ShouldBe(0);
    }

    [Fact]
    public async Task A_list_that_was_lost_with_the_machine_is_made_again_from_the_database()
    {
        var gone = await Table.Weighed("niet_in_overeenstemming", Item("waarneming", "Dit is vernietigd."));
        await DestroyAsync(gone);
        await RoundAsync(World);
        File.Delete(Path.Combine(Folder, "vernietigd.txt"));
        await using var another = CaseWorld.On(World.Database, KeyFolder.OpenOrCreate(Folder));
        await RoundAsync(another);
        KeyFolder.OpenOrCreate(Folder).Destroyed.Has(gone.Value).ShouldBeTrue();
    }

    private async Task DestroyAsync(SignalId id)
    {
        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            Done(await Table.Take(actor, id, "vernietigen", new StepWords { Toelichting = "Niet meer nodig." }));
        (await Scalar(World.Database, $"select fase from zaak.signaal where id = '{id}'")).ShouldBe("vernietigd");
    }

    private static Task<int> RoundAsync(CaseWorld world) => world.Do<DestroyedRound, int>(r => r.RunAsync(default));

    // The programs of the server that the tests run on, as a backup really is made.
    private static async Task RunAsync(string program, TestDatabase database, params string[] arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.AdministratorConnection);
        var script = $". {Repository.PathOf("deploy/postgres/binaries.sh")}; find_postgres; exec \"$PG_BIN/$0\" \"$@\"";
        var start = new ProcessStartInfo("bash", ["-c", script, program, .. arguments]) { RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in new (string, string?)[]
        {
            ("PGHOST", connection.Host), ("PGPORT", $"{connection.Port}"), ("PGUSER", connection.Username), ("PGPASSWORD", connection.Password), ("PGDATABASE", database.Name),
        })
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
    }

    private static async Task<object?> Scalar(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
