namespace CotnvPga.TestHost.Databases;

/// <summary>
/// A database that is prepared once in a test process and then copied, which is far quicker than preparing each one.
/// Keep one in a static field per way of preparing.
/// </summary>
/// <param name="prepare">Fills a database, for example with the migrations. It closes what it opens.</param>
/// <param name="from">What the database has already; nothing when left out.</param>
public sealed class TestTemplate(Func<TestDatabase, Task> prepare, TestTemplate? from = null)
{
    private readonly Lazy<Task<string>> name = new(() => PrepareAsync(prepare, from));

    /// <summary>Name of the prepared database; prepared by the first who asks.</summary>
    internal Task<string> DatabaseAsync() => name.Value;

    private static async Task<string> PrepareAsync(Func<TestDatabase, Task> prepare, TestTemplate? from)
    {
        var database = from is null ? await TestDatabase.CreateEmptyAsync() : await TestDatabase.CreateAsync(from);
        await prepare(database);
        var server = await PostgresServer.StartedAsync();
        // A database can be copied only while nobody is connected to it. It goes with the cluster.
        await database.CloseConnectionsAsync();
        await server.ExecuteAsync("postgres", $"alter database {database.Name} with allow_connections false");
        return database.Name;
    }
}
