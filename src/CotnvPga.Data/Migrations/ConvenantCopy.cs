using System.Text.Json;
using CotnvPga.Convenant;
using Npgsql;

namespace CotnvPga.Data.Migrations;

/// <summary>Keeps the rule data that was in force, by its hash, so that a logged decision can be made again later.</summary>
internal static class ConvenantCopy
{
    public static async Task WriteAsync(NpgsqlConnection connection, CompiledConvenant convenant, CancellationToken cancel)
    {
        var files = JsonSerializer.Serialize(convenant.Files.Select(f => new { pad = f.Path, tekst = f.Text }));
        await using var command = new NpgsqlCommand("insert into proces.convenant (hash, bestanden) values ($1, $2::jsonb) on conflict (hash) do nothing", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = convenant.Hash });
        command.Parameters.Add(new NpgsqlParameter { Value = files });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
