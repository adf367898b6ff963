namespace CotnvPga.Convenant.Vocabularies;

/// <summary>
/// The number of each code of a short list, found faster than by a hash over the whole text: by its length and four of its
/// letters, with a multiplier that puts every code in a place of its own. Lists whose codes those letters do not tell apart
/// are found by all letters.
/// </summary>
internal sealed class CodeNumbers
{
    private const int MostTries = 1_000;
    private const int MostRoom = 1 << 16;

    private readonly bool _allLetters;
    private readonly uint _multiplier;
    private string?[] _codes = [];
    private int[] _numbers = [];
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
                    _multiplier = 0x9E3779B1u + (attempt * 0x78DDE6E4u);
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
        var place = PlaceOf(code);
        return string.Equals(_codes[place], code, StringComparison.Ordinal) ? _numbers[place] : -1;
    }

    private bool TryPlace(IReadOnlyList<string> codes, int room)
    {
        (_codes, _numbers, _shift) = (new string?[room], new int[room], 32 - int.Log2(room));
        for (var i = 0; i < codes.Count; i++)
        {
            var place = PlaceOf(codes[i]);
            if (_codes[place] is { } other && other != codes[i])
                return false;
            (_codes[place], _numbers[place]) = (codes[i], i);
        }
        return true;
    }

    private uint PlaceOf(string code) => (_allLetters ? AllLetters(code) : FourLetters(code)) * _multiplier >> _shift;

    private static uint FourLetters(string code)
    {
        if (code.Length == 0)
            return 0;
        return ((uint)code.Length | ((uint)code[0] << 6) | ((uint)code[^1] << 14) | ((uint)code[code.Length / 2] << 22))
            ^ (code[code.Length / 4] * 0x85EBCA6Bu);
    }

    private static uint AllLetters(string code)
    {
        var hash = 2166136261u;
        foreach (var letter in code)
            hash = (hash ^ letter) * 16777619u;
        return hash;
    }
}
