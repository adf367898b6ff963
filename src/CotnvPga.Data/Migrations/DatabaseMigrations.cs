using CotnvPga.Convenant;
using CotnvPga.Data.Keys;
using DbUp;
using Npgsql;

namespace CotnvPga.Data.Migrations;

/// <summary>Brings the case database to this version: the numbered SQL files, then the copies that change with the rule data and the keys.</summary>
public static class DatabaseMigrations
{
    /// <summary>Applies what is not applied yet. Idempotent.</summary>
    /// <param name="ownerConnection">Connection string of <c>pga_owner</c>, who owns the schemas.</param>
    /// <param name="convenant">The rule data that the database copies.</param>
    /// <param name="keys">The keys whose ticket key the database must know.</param>
    /// <exception cref="InvalidOperationException">A file failed; nothing of it was applied.</exception>
    public static async Task ApplyAsync(string ownerConnection, CompiledConvenant convenant, KeyFolder keys, CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancel);
        await using (var journal = new NpgsqlCommand("create schema if not exists proces", connection))
            await journal.ExecuteNonQueryAsync(cancel);

        var outcome = DeployChanges.To.PostgresqlDatabase(ownerConnection)
            .WithScriptsEmbeddedInAssembly(typeof(DatabaseMigrations).Assembly, name => name.Contains(".Migrations.Sql.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .JournalToPostgresqlTable("proces", "migratie")
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!outcome.Successful)
            throw new InvalidOperationException($"Migratie {outcome.ErrorScript?.Name} is mislukt.", outcome.Error);

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ProcessCopy.WriteAsync(connection, convenant, cancel);
        await ConvenantCopy.WriteAsync(connection, convenant, cancel);
        await TicketKeyCopy.WriteAsync(connection, keys, cancel);
        await using (var after = new NpgsqlCommand("select keten.aanhaken(), toegang.afdwingen()", connection))
            await after.ExecuteNonQueryAsync(cancel);
        await RecognitionCopy.WriteAsync(connection, keys, cancel);
        await transaction.CommitAsync(cancel);
    }
}
