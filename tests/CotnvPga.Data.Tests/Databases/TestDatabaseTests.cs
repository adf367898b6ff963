using CotnvPga.TestHost.Databases;
using Npgsql;

namespace CotnvPga.Data.Tests.Databases;

/// <summary>The ground under all database tests: real roles with little power, and databases that do not see each other.</summary>
public sealed class TestDatabaseTests
{
    private static readonly TestTemplate OneTable = new(database => RunAsync(database.OwnerConnection,
        "create schema proef; create table proef.regel (tekst text); grant usage on schema proef to pga_app; grant select, insert on proef.regel to pga_app"));

    [Fact]
    public async Task CreateAsync_TwoCopiesOfOneTemplate_DoNotSeeEachOther()
    {
        await using var one = await TestDatabase.CreateAsync(OneTable);
        await using var other = await TestDatabase.CreateAsync(OneTable);

        await RunAsync(one.AppConnection, "insert into proef.regel values ('alleen hier')");

        (await ScalarAsync(one.AppConnection, "select count(*) from proef.regel")).ShouldBe(1L);
        (await ScalarAsync(other.AppConnection, "select count(*) from proef.regel")).ShouldBe(0L);
    }

    [Theory]
    [InlineData("create schema eigen")]
    [InlineData("create table public.eigen (x int)")]
    [InlineData("create temporary table eigen (x int)")]
    [InlineData("set role pga_owner")]
    [InlineData("create role erbij")]
    public async Task AppRole_WantsMoreThanThePortalNeeds_IsRefused(string sql)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var refusal = await Should.ThrowAsync<PostgresException>(() => RunAsync(database.AppConnection, sql));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData(TestDatabase.OwnerRole)]
    [InlineData(TestDatabase.AppRole)]
    public async Task Role_OfThePortal_CannotPassRowSecurity(string role)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var powers = await ScalarAsync(database.AdministratorConnection,
            $"select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = '{role}'");

        powers.ShouldBe(false);
    }

    [Fact]
    public async Task DisposeAsync_WithAConnectionStillOpen_DropsTheDatabase()
    {
        var database = await TestDatabase.CreateEmptyAsync();
        await using var open = new NpgsqlConnection(database.AppConnection);
        await open.OpenAsync();

        await database.DisposeAsync();

        await using var next = await TestDatabase.CreateEmptyAsync();
        (await ScalarAsync(next.AdministratorConnection, $"select count(*) from pg_database where datname = '{database.Name}'")).ShouldBe(0L);
    }

    private static async Task RunAsync(string connectionString, string sql) => await ScalarAsync(connectionString, sql);

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
