using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Yaml;

/// <summary>
/// Where everything in the rule data stands, by path: <c>termijnen/wegen</c>, <c>stappen/aanmelden/wie</c>,
/// <c>velden/alias/verstrekkers/politie</c>. An item of a list goes by its id, code or number, or by itself when it is a word.
/// </summary>
internal sealed class Places
{
    private static readonly string[] Names = ["id", "stap", "code", "nummer", "bevinding"];

    private string _file = "";
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly HashSet<(string Key, string Word)> _mentions = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the paths of files; where two files have one path, the first counts.</summary>
    public static Places Of(IEnumerable<YamlMap> files)
    {
        var places = new Places();
        foreach (var file in files)
        {
            places._file = file.Place.File;
            places.Read(file, "");
        }
        return places;
    }

    /// <summary>The place of a path, or of the nearest path above it that exists.</summary>
    public Place this[string path]
    {
        get
        {
            for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('/'))])
            {
                if (_places.TryGetValue(at, out var place))
                    return place;
            }
            return _places.Count > 0 ? _places.Values.First() with { Line = 1, Column = 1 } : new Place(".", 1, 1);
        }
    }

    /// <summary>The place of a path in one file: that of the nearest path above it that stands there, else the beginning of the file.</summary>
    public Place In(string file, string path) => this[$"{file}//{path}"] is var place && place.File == file ? place : new Place(file, 1, 1);

    /// <summary>Whether a path exists.</summary>
    public bool Has(string path) => _places.ContainsKey(path);

    /// <summary>Whether a word stands as a value somewhere below a key, such as <c>drie</c> below <c>partij</c>; the lists of groups do not count.</summary>
    public bool Mentions(string key, string word) => _mentions.Contains((key, word));

    /// <summary>Whether a word stands as a value anywhere; the lists of groups count too.</summary>
    public bool MentionsAnywhere(string word) => _words.Contains(word);

    /// <summary>Every value below a key.</summary>
    public IEnumerable<string> Words(string key) => _mentions.Where(m => m.Key == key).Select(m => m.Word);

    /// <summary>The value at a path; null when there is none.</summary>
    public string? Value(string path) => _values.GetValueOrDefault(path);

    private void Read(YamlNode node, string path)
    {
        switch (node)
        {
            case YamlText text:
                _words.Add(text.Value);
                _values.TryAdd(path, text.Value);
                var keys = path.Split('/');
                foreach (var key in keys[0] == "groepen" ? [keys[0]] : keys)
                    _mentions.Add((key, text.Value));
                break;
            case YamlMap map:
                foreach (var entry in map.Entries)
                    Add(entry.Value, Join(path, entry.Key.Value), entry.Key.Place);
                break;
            case YamlList list:
                for (var i = 0; i < list.Items.Count; i++)
                    Add(list.Items[i], Join(path, NameOf(list.Items[i]) ?? $"{i + 1}"), list.Items[i].Place);
                break;
        }
    }

    private void Add(YamlNode node, string path, Place place)
    {
        _places.TryAdd(path, place);
        _places.TryAdd($"{_file}//{path}", place);
        Read(node, path);
    }

    private static string? NameOf(YamlNode item) => item switch
    {
        YamlText text => text.Value,
        YamlMap map => map.Entries.FirstOrDefault(e => Names.Contains(e.Key.Value))?.Value is YamlText name ? name.Value : null,
        _ => null,
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";
}
