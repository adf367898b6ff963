using System.Collections.Concurrent;
using System.Security.Cryptography;
using CotnvPga.Convenant.Deciding;
using Npgsql;

namespace CotnvPga.Data.Tickets;

/// <summary>
/// Puts the engine's masks where the policies read them, once, by the hash of their bytes. A ticket names the hash under its seal,
/// so a mask that somebody else would add is never used.
/// </summary>
public sealed class MaskStore(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<ViewTable, (string Allowed, string Promised)> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The hashes of a view's masks, in hex.</summary>
    internal async ValueTask<(string Allowed, string Promised)> HashesAsync(ViewTable view, CancellationToken cancel)
    {
        if (_known.TryGetValue(view, out var known))
            return known;
        var hashes = (await AddAsync(view.AllowedBits(), cancel), await AddAsync(view.PromisedBits(), cancel));
        return _known.GetOrAdd(view, hashes);
    }

    private async Task<string> AddAsync(byte[] bits, CancellationToken cancel)
    {
        var hash = SHA256.HashData(bits);
        await using var command = database.CreateCommand("insert into toegang.masker (hash, bits) values ($1, $2) on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter { Value = hash });
        command.Parameters.Add(new NpgsqlParameter { Value = bits });
        await command.ExecuteNonQueryAsync(cancel);
        return Convert.ToHexStringLower(hash);
    }
}
