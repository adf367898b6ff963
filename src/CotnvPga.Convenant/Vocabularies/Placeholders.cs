using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Vocabularies;

/// <summary>Checks the <c>{axis}</c> words in a sentence of the vocabulary.</summary>
internal static class Placeholders
{
    public static void Check(YamlText sentence, IReadOnlyList<Axis> axes, Findings findings)
    {
        var rest = sentence.Value.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('}');
            if (close < 0)
            {
                findings.Error(Finding.Placeholder, sentence.Place, "In deze zin wordt een accolade niet gesloten.");
                return;
            }
            var name = rest[..close].ToString();
            if (axes.All(a => a.Name != name))
                findings.Unknown(Finding.Placeholder, sentence.Place, "Het invulwoord", name, axes.Select(a => a.Name));
            rest = rest[(close + 1)..];
        }
    }
}
