using System.Security.Cryptography;

namespace CotnvPga.Data.Keys;

/// <summary>A key that wraps the keys of cases.</summary>
internal sealed class WrappingKey(byte[] bytes)
{
    /// <summary>The key itself.</summary>
    public byte[] Bytes => bytes;

    /// <summary>A name that tells nothing about it, stored beside what it wrapped.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}

/// <summary>The key that wraps now, and those that only open.</summary>
internal sealed record WrappingKeys(WrappingKey Current, IReadOnlyList<WrappingKey> Others)
{
    /// <summary>All that may have wrapped something, the likeliest first.</summary>
    public IEnumerable<WrappingKey> All => Others.Prepend(Current);
}

/// <summary>A key of a case as the database keeps it.</summary>
/// <param name="By">The name of the key that wrapped it.</param>
/// <param name="Bytes">The wrapped key.</param>
public sealed record WrappedKey(string By, byte[] Bytes);
