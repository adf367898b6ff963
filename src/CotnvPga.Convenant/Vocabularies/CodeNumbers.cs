using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CotnvPga.Convenant.Vocabularies;

/// <summary>
/// The number of each code of a short list, found faster than by a hash over the whole text: by its first and last four letters,
/// with a multiplier that puts every code in a place of its own. Lists whose codes those letters do not tell apart are found by
/// all letters.
/// </summary>
internal sealed class CodeNumbers
{
    private const int MostTries = 1_000;
    private const int MostRoom = 1 << 16;
    private const int End = 4;

    private readonly bool _allLetters;
    private readonly ulong _multiplier;
    private Entry[] _entries = [];
    private int _shift;

    /// <param name="codes">The codes; of one that comes twice, the last counts.</param>
    /// <exception cref="ArgumentException">No multiplier was found: in practice, far too many codes.</exception>
    public CodeNumbers(IReadOnlyList<string> codes)
    {
        foreach (var allLetters in new[] { false, true })
        {
            _allLetters = allLetters;
            for (var room = 2; room <= MostRoom; room *= 2)
            {
                if (room < codes.Count)
                    continue;
                for (var attempt = 0u; attempt < MostTries; attempt++)
                {
                    _multiplier = 0x9E3779B97F4A7C15UL + (attempt * 0x78DDE6E45FA2B3C2UL);
                    if (TryPlace(codes, room))
                        return;
                }
            }
        }
        throw new ArgumentException($"{codes.Count} codes have no places of their own.", nameof(codes));
    }

    /// <summary>The number of a code, or -1.</summary>
    public int Find(string code)
    {
        var (first, last) = Ends(code);
        ref readonly var entry = ref _entries[PlaceOf(code, first, last)];
        if (entry.First != first || entry.Last != last || entry.Code is not { } known || known.Length != code.Length)
            return -1;
        // The ends are all letters of a code of at most eight.
        return code.Length <= 2 * End || known.AsSpan(End, code.Length - (2 * End)).SequenceEqual(code.AsSpan(End, code.Length - (2 * End))) ? entry.Number : -1;
    }

    private bool TryPlace(IReadOnlyList<string> codes, int room)
    {
        (_entries, _shift) = (new Entry[room], 64 - int.Log2(room));
        for (var i = 0; i < codes.Count; i++)
        {
            var (first, last) = Ends(codes[i]);
            ref var entry = ref _entries[PlaceOf(codes[i], first, last)];
            if (entry.Code is { } other && other != codes[i])
                return false;
            entry = new Entry(codes[i], first, last, i);
        }
        return true;
    }

    private int PlaceOf(string code, ulong first, ulong last) =>
        (int)((_allLetters ? AllLetters(code) : (first ^ ulong.RotateLeft(last, 23)) + (ulong)code.Length) * _multiplier >> _shift);

    /// <summary>The first and the last four letters, which overlap in a short code; of one with fewer than four, every letter.</summary>
    private static (ulong First, ulong Last) Ends(string code)
    {
        if (code.Length >= End)
        {
            ref var letters = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(code.AsSpan()));
            return (Unsafe.ReadUnaligned<ulong>(ref letters), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, (code.Length - End) * sizeof(char))));
        }
        var all = 0UL;
        foreach (var letter in code)
            all = (all << 16) | letter;
        return (all, 0);
    }

    private static ulong AllLetters(string code)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in code)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    private readonly record struct Entry(string? Code, ulong First, ulong Last, int Number);
}
