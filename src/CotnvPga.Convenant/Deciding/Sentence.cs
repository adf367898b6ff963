using System.Text;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>A sentence of the vocabulary with places for the phrases of a question's codes.</summary>
internal sealed class Sentence
{
    private readonly List<(string Literal, Axis? Axis)> _parts = [];

    public Sentence(string template, Vocabulary vocabulary)
    {
        var at = 0;
        while (template.IndexOf('{', at) is >= 0 and var open)
        {
            var close = template.IndexOf('}', open);
            _parts.Add((template[at..open], vocabulary.Axis(template[(open + 1)..close])));
            at = close + 1;
        }
        _parts.Add((template[at..], null));
    }

    /// <summary>Writes the sentence for one question.</summary>
    public void Write(StringBuilder text, ReadOnlySpan<byte> values)
    {
        foreach (var (literal, axis) in _parts)
        {
            text.Append(literal);
            if (axis is not null && values[axis.Index] < axis.Values.Count)
                text.Append(axis.Values[values[axis.Index]].Phrase);
        }
    }
}
