using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Storage;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace CotnvPga.Identity.Tests.Instance;

public sealed class DemoGuardTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateEmptyAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData(InstanceKind.Demo, true)]
    [InlineData(InstanceKind.Work, false)]
    public async Task A_start_that_fits_the_database_starts(InstanceKind kind, bool isDemo)
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, kind);
        await using var portal = new TestPortal(database, isDemo);
        using var http = portal.Program();

        (await http.GetAsync("/.well-known/openid-configuration")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Demo_mode_does_not_start_on_a_working_database()
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Work);

        Refusal(isDemo: true).ShouldContain("made for real work");
    }

    [Fact]
    public async Task Real_work_does_not_start_on_a_demo()
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Demo);

        Refusal(isDemo: false).ShouldContain("demo database");
    }

    [Fact]
    public async Task Real_work_does_not_start_with_demo_accounts_however_they_came_there()
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Demo);
        await DemoAccounts.SeedAsync(database.OwnerConnection, Directory.CreateTempSubdirectory("cotnvpga-").FullName, TimeProvider.System);
        await ExecuteAsync("update identiteit.instantie set is_demo = false");

        Refusal(isDemo: false).ShouldContain("demo accounts");
    }

    [Fact]
    public async Task The_database_refuses_a_demo_account_outside_a_demo()
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Work);

        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync("""
            insert into identiteit.account
              (id, user_name, normalized_user_name, display_name, is_demo, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            values (gen_random_uuid(), 'demo', 'DEMO', 'Demo', true, false, false, true, 0)
            """))).MessageText.ShouldContain("demo database");
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://localhost:8080;http://192.0.2.1:8080")]
    [InlineData("http://[::]:8080")]
    public async Task Demo_mode_does_not_listen_beyond_this_machine(string addresses)
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Demo);

        Refusal(isDemo: true, addresses).ShouldContain("loopback");
    }

    [Fact]
    public void A_database_without_the_schema_is_refused() => Should.Throw<Exception>(() => Start(isDemo: true));

    private string Refusal(bool isDemo, string? addresses = null) =>
        Should.Throw<InvalidOperationException>(() => Start(isDemo, addresses)).Message;

    private void Start(bool isDemo, string? addresses = null)
    {
        using var portal = new TestPortal(database, isDemo);
        using var listening = portal.WithWebHostBuilder(builder =>
        {
            if (addresses is not null)
                builder.UseUrls(addresses);
        });
        _ = listening.Server;
    }

    private async Task ExecuteAsync(string sql) => await (await PostgresServer.StartedAsync()).ExecuteAsync(database.Name, sql);
}
