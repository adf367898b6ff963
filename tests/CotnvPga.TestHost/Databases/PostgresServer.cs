using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace CotnvPga.TestHost.Databases;

/// <summary>
/// The private PostgreSQL cluster of this test run: the one that <c>./test</c> started (environment variable
/// <c>PGA_TEST_POSTGRES</c>), else one of this process alone, which stops and disappears when the process ends.
/// </summary>
public sealed class PostgresServer
{
    /// <summary>The environment variable with a superuser's connection string.</summary>
    public const string Variable = "PGA_TEST_POSTGRES";

    private const string RoleLock = "select pg_advisory_xact_lock(hashtext('cotnvpga.testrollen'))";

    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    private readonly NpgsqlConnectionStringBuilder administrator;

    private PostgresServer(string administrator) => this.administrator = new(administrator) { Pooling = false };

    /// <summary>The running cluster, with the roles of the portal in it.</summary>
    /// <exception cref="InvalidOperationException">No PostgreSQL could be found or started.</exception>
    public static Task<PostgresServer> StartedAsync() => Shared.Value;

    /// <summary>Connection string of a superuser, who sees through row-level security: for arranging and for attacks only.</summary>
    public string AdministratorOf(string database) =>
        new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Connection string of one of the portal's own roles.</summary>
    public string ConnectionOf(string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = administrator.Host,
        Port = administrator.Port,
        Username = role,
        Password = PasswordOf(role),
        Database = database,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Runs SQL as the superuser in one database.</summary>
    public async Task ExecuteAsync(string database, string sql, CancellationToken cancel = default)
    {
        await using var connection = new NpgsqlConnection(AdministratorOf(database));
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(Environment.GetEnvironmentVariable(Variable) ?? await StartOwnAsync());
        var roles = await File.ReadAllTextAsync(Repository.PathOf("deploy/postgres/roles.sql"));
        // One command, so one transaction: test projects that run side by side set the roles one after the other.
        await server.ExecuteAsync("postgres", $"""
            {RoleLock};
            {roles}
            alter role {TestDatabase.OwnerRole} password '{server.PasswordOf(TestDatabase.OwnerRole)}';
            {string.Concat(new[] { TestDatabase.AppRole, TestDatabase.JobRole, TestDatabase.AuditRole }.Select(role => $"alter role {role} password '{server.PasswordOf(role)}';\n"))}
            """);
        return server;
    }

    private static async Task<string> StartOwnAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"cotnvpga-test-{Environment.ProcessId}");
        var start = new ProcessStartInfo(Repository.PathOf("deploy/postgres/cluster")) { RedirectStandardError = true };
        foreach (var argument in new[] { "start", folder, "--test", "--while", $"{Environment.ProcessId}" })
            start.ArgumentList.Add(argument);
        using var script = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} does not start.");
        var messages = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        if (script.ExitCode != 0)
            throw new InvalidOperationException($"PostgreSQL for the tests did not start. {messages}");

        var prefix = $"{Variable}=";
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "verbinding.env"));
        return lines.Single(l => l.StartsWith(prefix, StringComparison.Ordinal))[prefix.Length..];
    }

    // Derived from the superuser's password, so that every test process on the cluster knows it without being told.
    private string PasswordOf(string role) => Convert.ToHexString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(administrator.Password ?? ""), Encoding.UTF8.GetBytes(role)));
}
