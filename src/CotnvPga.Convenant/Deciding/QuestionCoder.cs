using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>Turns the codes of a <see cref="Question"/> into numbers. An unknown code is a fault of the caller.</summary>
internal sealed class QuestionCoder(Vocabulary vocabulary, IReadOnlyList<string> layers)
{
    /// <exception cref="ArgumentException">The question has a code that the vocabulary does not have, or misses one.</exception>
    public CodedQuestion Code(Question question)
    {
        var type = vocabulary.ResourceTypes.FirstOrDefault(t => t.Code == question.ResourceType)
            ?? throw Unknown("soort", question.ResourceType, vocabulary.ResourceTypes.Select(t => t.Code));
        var coded = new CodedQuestion(vocabulary)
        {
            ResourceType = type.Index,
            Circumstances = Bits(question.Circumstances),
            Date = question.Date,
            Layers = LayerCount(question.Layers),
        };
        foreach (var axis in vocabulary.Axes)
            coded.Values[axis.Index] = ValueOf(axis, type, question);
        foreach (var name in question.Codes.Keys.Where(name => vocabulary.Axis(name) is null))
            throw Unknown("as", name, vocabulary.Axes.Select(a => a.Name));
        return coded;
    }

    /// <exception cref="ArgumentException">A circumstance is unknown.</exception>
    public ulong Bits(IEnumerable<string> circumstances)
    {
        var bits = 0UL;
        foreach (var code in circumstances)
            bits |= (vocabulary.Circumstance(code) ?? throw Unknown("omstandigheid", code, vocabulary.Circumstances.Select(c => c.Code))).Bit;
        return bits;
    }

    /// <summary>How many layers are asked: those named must be the highest ones, because a lower layer means nothing without the higher.</summary>
    /// <exception cref="ArgumentException">A layer is unknown, or a higher one is left out.</exception>
    public int LayerCount(IReadOnlyList<string>? asked)
    {
        if (asked is null)
            return layers.Count;
        var distinct = asked.Distinct().ToList();
        foreach (var layer in distinct.Where(l => !layers.Contains(l)))
            throw Unknown("laag", layer, layers);
        if (distinct.Count == 0 || !distinct.ToHashSet().SetEquals(layers.Take(distinct.Count)))
            throw new ArgumentException($"Vraag de lagen van boven af: {string.Join(", ", layers)}.", nameof(asked));
        return distinct.Count;
    }

    private static byte ValueOf(Axis axis, ResourceType type, Question question)
    {
        if (axis.ResourceType is not null && axis.ResourceType != type.Code)
            return (byte)axis.Values.Count;
        if (!question.Codes.TryGetValue(axis.Name, out var code))
            return (byte)(axis.Default ?? throw new ArgumentException($"De vraag mist de as '{axis.Name}'.", nameof(question)));
        var value = axis.IndexOf(code);
        if (value < 0)
            throw Unknown(axis.Name, code, axis.Codes);
        if (type.Only.TryGetValue(axis.Name, out var only) && !only.Contains(code))
            throw new ArgumentException($"Bij '{type.Code}' hoort geen {axis.Name} '{code}'.", nameof(question));
        return (byte)value;
    }

    internal static ArgumentException Unknown(string what, string code, IEnumerable<string> known) =>
        new($"Onbekende {what}: '{code}'.{Nearest.Suggestion(code, known)}");
}
