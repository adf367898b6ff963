using System.Globalization;

namespace CotnvPga.Data.Keys;

/// <summary>
/// The cases that were destroyed, by their id, in a file outside the database: only added to. A backup of before has the wrapped key of such a
/// case, and the key that opens it may still be in use; this list is why it is not opened again.
/// </summary>
public sealed class DestroyedList
{
    private const string Name = "vernietigd.txt";

    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _known = [];
    private readonly string? _path;
    private long _length;

    internal DestroyedList(string? folder)
    {
        _path = folder is null ? null : Path.Combine(folder, Name);
        if (folder is not null)
            Directory.CreateDirectory(folder);
        Refresh();
    }

    /// <summary>A list that nothing is kept of: for tests.</summary>
    internal static DestroyedList None => new(null);

    /// <summary>Whether the case was destroyed.</summary>
    public bool Has(Guid id)
    {
        lock (_lock)
        {
            Refresh();
            return _known.Contains(id);
        }
    }

    /// <summary>Every case on the list.</summary>
    public IReadOnlyList<Guid> All()
    {
        lock (_lock)
        {
            Refresh();
            return [.. _known];
        }
    }

    /// <summary>Puts cases on the list; those that are on it already, once.</summary>
    /// <returns>How many were new.</returns>
    public int Add(IEnumerable<Guid> destroyed)
    {
        lock (_lock)
        {
            Refresh();
            var added = destroyed.Where(_known.Add).ToList();
            if (added.Count > 0 && _path is not null)
                Append(added);
            return added.Count;
        }
    }

    private void Append(List<Guid> added)
    {
        var options = OwnerOnlyFile.Options(FileMode.Append);
        options.Share = FileShare.ReadWrite;
        using var file = new FileStream(_path!, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(string.Concat(added.Select(id => id.ToString("D", CultureInfo.InvariantCulture) + "\n"))));
        file.Flush(flushToDisk: true);
    }

    // Another portal on this machine, or whoever put a list back, may have added to it.
    private void Refresh()
    {
        if (_path is null || !File.Exists(_path) || new FileInfo(_path).Length == _length)
            return;
        var text = File.ReadAllText(_path);
        _length = text.Length;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Guid.TryParse(line.AsSpan().Trim(), CultureInfo.InvariantCulture, out var id))
                _known.Add(id);
        }
    }
}
