namespace CotnvPga.Convenant.Compiling;

/// <summary>Sets of small numbers as bits, compared by content.</summary>
internal sealed class BitComparer : IEqualityComparer<ulong[]>, IAlternateEqualityComparer<ReadOnlySpan<ulong>, ulong[]>
{
    public static readonly BitComparer Instance = new();

    public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(ulong[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<ulong> alternate, ulong[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<ulong> alternate)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in alternate)
            hash = (hash ^ word) * 0x9E3779B97F4A7C15UL;
        return hash.GetHashCode();
    }

    public ulong[] Create(ReadOnlySpan<ulong> alternate) => alternate.ToArray();
}
