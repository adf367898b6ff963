using CotnvPga.Convenant.Diagnostics;
using NodaTime;

namespace CotnvPga.Convenant.Yaml;

/// <summary>
/// Takes the keys of one map and reports what is missing, unknown or of the wrong kind. What could not be read comes back
/// as an empty value, so that one reading finds all faults; with any error the convenant is refused.
/// </summary>
internal sealed class MapReader(YamlMap map, string what, Findings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Where the map begins.</summary>
    public Place Place => map.Place;

    public YamlNode? Optional(string key)
    {
        _asked.Add(key);
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == key)
                return entry.Value;
        }
        return null;
    }

    public YamlNode? Required(string key)
    {
        var node = Optional(key);
        if (node is null)
            findings.Error(Finding.MissingKey, map.Place, $"{what} mist de sleutel '{key}'.");
        return node;
    }

    public YamlText? OptionalText(string key) => Optional(key) is { } node ? AsText(node, key) : null;

    public YamlText RequiredText(string key)
    {
        var node = Required(key);
        var text = node is null ? null : AsText(node, key);
        if (text is { Value: "", Quoted: true })
            findings.Error(Finding.EmptyValue, text.Place, $"'{key}' is leeg.");
        return text ?? new YamlText(map.Place, "");
    }

    /// <summary>One text or a list of texts; empty when the key is absent.</summary>
    public IReadOnlyList<YamlText> Texts(string key) => Optional(key) is { } node ? TextsOf(node, key) : [];

    /// <summary>One text or a list of texts; at least one.</summary>
    public IReadOnlyList<YamlText> RequiredTexts(string key)
    {
        var node = Required(key);
        if (node is null)
            return [];
        var texts = TextsOf(node, key);
        if (texts.Count == 0 && node is YamlList)
            findings.Error(Finding.EmptyValue, node.Place, $"'{key}' is leeg.");
        return texts;
    }

    public YamlMap? OptionalMap(string key) => Optional(key) is { } node ? AsMap(node, key) : null;

    public YamlMap RequiredMap(string key) =>
        Required(key) is { } node && AsMap(node, key) is { } found ? found : new YamlMap(map.Place, []);

    public IReadOnlyList<YamlNode> RequiredList(string key)
    {
        var node = Required(key);
        if (node is YamlList list)
            return list.Items;
        if (node is not null)
            findings.Error(Finding.WrongKind, node.Place, $"'{key}' moet een lijst zijn.");
        return [];
    }

    public bool YesNo(string key, bool otherwise = false)
    {
        if (OptionalText(key) is not { } text)
            return otherwise;
        if (text.Value is "ja" or "nee")
            return text.Value == "ja";
        findings.Error(Finding.WrongKind, text.Place, $"'{key}' is ja of nee, niet '{text.Value}'.");
        return otherwise;
    }

    public LocalDate? Date(string key) => OptionalText(key) is { } text ? AsDate(text) : null;

    public LocalDate? AsDate(YamlText text)
    {
        if (IsoDay.TryParse(text.Value, out var day))
            return day;
        findings.Error(Finding.BadDate, text.Place, $"'{text.Value}' is geen dag; schrijf jjjj-mm-dd, zoals 2025-07-01.");
        return null;
    }

    public YamlText? AsText(YamlNode node, string key)
    {
        if (node is YamlText { Value: "", Quoted: false })
        {
            findings.Error(Finding.EmptyValue, node.Place, $"'{key}' is leeg.");
            return null;
        }
        if (node is YamlText text)
            return text;
        findings.Error(Finding.WrongKind, node.Place, $"'{key}' moet één waarde zijn, geen {KindOf(node)}.");
        return null;
    }

    public YamlMap? AsMap(YamlNode node, string key)
    {
        if (node is YamlMap found)
            return found;
        findings.Error(Finding.WrongKind, node.Place, $"'{key}' moet sleutels hebben, en is nu een {KindOf(node)}.");
        return null;
    }

    public IReadOnlyList<YamlText> TextsOf(YamlNode node, string key)
    {
        if (node is YamlText one)
        {
            if (one.Value.Length > 0)
                return [one];
            findings.Error(Finding.EmptyValue, one.Place, $"'{key}' is leeg.");
            return [];
        }
        if (node is not YamlList list)
        {
            findings.Error(Finding.WrongKind, node.Place, $"'{key}' moet één waarde of een lijst zijn.");
            return [];
        }
        var texts = new List<YamlText>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (AsText(item, key) is { } text)
                texts.Add(text);
        }
        return texts;
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries)
        {
            if (!_asked.Contains(entry.Key.Value))
                findings.Unknown(Finding.UnknownKey, entry.Key.Place, $"{what}: de sleutel", entry.Key.Value, _asked);
        }
    }

    private static string KindOf(YamlNode node) => node switch
    {
        YamlText => "losse waarde",
        YamlList => "lijst",
        _ => "groep sleutels",
    };
}
