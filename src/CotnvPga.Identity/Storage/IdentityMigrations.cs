using System.Reflection;
using CotnvPga.Identity.Instance;
using Npgsql;

namespace CotnvPga.Identity.Storage;

/// <summary>Makes and updates schema <c>identiteit</c> from the numbered SQL files in <c>Migrations</c>.</summary>
public static class IdentityMigrations
{
    private const string Folder = "CotnvPga.Identity.Storage.Migrations.";

    /// <summary>
    /// Applies what was not applied yet, all or nothing. Safe to run again, and by two at the same time.
    /// </summary>
    /// <param name="ownerConnectionString">Connection of the role that owns the schemas.</param>
    /// <param name="kind">What a database that is made now is for; an existing one keeps what it was made for.</param>
    /// <param name="cancel">Stops the work; nothing is then applied.</param>
    public static async Task ApplyAsync(string ownerConnectionString, InstanceKind kind, CancellationToken cancel = default)
    {
        await using var source = new NpgsqlDataSourceBuilder(ownerConnectionString).Build();
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);

        await ExecuteAsync("select pg_advisory_xact_lock(hashtext('identiteit.migratie'))");
        await ExecuteAsync($"create schema if not exists {IdentityContext.Schema}");
        await ExecuteAsync("create table if not exists identiteit.migratie (name text primary key, applied_at timestamptz not null default now())");

        foreach (var (name, sql) in Scripts())
        {
            await using var known = new NpgsqlCommand("insert into identiteit.migratie (name) values ($1) on conflict do nothing", connection);
            known.Parameters.Add(new() { Value = name });
            if (await known.ExecuteNonQueryAsync(cancel) == 1)
                await ExecuteAsync(sql);
        }

        await using var instance = new NpgsqlCommand(
            "insert into identiteit.instantie (id, is_demo, created_at) values ($1, $2, now()) on conflict do nothing", connection);
        instance.Parameters.Add(new() { Value = Guid.NewGuid() });
        instance.Parameters.Add(new() { Value = kind == InstanceKind.Demo });
        await instance.ExecuteNonQueryAsync(cancel);

        await transaction.CommitAsync(cancel);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static IEnumerable<(string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Folder.Length..], reader.ReadToEnd());
        }
    }
}
