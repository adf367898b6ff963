using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data.Clockwork;

/// <summary>The database as the role <c>pga_taken</c> sees it: what the installation does by itself, and nothing that a person does.</summary>
public sealed class JobDatabase : IAsyncDisposable
{
    /// <param name="connection">Connection string of <c>pga_taken</c>.</param>
    public JobDatabase(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(connection);
        builder.UseNodaTime();
        builder.ConnectionStringBuilder.CancellationTimeout = -1;
        builder.ConnectionStringBuilder.MaxPoolSize = Math.Min(builder.ConnectionStringBuilder.MaxPoolSize, 4);
        Source = builder.Build();
    }

    internal NpgsqlDataSource Source { get; }

    /// <summary>Schema <c>zaak</c>, as far as this role may touch it.</summary>
    internal ZaakContext Open() => new(ZaakContext.On(new DbContextOptionsBuilder<ZaakContext>(), Source).Options);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
