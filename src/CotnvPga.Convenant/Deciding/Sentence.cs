using System.Text;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>A sentence of the vocabulary with places for the phrases of a question's codes.</summary>
internal sealed class Sentence
{
    private readonly (string Literal, Axis? Axis)[] _parts;

    public Sentence(string template, Vocabulary vocabulary)
    {
        var parts = new List<(string, Axis?)>();
        var at = 0;
        while (template.IndexOf('{', at) is >= 0 and var open)
        {
            var close = template.IndexOf('}', open);
            parts.Add((template[at..open], vocabulary.Axis(template[(open + 1)..close])));
            at = close + 1;
        }
        parts.Add((template[at..], null));
        _parts = [.. parts];
    }

    /// <summary>Writes the sentence for one question.</summary>
    public void Write(StringBuilder text, ReadOnlySpan<byte> values)
    {
        foreach (var (literal, axis) in _parts)
        {
            Append(text, literal);
            if (axis is not null && values[axis.Index] < axis.Values.Count)
                Append(text, axis.Values[values[axis.Index]].Phrase);
        }
    }

    /// <summary>A phrase may be empty; then the spaces around it are one.</summary>
    private static void Append(StringBuilder text, string part)
    {
        if (part is [' ', ..] && text.Length > 0 && text[^1] == ' ')
            text.Append(part, 1, part.Length - 1);
        else
            text.Append(part);
    }
}
