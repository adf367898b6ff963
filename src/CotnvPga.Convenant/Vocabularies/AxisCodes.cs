using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Vocabularies;

/// <summary>Turns codes and groups, as written in a rule, into the codes they stand for.</summary>
internal static class AxisCodes
{
    public static IReadOnlySet<string> Expand(Axis axis, IReadOnlyList<YamlText> texts, Findings findings)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var word = axis.IndexOf(text.Value) >= 0 || axis.Groups.ContainsKey(text.Value)
                ? text.Value
                : findings.Unknown(Finding.UnknownCode, text.Place, $"Op de as '{axis.Name}': de code of groep", text.Value, axis.Codes.Concat(axis.Groups.Keys));
            if (word is not null && axis.Groups.TryGetValue(word, out var group))
                codes.UnionWith(group);
            else if (word is not null)
                codes.Add(word);
        }
        return codes;
    }
}
