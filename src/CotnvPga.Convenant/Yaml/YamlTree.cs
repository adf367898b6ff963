using CotnvPga.Convenant.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CotnvPga.Convenant.Yaml;

/// <summary>
/// Reads YAML into a tree of places and texts: the only file that knows the YAML library. Anchors, tags and more than one
/// document are refused, because rule data must read from top to bottom without looking elsewhere.
/// </summary>
internal sealed class YamlTree
{
    private const int DeepestNesting = 20;

    private readonly RuleFile _file;
    private readonly Findings _findings;
    private readonly Parser _events;
    private readonly Stack<(Place Place, char Sign)> _open = new();
    private Place _reached;

    private YamlTree(RuleFile file, Findings findings)
    {
        _file = file;
        _findings = findings;
        _events = new Parser(new StringReader(file.Text));
        _reached = new Place(file.Path, 1, 1);
    }

    /// <summary>The map that the file holds, or null when it holds none (reported).</summary>
    public static YamlMap? Read(RuleFile file, Findings findings)
    {
        if (file.Text.IndexOf('\uFFFD') is >= 0 and var spoiled)
        {
            var line = file.Text.AsSpan(0, spoiled).Count('\n') + 1;
            findings.Error(Finding.Yaml, new Place(file.Path, line, spoiled - file.Text.LastIndexOf('\n', spoiled)), "Hier staat een teken dat niet te lezen is: bewaar het bestand als UTF-8.");
            return null;
        }
        var tree = new YamlTree(file, findings);
        try
        {
            return tree.ReadFile();
        }
        // The library reports some faults of the text as an invalid state of its own, and half a character as a wrong argument.
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException)
        {
            var (place, message) = YamlFault.Describe(file, fault, tree._open.Count > 0 ? tree._open.Peek() : null, tree._reached);
            findings.Error(Finding.Yaml, place, message);
            return null;
        }
    }

    private YamlMap? ReadFile()
    {
        Next<StreamStart>();
        if (_events.Current is StreamEnd)
        {
            _findings.Error(Finding.EmptyValue, new Place(_file.Path, 1, 1), "Dit bestand is leeg.");
            return null;
        }
        Next<DocumentStart>();
        var root = ReadNode(0);
        Next<DocumentEnd>();
        if (_events.Current is not StreamEnd)
        {
            _findings.Error(Finding.Yaml, PlaceOf(_events.Current!), "Een bestand heeft één document; haal '---' weg.");
            return null;
        }
        if (root is YamlMap map)
            return map;
        _findings.Error(Finding.WrongKind, root.Place, "Een bestand begint met sleutels, zoals 'regels:'.");
        return null;
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _events.Current!;
        var place = _reached = PlaceOf(current);
        if (depth > DeepestNesting)
            throw new YamlException(current.Start, current.End, "te diep genest");
        if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            _findings.Error(Finding.Yaml, place, "Ankers (& en *) horen niet in regels; schrijf de waarde uit.");
        else if (current is NodeEvent { Tag.IsEmpty: false, Tag.IsLocal: true } or NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false })
            _findings.Error(Finding.Yaml, place, "Labels (!) horen niet in regels; schrijf de waarde zonder.");
        var sign = current switch
        {
            MappingStart { Style: MappingStyle.Flow } => '{',
            SequenceStart { Style: SequenceStyle.Flow } => '[',
            _ => '\0',
        };
        if (sign != '\0')
            _open.Push((place, sign));
        _events.MoveNext();
        var node = ReadContent(current, place, depth);
        if (sign != '\0')
            _open.Pop();
        return node;
    }

    private YamlNode ReadContent(ParsingEvent current, Place place, int depth)
    {
        return current switch
        {
            Scalar scalar => new YamlText(place, scalar.Value, scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted),
            SequenceStart => ReadList(place, depth),
            MappingStart => ReadMap(place, depth),
            AnchorAlias => new YamlText(place, ""),
            _ => throw new YamlException(current.Start, current.End, "onverwacht teken"),
        };
    }

    private YamlList ReadList(Place place, int depth)
    {
        var items = new List<YamlNode>();
        while (_events.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        _events.MoveNext();
        return new YamlList(place, items);
    }

    private YamlMap ReadMap(Place place, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (_events.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlText text)
                _findings.Error(Finding.WrongKind, key.Place, "Een sleutel is één woord.");
            else if (!seen.TryAdd(text.Value, text.Place))
                _findings.Error(Finding.DuplicateKey, text.Place, $"De sleutel '{text.Value}' staat hier twee keer; de eerste staat op regel {seen[text.Value].Line}.");
            else
                entries.Add(new YamlEntry(text, value));
        }
        _events.MoveNext();
        return new YamlMap(place, entries);
    }

    private void Next<T>() where T : ParsingEvent
    {
        if (_events.Current is null)
            _events.MoveNext();
        if (_events.Current is not T)
            throw new YamlException(_events.Current!.Start, _events.Current.End, "onverwacht begin of einde");
        _events.MoveNext();
    }

    private Place PlaceOf(ParsingEvent current) => new(_file.Path, (int)current.Start.Line, (int)current.Start.Column);
}
