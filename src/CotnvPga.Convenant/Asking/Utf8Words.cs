namespace CotnvPga.Convenant.Asking;

/// <summary>Finds the number of a word in UTF-8 without making a string of it.</summary>
internal sealed class Utf8Words
{
    private readonly byte[][] _words;
    private readonly int[] _slots;

    public Utf8Words(IEnumerable<string> words)
    {
        Words = [.. words];
        _words = [.. Words.Select(System.Text.Encoding.UTF8.GetBytes)];
        var size = 4;
        while (size < _words.Length * 2)
            size *= 2;
        _slots = new int[size];
        for (var i = 0; i < _words.Length; i++)
        {
            var slot = Hash(_words[i]) & (size - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            _slots[slot] = i + 1;
        }
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The number of the word, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> word)
    {
        var mask = _slots.Length - 1;
        for (var slot = Hash(word) & mask; _slots[slot] is > 0 and var found; slot = (slot + 1) & mask)
        {
            if (word.SequenceEqual(_words[found - 1]))
                return found - 1;
        }
        return -1;
    }

    private static int Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619u;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }
}
