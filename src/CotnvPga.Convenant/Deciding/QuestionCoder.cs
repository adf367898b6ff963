using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>Turns the codes of a <see cref="Question"/> into numbers. An unknown code is a fault of the caller.</summary>
internal sealed class QuestionCoder(CompiledConvenant convenant)
{
    private readonly Vocabulary _vocabulary = convenant.Vocabulary;
    private readonly IReadOnlyList<string> _layers = convenant.Layers;
    private readonly Axis[] _axes = [.. convenant.Vocabulary.Axes];

    /// <exception cref="ArgumentException">The question has a code that the vocabulary does not have, or misses one.</exception>
    public CodedQuestion Code(Question question)
    {
        var type = _vocabulary.ResourceTypes.FirstOrDefault(t => t.Code == question.ResourceType)
            ?? throw Unknown("soort", question.ResourceType, _vocabulary.ResourceTypes.Select(t => t.Code));
        var coded = new CodedQuestion(_vocabulary)
        {
            ResourceType = type.Index,
            Circumstances = Bits(question.Circumstances),
            Date = question.Date,
            Layers = LayerCount(question.Layers),
            Edition = (question.Edition ?? convenant.Editions[0]).Index,
        };
        foreach (var axis in _vocabulary.Axes)
            coded.Values[axis.Index] = ValueOf(axis, type, question);
        foreach (var name in question.Codes.Keys.Where(name => _vocabulary.Axis(name) is null))
            throw Unknown("as", name, _vocabulary.Axes.Select(a => a.Name));
        return coded;
    }

    /// <exception cref="ArgumentException">A code is unknown.</exception>
    public void Code(CodedQuestion into, string resourceType, ReadOnlySpan<string> codes, LocalDate date, ReadOnlySpan<string> circumstances, int layers, Edition edition)
    {
        var types = _vocabulary.ResourceTypes;
        var type = 0;
        while (type < types.Count && types[type].Code != resourceType)
            type++;
        if (type == types.Count)
            throw Unknown("soort", resourceType, types.Select(t => t.Code));
        into.ResourceType = type;
        for (var i = 0; i < _axes.Length; i++)
        {
            var axis = _axes[i];
            if (axis.ResourceType is not null && axis.ResourceType != resourceType)
                into.Values[i] = (byte)axis.Values.Count;
            else if (i >= codes.Length)
                into.Values[i] = (byte)(axis.Default ?? throw new ArgumentException($"De vraag mist de as '{axis.Name}'.", nameof(codes)));
            else if (axis.IndexOf(codes[i]) is >= 0 and var value)
                into.Values[i] = (byte)value;
            else
                throw Unknown(axis.Name, codes[i], axis.Codes);
        }
        var bits = 0UL;
        foreach (var code in circumstances)
            bits |= (_vocabulary.Circumstance(code) ?? throw Unknown("omstandigheid", code, _vocabulary.Circumstances.Select(c => c.Code))).Bit;
        (into.Circumstances, into.Date, into.Layers, into.Edition) = (bits, date, layers, edition.Index);
    }

    /// <exception cref="ArgumentException">A circumstance is unknown.</exception>
    public ulong Bits(IEnumerable<string> circumstances)
    {
        var bits = 0UL;
        foreach (var code in circumstances)
            bits |= (_vocabulary.Circumstance(code) ?? throw Unknown("omstandigheid", code, _vocabulary.Circumstances.Select(c => c.Code))).Bit;
        return bits;
    }

    /// <summary>How many layers are asked: those named must be the highest ones, because a lower layer means nothing without the higher.</summary>
    /// <exception cref="ArgumentException">A layer is unknown, or a higher one is left out.</exception>
    public int LayerCount(IReadOnlyList<string>? asked)
    {
        if (asked is null)
            return _layers.Count;
        if (asked.Count == 1 && asked[0] == _layers[0])
            return 1;
        var distinct = asked.Distinct().ToList();
        foreach (var layer in distinct.Where(l => !_layers.Contains(l)))
            throw Unknown("laag", layer, _layers);
        if (distinct.Count == 0 || !distinct.ToHashSet().SetEquals(_layers.Take(distinct.Count)))
            throw new ArgumentException($"Vraag de lagen van boven af: {string.Join(", ", _layers)}.", nameof(asked));
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
