using System.Numerics;
using System.Security.Cryptography;

namespace CotnvPga.Domain.LogChain;

/// <summary>
/// The right edge of a Merkle tree as RFC 9162 §2.1 has it: the roots of the full subtrees, largest first. Leaves can only be added, and
/// from this edge alone: whoever has it need not see the leaves of before again, and cannot be talked into other ones.
/// </summary>
public sealed class MerkleFrontier
{
    /// <summary>Bytes in a hash (SHA-256).</summary>
    public const int HashLength = 32;

    private const byte Leaf = 0;
    private const byte Node = 1;

    private readonly List<byte[]> _edge;

    /// <summary>The edge of an empty tree.</summary>
    public MerkleFrontier() => _edge = [];

    private MerkleFrontier(long size, List<byte[]> edge) => (Size, _edge) = (size, edge);

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>The roots of the full subtrees, largest first.</summary>
    public IReadOnlyList<byte[]> Edge => _edge;

    /// <summary>The edge of a tree that was written down; null when such a tree cannot have that edge.</summary>
    public static MerkleFrontier? Of(long size, IEnumerable<byte[]> edge)
    {
        var known = edge.ToList();
        return size >= 0 && known.Count == BitOperations.PopCount((ulong)size) && known.TrueForAll(h => h.Length == HashLength) ? new MerkleFrontier(size, known) : null;
    }

    /// <summary>The hash of the words of a leaf.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> words)
    {
        var buffer = words.Length < 2048 ? stackalloc byte[words.Length + 1] : new byte[words.Length + 1];
        buffer[0] = Leaf;
        words.CopyTo(buffer[1..]);
        return SHA256.HashData(buffer);
    }

    /// <summary>Adds a leaf.</summary>
    public void Add(ReadOnlySpan<byte> leafHash)
    {
        var hash = leafHash.ToArray();
        // A subtree is full as often as the size ends in ones.
        for (var full = Size; (full & 1) == 1; full >>= 1)
        {
            hash = Join(_edge[^1], hash);
            _edge.RemoveAt(_edge.Count - 1);
        }
        _edge.Add(hash);
        Size++;
    }

    /// <summary>The root of the tree as it is now.</summary>
    public byte[] Root()
    {
        if (_edge.Count == 0)
            return SHA256.HashData([]);
        var root = _edge[^1];
        for (var i = _edge.Count - 2; i >= 0; i--)
            root = Join(_edge[i], root);
        return root;
    }

    private static byte[] Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + HashLength + HashLength];
        both[0] = Node;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashLength)..]);
        return SHA256.HashData(both);
    }
}
