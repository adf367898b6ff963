using System.Security.Cryptography;

namespace CotnvPga.Domain.LogChain;

/// <summary>A leaf of the log as it is written out: its place, its line, and what was said of both when it was sealed.</summary>
/// <param name="Number">Its place, from 0.</param>
/// <param name="Source">Which log: <c>inzage</c>, <c>toegang</c>, <c>poging</c> or <c>gebruik</c>.</param>
/// <param name="SourceId">The line in that log.</param>
/// <param name="Hash">The hash of the words, as sealed.</param>
/// <param name="Link">The link of the chain, as sealed.</param>
/// <param name="Words">The line as it is now; empty when it is gone.</param>
public sealed record ChainLeaf(long Number, string Source, long SourceId, byte[] Hash, byte[] Link, ReadOnlyMemory<byte> Words);

/// <summary>How one leaf is linked with the one before it.</summary>
public static class ChainLink
{
    /// <summary>What stands before the first leaf.</summary>
    public static byte[] Beginning => new byte[MerkleFrontier.HashLength];

    /// <summary>The link of a leaf after that of the leaf before.</summary>
    public static byte[] After(ReadOnlySpan<byte> before, ReadOnlySpan<byte> leafHash)
    {
        Span<byte> both = stackalloc byte[MerkleFrontier.HashLength * 2];
        before.CopyTo(both);
        leafHash.CopyTo(both[MerkleFrontier.HashLength..]);
        return SHA256.HashData(both);
    }
}
