using CotnvPga.Data.Keys;
using CotnvPga.Data.Signals;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using CotnvPga.Data.Convenants;
using CotnvPga.Identity.Instance;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CotnvPga.Data.Tests.Durability;

/// <summary>
/// A commit waits until the standby has it. When that wait is broken off, PostgreSQL answers that the commit succeeded, although one disk
/// has it: whoever believes that confirms what a change of primary takes away.
/// </summary>
public sealed class BrokenOffCommitTests : IAsyncLifetime
{
    private static readonly TestTemplate Template = new(database => PortalSchema.ApplyAsync(database, InstanceKind.Work));
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(Template);
        // A standby that does not exist. Only who asks to wait for it does: the other tests have synchronous_commit off.
        await AsAdministratorAsync("alter system set synchronous_standby_names = 'niemand'");
        await AsAdministratorAsync("select pg_reload_conf()");
        await AsAdministratorAsync("create table public.proef (id int)");
        await AsAdministratorAsync($"grant insert on public.proef to {TestDatabase.AppRole}; grant usage on schema public to {TestDatabase.AppRole}");
    }

    public async Task DisposeAsync()
    {
        await AsAdministratorAsync("alter system reset synchronous_standby_names");
        await AsAdministratorAsync("select pg_reload_conf()");
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_portal_never_takes_it_for_done()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddPortalData(Impatient(), ConvenantFolder.Load(Repository.PathOf("convenant")).Valid(), KeyFolder.Ephemeral(), MunicipalityFile.Read(Repository.PathOf("convenant")));
        await using var provider = services.BuildServiceProvider();

        var fault = await Should.ThrowAsync<NpgsqlException>(() => CommitAsync(provider.GetRequiredService<NpgsqlDataSource>()));

        DatabaseAway.Is(fault).ShouldBeTrue("who asked is told to come back");
    }

    [Fact]
    public async Task Who_reads_the_answer_is_told_that_it_succeeded()
    {
        await using var source = NpgsqlDataSource.Create(Impatient());

        await CommitAsync(source);
    }

    private string Impatient() => new NpgsqlConnectionStringBuilder(_database.AppConnection) { CommandTimeout = 1, Pooling = false }.ConnectionString;

    private static async Task CommitAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("set local synchronous_commit = on; insert into public.proef values (1)", connection))
            await write.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    // Itself it waits for nobody.
    private async Task AsAdministratorAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
