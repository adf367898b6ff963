using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Identity.Storage;

/// <summary>How every context of this project reaches the database.</summary>
internal static class IdentityDatabase
{
    public static DbContextOptionsBuilder UseIdentityDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        // The answer to something broken off is not waited for: see ADR 0155.
        options.UseNpgsql(new NpgsqlConnectionStringBuilder(connectionString) { CancellationTimeout = -1 }.ConnectionString, npgsql => npgsql.UseNodaTime()).UseSnakeCaseNamingConvention();

    public static DbContextOptions<TContext> Options<TContext>(string connectionString) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        options.UseIdentityDatabase(connectionString);
        return options.Options;
    }
}
