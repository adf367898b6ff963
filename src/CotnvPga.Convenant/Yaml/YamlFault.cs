using CotnvPga.Convenant.Diagnostics;
using YamlDotNet.Core;

namespace CotnvPga.Convenant.Yaml;

/// <summary>Says in Dutch what the YAML library found wrong, and where.</summary>
internal static class YamlFault
{
    public static Place PlaceOf(RuleFile file, YamlException fault) =>
        TabIndent(file.Text, (int)fault.Start.Line) is { } column
            ? new Place(file.Path, (int)fault.Start.Line, column)
            : new Place(file.Path, Math.Max(1, (int)fault.Start.Line), Math.Max(1, (int)fault.Start.Column));

    public static string Describe(RuleFile file, YamlException fault)
    {
        if (TabIndent(file.Text, (int)fault.Start.Line) is not null)
            return "Hier staat een tab; gebruik spaties.";
        var library = fault.Message;
        if (library.Contains("quoted scalar", StringComparison.Ordinal))
            return "De tekst tussen aanhalingstekens die hier begint, wordt nergens gesloten.";
        if (library.Contains("flow mapping", StringComparison.Ordinal))
            return "De accolade die hier begint, klopt niet: er ontbreekt een '}' of een komma.";
        if (library.Contains("flow sequence", StringComparison.Ordinal))
            return "De haak die hier begint, klopt niet: er ontbreekt een ']' of een komma.";
        if (library.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase))
            return "Een dubbele punt in een tekst: zet de tekst tussen aanhalingstekens, of zet de sleutel op een eigen regel.";
        if (library.Contains("simple key", StringComparison.Ordinal) || library.Contains("expected ':'", StringComparison.Ordinal))
            return "Hier ontbreekt een dubbele punt na een sleutel.";
        if (library.Contains("block mapping", StringComparison.Ordinal) || library.Contains("block collection", StringComparison.Ordinal) || library.Contains("block end", StringComparison.Ordinal))
            return "Deze regel springt niet goed in: zet hem recht onder de regel waar hij bij hoort.";
        return "Dit is geen geldige YAML: kijk naar inspringing, aanhalingstekens en haakjes rond deze plaats.";
    }

    /// <summary>The column of a tab in the indent of a line (from 1), if there is one.</summary>
    private static int? TabIndent(string text, int line)
    {
        var start = 0;
        for (var n = 1; n < line; n++)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
                return null;
        }
        for (var i = start; i < text.Length && text[i] is ' ' or '\t'; i++)
        {
            if (text[i] == '\t')
                return i - start + 1;
        }
        return null;
    }
}
