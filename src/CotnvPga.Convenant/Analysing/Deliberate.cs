using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Something that looks like a slip and is meant: <c>check</c> is silent about it, and the reason stands beside it.</summary>
/// <param name="Finding">The kind of finding.</param>
/// <param name="About">What it is about, such as the id of an article.</param>
/// <param name="Reason">Why it is so.</param>
/// <param name="Place">Where this stands.</param>
internal sealed record Deliberate(string Finding, string About, string Reason, Place Place)
{
    /// <summary>Reads the list <c>bewust</c>.</summary>
    public static IEnumerable<Deliberate> Read(YamlMap file, Findings findings)
    {
        var root = new MapReader(file, "Het bestand met wat bewust zo is", findings);
        foreach (var node in root.RequiredList("bewust"))
        {
            if (root.AsMap(node, "bewust") is not { } map)
                continue;
            var reader = new MapReader(map, "Wat bewust zo is", findings);
            var kind = reader.RequiredText("bevinding");
            var about = reader.RequiredTexts("over");
            var reason = reader.RequiredText("reden").Value;
            reader.Done();
            if (kind.Value.Length > 0 && !Diagnostics.Finding.Excusable.Contains(kind.Value))
                findings.Unknown(Diagnostics.Finding.UnknownCode, kind.Place, "De bevinding die bewust kan zijn", kind.Value, Diagnostics.Finding.Excusable);
            foreach (var one in about)
                yield return new Deliberate(kind.Value, one.Value, reason, one.Place);
        }
        root.Done();
    }
}
