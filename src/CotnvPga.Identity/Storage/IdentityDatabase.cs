using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Storage;

/// <summary>How every context of this project reaches the database.</summary>
internal static class IdentityDatabase
{
    public static DbContextOptionsBuilder UseIdentityDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.UseNodaTime()).UseSnakeCaseNamingConvention();

    public static DbContextOptions<TContext> Options<TContext>(string connectionString) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        options.UseIdentityDatabase(connectionString);
        return options.Options;
    }
}
