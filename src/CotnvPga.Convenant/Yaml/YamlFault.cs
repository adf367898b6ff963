using CotnvPga.Convenant.Diagnostics;
using YamlDotNet.Core;

namespace CotnvPga.Convenant.Yaml;

/// <summary>Says in Dutch what the YAML library found wrong, at the place where somebody would look for it.</summary>
internal static class YamlFault
{
    // What the library says of each, and what a jurist needs to hear.
    private static readonly (string Library, string Dutch)[] Known =
    [
        ("quoted scalar", "De tekst tussen aanhalingstekens die hier begint, wordt nergens gesloten."),
        ("invalid mapping", "Een dubbele punt in een tekst: zet de tekst tussen aanhalingstekens."),
        ("cannot start any token", "Met dit teken kan geen tekst beginnen: zet de tekst tussen aanhalingstekens."),
        ("expected node content", "Hier ontbreekt een waarde, of er staat een komma te veel."),
        ("flow mapping", "Binnen deze accolades ontbreekt een komma, een '}' of aanhalingstekens om een tekst met een dubbele punt."),
        ("flow sequence", "Binnen deze haken ontbreekt een komma of een ']'."),
        ("expected key", "Deze regel springt niet goed in, of er ontbreekt een dubbele punt na een sleutel."),
        ("block collection", "Deze regel springt niet goed in, of er ontbreekt een streepje."),
    ];

    /// <summary>A fault that the library reports, which it does in more than one way.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fault">The library's exception.</param>
    /// <param name="open">Start of the innermost brace or bracket that is open, if one is.</param>
    /// <param name="reached">How far the library had come.</param>
    public static (Place Place, string Message) Describe(RuleFile file, Exception fault, (Place Place, char Sign)? open, Place reached)
    {
        var mark = fault is YamlException { Start.Line: > 0 } known ? new Place(file.Path, (int)known.Start.Line, (int)known.Start.Column) : reached;
        if (TabIndent(file, mark.Line) is { } tab)
            return (tab, "Hier staat een tab; gebruik spaties.");
        if (open is { } sign && (fault is not YamlException || mark.Line > sign.Place.Line) && !fault.Message.Contains("quoted scalar", StringComparison.Ordinal))
            return (sign.Place, $"De {(sign.Sign == '{' ? "accolade" : "haak")} die hier begint, wordt nergens gesloten.");
        foreach (var (library, dutch) in Known)
        {
            if (fault.Message.Contains(library, StringComparison.Ordinal))
                return (mark, dutch);
        }
        return (mark, "Dit is geen geldige YAML: kijk naar inspringing, aanhalingstekens en haakjes rond deze plaats.");
    }

    /// <summary>The first tab in the indent of a line or the one after it, where the library notices it.</summary>
    private static Place? TabIndent(RuleFile file, int line)
    {
        var lines = file.Text.Split('\n');
        for (var n = Math.Max(1, line); n <= Math.Min(lines.Length, line + 1); n++)
        {
            var indent = lines[n - 1].AsSpan();
            indent = indent[..(indent.Length - indent.TrimStart(" \t").Length)];
            if (indent.IndexOf('\t') is >= 0 and var tab)
                return new Place(file.Path, n, tab + 1);
        }
        return null;
    }
}
