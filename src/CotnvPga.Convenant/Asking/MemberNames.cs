using System.Text.Json;

namespace CotnvPga.Convenant.Asking;

/// <summary>Remembers the member names of the objects that are open while JSON is read, to refuse a name that comes twice.</summary>
internal sealed class MemberNames
{
    private const int FewNames = 32;

    private readonly List<(int Start, int Length, bool Escaped)> _names = [];
    private readonly Stack<(int First, HashSet<string>? Many)> _objects = new();

    public void Clear()
    {
        _names.Clear();
        _objects.Clear();
    }

    public void Open() => _objects.Push((_names.Count, null));

    public void Close()
    {
        var (first, _) = _objects.Pop();
        _names.RemoveRange(first, _names.Count - first);
    }

    /// <summary>Takes the name at which the reader stands; false when this object already had it.</summary>
    public bool Add(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var (first, many) = _objects.Peek();
        if (many is not null)
            return many.Add(reader.GetString()!);
        var name = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
        for (var i = first; i < _names.Count; i++)
        {
            if (Same(_names[i], name, json))
                return false;
        }
        _names.Add(name);
        if (_names.Count - first > FewNames)
            Grow(json);
        return true;
    }

    private void Grow(ReadOnlySpan<byte> json)
    {
        var (first, _) = _objects.Pop();
        var many = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < _names.Count; i++)
            many.Add(Text(_names[i], json));
        _objects.Push((first, many));
    }

    private static bool Same((int Start, int Length, bool Escaped) a, (int Start, int Length, bool Escaped) b, ReadOnlySpan<byte> json) =>
        a.Escaped || b.Escaped
            ? Text(a, json) == Text(b, json)
            : json.Slice(a.Start, a.Length).SequenceEqual(json.Slice(b.Start, b.Length));

    private static string Text((int Start, int Length, bool Escaped) name, ReadOnlySpan<byte> json) =>
        JsonText.Of(json, (name.Start - 1, name.Length + 2));
}
