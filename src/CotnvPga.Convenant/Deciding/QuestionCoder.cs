using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>Turns the codes of a <see cref="Question"/> into numbers. An unknown code is a fault of the caller.</summary>
internal sealed class QuestionCoder
{
    private readonly CompiledConvenant _convenant;
    private readonly Vocabulary _vocabulary;
    private readonly IReadOnlyList<string> _layers;
    private readonly Axis[] _axes;
    private readonly TypedAxes[] _types;

    public QuestionCoder(CompiledConvenant convenant)
    {
        _convenant = convenant;
        _vocabulary = convenant.Vocabulary;
        _layers = convenant.Layers;
        _axes = [.. _vocabulary.Axes];
        _types = [.. _vocabulary.ResourceTypes.Select(t => new TypedAxes(t, _axes))];
    }

    /// <exception cref="ArgumentException">The question has a code that the vocabulary does not have, or misses one.</exception>
    public CodedQuestion Code(Question question)
    {
        foreach (var name in question.Codes.Keys.Where(name => _vocabulary.Axis(name) is null))
            throw Unknown("as", name, _axes.Select(a => a.Name));
        var type = TypeOf(question.ResourceType);
        var coded = new CodedQuestion(_vocabulary)
        {
            ResourceType = type.Type.Index,
            Circumstances = Bits(question.Circumstances),
            Date = question.Date,
            Layers = LayerCount(question.Layers),
            Edition = (question.Edition ?? _convenant.Editions[0]).Index,
        };
        for (var i = 0; i < _axes.Length; i++)
            coded.Values[i] = ValueOf(type, i, question.Codes.GetValueOrDefault(_axes[i].Name));
        return coded;
    }

    /// <exception cref="ArgumentException">A code is unknown, misses, or does not go with the resource type.</exception>
    public void Code(CodedQuestion into, string resourceType, ReadOnlySpan<string> codes, LocalDate date, ReadOnlySpan<string> circumstances, int layers, Edition edition)
    {
        var type = TypeOf(resourceType);
        var values = into.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = ValueOf(type, i, i < codes.Length ? codes[i] : null);
        var bits = 0UL;
        foreach (var code in circumstances)
            bits |= BitOf(code);
        (into.ResourceType, into.Circumstances, into.Date, into.Layers, into.Edition) = (type.Type.Index, bits, date, layers, edition.Index);
    }

    /// <exception cref="ArgumentException">A circumstance is unknown.</exception>
    public ulong Bits(IEnumerable<string> circumstances)
    {
        var bits = 0UL;
        foreach (var code in circumstances)
            bits |= BitOf(code);
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

    private TypedAxes TypeOf(string code)
    {
        foreach (var type in _types)
        {
            if (type.Type.Code == code)
                return type;
        }
        throw Unknown("soort", code, _types.Select(t => t.Type.Code));
    }

    private byte ValueOf(TypedAxes type, int axis, string? code)
    {
        if (type.Numbers[axis] is not { } numbers)
            return (byte)_axes[axis].Values.Count;
        if (code is null)
            return (byte)(_axes[axis].Default ?? throw new ArgumentException($"De vraag mist de as '{_axes[axis].Name}'.", nameof(code)));
        var value = numbers.Find(code);
        if (value < 0)
            throw Unknown(_axes[axis].Name, code, _axes[axis].Codes);
        if (type.Fitting[axis] is { } fitting && !fitting[value])
            throw new ArgumentException($"Bij '{type.Type.Code}' hoort geen {_axes[axis].Name} '{code}'.", nameof(code));
        return (byte)value;
    }

    private ulong BitOf(string code)
    {
        var number = _vocabulary.CircumstanceNumbers.Find(code);
        return number >= 0 ? 1UL << number : throw Unknown("omstandigheid", code, _vocabulary.Circumstances.Select(c => c.Code));
    }

    internal static ArgumentException Unknown(string what, string code, IEnumerable<string> known) =>
        new($"Onbekende {what}: '{code}'.{Nearest.Suggestion(code, known)}");

    /// <summary>A resource type with its axes, by number.</summary>
    private sealed class TypedAxes(ResourceType type, Axis[] axes)
    {
        public ResourceType Type => type;

        /// <summary>The codes of each axis; null where the type has no such axis.</summary>
        public CodeNumbers?[] Numbers { get; } = [.. axes.Select(a => a.AppliesTo(type) ? a.Numbers : null)];

        /// <summary>Which values of each axis go with the type; null when all do.</summary>
        public bool[]?[] Fitting { get; } = [.. axes.Select(a => type.Only.TryGetValue(a.Name, out var only) ? a.Codes.Select(only.Contains).ToArray() : null)];
    }
}
