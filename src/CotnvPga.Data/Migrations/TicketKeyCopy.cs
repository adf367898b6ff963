using CotnvPga.Data.Keys;
using Npgsql;

namespace CotnvPga.Data.Migrations;

/// <summary>Gives the database the ticket key, in the two blocks of HMAC (RFC 2104), which only the owner's functions can read.</summary>
internal static class TicketKeyCopy
{
    private const int BlockLength = 64;

    public static async Task WriteAsync(NpgsqlConnection connection, KeyFolder keys, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "insert into toegang.sleutel (binnen, buiten) values ($1, $2) on conflict (id) do update set binnen = excluded.binnen, buiten = excluded.buiten", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = Block(keys.TicketKey, 0x36) });
        command.Parameters.Add(new NpgsqlParameter { Value = Block(keys.TicketKey, 0x5c) });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static byte[] Block(ReadOnlySpan<byte> key, byte pad)
    {
        var block = new byte[BlockLength];
        key.CopyTo(block);
        for (var i = 0; i < BlockLength; i++)
            block[i] ^= pad;
        return block;
    }
}
