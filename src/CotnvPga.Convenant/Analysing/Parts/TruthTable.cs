using System.Numerics;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>Yes or no for every set of circumstances: one bit each, so that sixty-four sets are tried at a time. Immutable.</summary>
internal sealed class TruthTable
{
    // Bit k of word i of these says whether circumstance i is in set k, for the six that fit in one word.
    private static readonly ulong[] InWord =
    [
        0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000,
    ];

    private readonly int _circumstances;
    private readonly ulong[] _bits;

    private TruthTable(int circumstances, ulong[] bits)
    {
        _circumstances = circumstances;
        _bits = bits;
    }

    /// <summary>The same for every set.</summary>
    public static TruthTable Constant(int circumstances, bool yes)
    {
        var bits = new ulong[circumstances <= 6 ? 1 : 1 << (circumstances - 6)];
        if (yes)
            Array.Fill(bits, circumstances >= 6 ? ulong.MaxValue : (1UL << (1 << circumstances)) - 1);
        return new TruthTable(circumstances, bits);
    }

    /// <summary>The sets that hold one circumstance.</summary>
    public static TruthTable Of(int circumstances, int one)
    {
        var all = Constant(circumstances, true);
        for (var w = 0; w < all._bits.Length; w++)
            all._bits[w] &= one < 6 ? InWord[one] : (w >> (one - 6) & 1) != 0 ? ulong.MaxValue : 0;
        return all;
    }

    /// <summary>The sets of which something is so, tried one by one.</summary>
    public static TruthTable Where(int circumstances, Func<int, bool> holds)
    {
        var table = Constant(circumstances, false);
        for (var set = 0; set < 1 << circumstances; set++)
        {
            if (holds(set))
                table._bits[set >> 6] |= 1UL << (set & 63);
        }
        return table;
    }

    /// <summary>Whether it is no for every set.</summary>
    public bool IsEmpty => !_bits.AsSpan().ContainsAnyExcept(0UL);

    public TruthTable And(TruthTable other)
    {
        var bits = new ulong[_bits.Length];
        for (var w = 0; w < bits.Length; w++)
            bits[w] = _bits[w] & other._bits[w];
        return new TruthTable(_circumstances, bits);
    }

    public TruthTable Or(TruthTable other)
    {
        var bits = new ulong[_bits.Length];
        for (var w = 0; w < bits.Length; w++)
            bits[w] = _bits[w] | other._bits[w];
        return new TruthTable(_circumstances, bits);
    }

    public TruthTable AndNot(TruthTable other)
    {
        var bits = new ulong[_bits.Length];
        for (var w = 0; w < bits.Length; w++)
            bits[w] = _bits[w] & ~other._bits[w];
        return new TruthTable(_circumstances, bits);
    }

    /// <summary>Whether every set that is yes here is yes there.</summary>
    public bool Within(TruthTable other)
    {
        for (var w = 0; w < _bits.Length; w++)
        {
            if ((_bits[w] & ~other._bits[w]) != 0)
                return false;
        }
        return true;
    }

    public bool Same(TruthTable other) => _bits.AsSpan().SequenceEqual(other._bits);

    /// <summary>Whether it is yes for a set.</summary>
    public bool Holds(int set) => (_bits[set >> 6] >> (set & 63) & 1) != 0;

    /// <summary>The sets that are yes.</summary>
    public IEnumerable<int> Sets()
    {
        for (var w = 0; w < _bits.Length; w++)
        {
            for (var rest = _bits[w]; rest != 0; rest &= rest - 1)
                yield return (w << 6) + BitOperations.TrailingZeroCount(rest);
        }
    }
}
