using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Oidc.Server;
using CotnvPga.Identity.Storage;
using CotnvPga.TestHost.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CotnvPga.Identity.Tests.Storage;

public sealed class IdentityMigrationsTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateEmptyAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Migrating_twice_at_the_same_time_and_again_gives_one_schema_and_one_instance()
    {
        await Task.WhenAll(ApplyAsync(InstanceKind.Work), ApplyAsync(InstanceKind.Work));
        await ApplyAsync(InstanceKind.Work);

        (await QueryAsync("select is_demo::text from identiteit.instantie")).ShouldBe(["false"]);
        (await QueryAsync("select name from identiteit.migratie order by name")).ShouldBe(["0001_accounts.sql", "0002_oidc.sql", "0003_opleiding.sql", "0004_continuiteit.sql", "0005_berichten.sql", "0420_tweede_stap.sql", "0421_eigen_inlogserver.sql", "0440_sleutelring.sql"]);
    }

    [Fact]
    public async Task A_working_database_never_becomes_a_demo()
    {
        await ApplyAsync(InstanceKind.Work);
        await ApplyAsync(InstanceKind.Demo);

        (await QueryAsync("select is_demo::text from identiteit.instantie")).ShouldBe(["false"]);
        await Should.ThrowAsync<InvalidOperationException>(() => DemoAccounts.SeedAsync(database.OwnerConnection, Path.GetTempPath(), TimeProvider.System));
    }

    [Fact]
    public async Task The_model_and_the_tables_are_equal()
    {
        await ApplyAsync(InstanceKind.Work);
        var tables = await QueryAsync("""
            select table_name || '.' || column_name || ' ' || case is_nullable when 'YES' then 'null' else 'not null' end
            from information_schema.columns where table_schema = 'identiteit' and table_name <> 'migratie'
            """);

        await using var people = new IdentityContext(IdentityDatabase.Options<IdentityContext>(database.AppConnection));
        await using var oidc = new OidcContext(IdentityDatabase.Options<OidcContext>(database.AppConnection));
        ColumnsOf(people.Model).Concat(ColumnsOf(oidc.Model)).Order().ShouldBe(tables.Order());
    }

    private static IEnumerable<string> ColumnsOf(IModel model) =>
        from entity in model.GetEntityTypes()
        from property in entity.GetProperties()
            // ASP.NET Core Identity allows an account without a name; we do not.
        let required = !property.IsNullable || property.Name is "UserName" or "NormalizedUserName"
        select $"{entity.GetTableName()}.{property.GetColumnName()} {(required ? "not null" : "null")}";

    private Task ApplyAsync(InstanceKind kind) => IdentityMigrations.ApplyAsync(database.OwnerConnection, kind);

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnection);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
