using CotnvPga.Data.Signals;
using Npgsql;

namespace CotnvPga.Data.Migrations;

/// <summary>Writes in which area each municipality lies, so that counters can be put together by area.</summary>
public static class AreaCopy
{
    /// <summary>Writes the areas of these municipalities; others stay as they are.</summary>
    /// <param name="ownerConnection">Connection string of <c>pga_owner</c>.</param>
    /// <param name="municipalities">The municipalities; one without an area is left out.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task WriteAsync(string ownerConnection, IEnumerable<NamedMunicipality> municipalities, CancellationToken cancel)
    {
        var placed = municipalities.Where(m => m.Area is not null).ToList();
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var command = source.CreateCommand(
            "insert into telling.gebied (gemeente, gebied) select * from unnest($1, $2) on conflict (gemeente) do update set gebied = excluded.gebied");
        command.Parameters.AddWithValue(placed.Select(m => m.Code).ToArray());
        command.Parameters.AddWithValue(placed.Select(m => m.Area!).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
