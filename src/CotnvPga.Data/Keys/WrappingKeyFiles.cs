namespace CotnvPga.Data.Keys;

/// <summary>
/// The files with wrapping keys. One is replaced in three steps, while portals go on: a next key is laid ready (and brought to every portal),
/// it becomes the one that wraps while the old one still opens, and the old one goes when nothing is wrapped by it any more.
/// </summary>
public sealed class WrappingKeyFiles(string folder)
{
    private const string CurrentName = "zaak.kek";
    private const string Pattern = "zaak-*.kek";

    private readonly string _current = Path.Combine(folder, CurrentName);
    private volatile Stamp? _read;

    /// <summary>Whether a key was made before.</summary>
    internal bool IsThere => File.Exists(_current);

    /// <summary>Whether something in the folder is not as it was read.</summary>
    internal bool IsChanged => _read != Now();

    /// <summary>Reads the keys; makes the first when there is none.</summary>
    internal WrappingKeys Read()
    {
        KeyFile.ReadOrCreate(_current, KeyFile.New);
        // Before the files: what changes while they are read is read again.
        _read = Now();
        var current = new WrappingKey(KeyFile.Read(_current));
        return new WrappingKeys(current, [.. Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal).Select(Found).OfType<WrappingKey>().Where(k => k.Id != current.Id)]);
    }

    /// <summary>Lays a next key ready, which only opens as yet.</summary>
    /// <returns>Its name.</returns>
    public string Prepare() => Keep(new WrappingKey(KeyFile.New()));

    /// <summary>Lets the key with this name wrap from now on; the one that did so only opens.</summary>
    public void Use(string id)
    {
        var keys = Read();
        if (keys.Current.Id == id)
            return;
        var next = keys.Others.FirstOrDefault(k => k.Id == id) ?? throw new InvalidDataException($"Sleutel {id} is niet in de map.");
        // First the old one to where it can still be found, then the new one in its place, in one move.
        if (!File.Exists(PathOf(keys.Current.Id)))
            Keep(keys.Current);
        Place(next, _current);
        File.Delete(PathOf(next.Id));
    }

    /// <summary>The names of the keys that only open.</summary>
    public IReadOnlyList<string> Others() => [.. Read().Others.Select(k => k.Id)];

    /// <summary>Takes away a key that wraps nothing any more, to where backups of before can be opened with it; for good when left out.</summary>
    public void Remove(string id, string? to)
    {
        if (to is not null)
        {
            Directory.CreateDirectory(to);
            File.Copy(PathOf(id), Path.Combine(to, Path.GetFileName(PathOf(id))), overwrite: false);
        }
        File.Delete(PathOf(id));
    }

    private string Keep(WrappingKey key)
    {
        Place(key, PathOf(key.Id));
        return key.Id;
    }

    // Whole or not at all: a portal may read at any moment.
    private void Place(WrappingKey key, string path)
    {
        var moving = Path.Combine(folder, $".{key.Id}.nieuw");
        File.Delete(moving);
        KeyFile.Write(moving, key.Bytes);
        File.Move(moving, path, overwrite: true);
    }

    private WrappingKey? Found(string path)
    {
        try
        {
            return new WrappingKey(KeyFile.Read(path));
        }
        catch (FileNotFoundException)
        {
            // Taken away since the folder was listed; it wraps nothing any more.
            return null;
        }
    }

    private string PathOf(string id) => Path.Combine(folder, $"zaak-{id}.kek");

    private Stamp Now() => new(File.GetLastWriteTimeUtc(_current), Directory.GetLastWriteTimeUtc(folder));

    private sealed record Stamp(DateTime Current, DateTime Folder);
}
