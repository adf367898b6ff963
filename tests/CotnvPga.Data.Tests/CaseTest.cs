using CotnvPga.TestHost.Cases;
using Npgsql;

namespace CotnvPga.Data.Tests;

/// <summary>A test with a database of its own and the people of one municipality.</summary>
public abstract class CaseTest : IAsyncLifetime
{
    protected CaseWorld World { get; private set; } = null!;

    protected CaseTable Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await NewWorldAsync();
        Table = new CaseTable(World, "9901");
    }

    public virtual Task DisposeAsync() => World.DisposeAsync().AsTask();

    /// <summary>The services on a new database; with the keys of every test unless a test says otherwise.</summary>
    protected virtual Task<CaseWorld> NewWorldAsync() => CaseWorld.CreateAsync();

    /// <summary>Runs SQL past row-level security: to arrange what only time or an intruder could.</summary>
    protected Task<object?> AsSuperuser(string sql) => Scalar(World.Database.AdministratorConnection, sql);

    /// <summary>Runs SQL as the portal's role, without any ticket.</summary>
    protected Task<object?> AsPortal(string sql) => Scalar(World.Database.AppConnection, sql);

    private static async Task<object?> Scalar(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
