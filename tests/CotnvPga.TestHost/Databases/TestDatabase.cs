using Npgsql;

namespace CotnvPga.TestHost.Databases;

/// <summary>A database of its own for one test class; disposing it drops it.</summary>
/// <example>
/// <code>
/// await using var database = await TestDatabase.CreateAsync(Templates.Portal);
/// await using var source = NpgsqlDataSource.Create(database.AppConnection);
/// </code>
/// </example>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The role that owns the schemas and runs migrations.</summary>
    public const string OwnerRole = "pga_owner";

    /// <summary>The role of the portal: owns nothing and stands under row-level security.</summary>
    public const string AppRole = "pga_app";

    /// <summary>The role of what the portal does by itself.</summary>
    public const string JobRole = "pga_taken";

    /// <summary>The role of who checks the log.</summary>
    public const string AuditRole = "pga_controle";

    private readonly PostgresServer server;

    private TestDatabase(PostgresServer server, string name) => (this.server, Name) = (server, name);

    /// <summary>Name of the database; different for every test database of the cluster.</summary>
    public string Name { get; }

    /// <summary>Connection string of <see cref="OwnerRole"/>.</summary>
    public string OwnerConnection => server.ConnectionOf(OwnerRole, Name);

    /// <summary>Connection string of <see cref="AppRole"/>.</summary>
    public string AppConnection => server.ConnectionOf(AppRole, Name);

    /// <summary>Connection string of <see cref="JobRole"/>.</summary>
    public string JobConnection => server.ConnectionOf(JobRole, Name);

    /// <summary>Connection string of <see cref="AuditRole"/>.</summary>
    public string AuditConnection => server.ConnectionOf(AuditRole, Name);

    /// <summary>Connection string of a superuser, who sees through row-level security: for arranging and for attacks only.</summary>
    public string AdministratorConnection => server.AdministratorOf(Name);

    /// <summary>Makes an empty database: no schemas, the rights of a database that <c>./run</c> makes.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(CancellationToken cancel = default) => CopyAsync("template0", cancel);

    /// <summary>Makes a copy of a prepared database.</summary>
    public static async Task<TestDatabase> CreateAsync(TestTemplate template, CancellationToken cancel = default) =>
        await CopyAsync(await template.DatabaseAsync(), cancel);

    /// <summary>Drops the database, also when connections to it are still open.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseConnectionsAsync();
        await server.ExecuteAsync("postgres", $"drop database if exists {Name} with (force)");
    }

    /// <summary>Closes the pooled connections of this process, and then whatever else is still connected.</summary>
    internal async Task CloseConnectionsAsync()
    {
        foreach (var connection in new[] { OwnerConnection, AppConnection, JobConnection, AuditConnection })
        {
            await using var pooled = new NpgsqlConnection(connection);
            NpgsqlConnection.ClearPool(pooled);
        }

        await server.ExecuteAsync("postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'");
    }

    private static async Task<TestDatabase> CopyAsync(string template, CancellationToken cancel)
    {
        var server = await PostgresServer.StartedAsync();
        var database = new TestDatabase(server, $"toets_{Guid.NewGuid():n}");
        await server.ExecuteAsync("postgres", $"create database {database.Name} template {template}", cancel);
        // Rights on the database itself do not come along with a copy.
        await server.ExecuteAsync(database.Name, await File.ReadAllTextAsync(Repository.PathOf("deploy/postgres/database.sql"), cancel), cancel);
        return database;
    }
}
