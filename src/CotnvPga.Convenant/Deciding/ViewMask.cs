namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// One yes or no for every cell and every combination of item flags, kept small: most cells of a view are alike, so each
/// names its pattern, and a pattern has a bit for each combination.
/// </summary>
internal sealed class ViewMask(int cells, int combinations)
{
    private const int MostPatterns = 256;

    private readonly int _patternBytes = (combinations + 7) / 8;
    private readonly byte[] _patternOf = new byte[cells];
    private readonly List<byte[]> _patterns = [];

    /// <summary>Whether no cell is open under any flags.</summary>
    public bool IsEmpty => _patterns.TrueForAll(p => !p.AsSpan().ContainsAnyExcept((byte)0));

    /// <summary>The answer for one cell and one combination.</summary>
    public bool this[int cell, int flags] => (_patterns[_patternOf[cell]][flags >> 3] >> (flags & 7) & 1) != 0;

    /// <summary>Gives a cell its pattern.</summary>
    /// <exception cref="InvalidOperationException">The view has more patterns than a byte can number.</exception>
    public void Set(int cell, byte[] pattern)
    {
        var known = _patterns.FindIndex(p => ReferenceEquals(p, pattern));
        if (known < 0)
            known = _patterns.FindIndex(p => p.AsSpan().SequenceEqual(pattern));
        if (known < 0)
        {
            if (_patterns.Count == MostPatterns)
                throw new InvalidOperationException($"A view has more than {MostPatterns} kinds of cell.");
            known = _patterns.Count;
            _patterns.Add(pattern);
        }
        _patternOf[cell] = (byte)known;
    }

    /// <summary>Written out as the database reads it: cell after cell, a bit for each combination, the least significant bit of a byte first.</summary>
    public byte[] ToBits()
    {
        var bits = new byte[((_patternOf.Length * combinations) + 7) / 8];
        for (var cell = 0; cell < _patternOf.Length; cell++)
        {
            var pattern = _patterns[_patternOf[cell]];
            if (combinations >= 8)
                pattern.CopyTo(bits, cell * _patternBytes);
            else
                bits[cell * combinations >> 3] |= (byte)(pattern[0] << (cell * combinations & 7));
        }
        return bits;
    }
}
