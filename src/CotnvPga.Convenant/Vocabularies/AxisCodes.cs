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
            if (axis.IndexOf(text.Value) >= 0)
                codes.Add(text.Value);
            else if (axis.Groups.TryGetValue(text.Value, out var group))
                codes.UnionWith(group);
            else
                findings.Unknown(Finding.UnknownCode, text.Place, $"Op de as '{axis.Name}': de code of groep", text.Value, axis.Codes.Concat(axis.Groups.Keys));
        }
        return codes;
    }
}
