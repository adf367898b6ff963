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
        var (allowed, promised) = (view.AllowedBits(), view.PromisedBits());
        await using var command = database.CreateCommand("insert into toegang.masker (hash, bits) values ($1, $2), ($3, $4) on conflict do nothing");
        foreach (var value in new[] { SHA256.HashData(allowed), allowed, SHA256.HashData(promised), promised })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
        return _known.GetOrAdd(view, (Hex(allowed), Hex(promised)));
    }

    private static string Hex(byte[] bits) => Convert.ToHexStringLower(SHA256.HashData(bits));
}
