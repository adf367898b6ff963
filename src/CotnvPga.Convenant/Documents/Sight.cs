using System.Globalization;
using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Documents;

/// <summary>Asks the engine what opens one kind of item for one viewer, again and again, for one purpose and act.</summary>
internal sealed class Sight
{
    private readonly CompiledConvenant _convenant;
    private readonly CodedQuestion _question;
    private readonly Dictionary<string, Openings> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<CellRules, int> _numbers = new(ReferenceEqualityComparer.Instance);

    public Sight(CompiledConvenant convenant, DocumentRequest request, string purpose, string act)
    {
        _convenant = convenant;
        var words = convenant.Vocabulary;
        _question = new CodedQuestion(words)
        {
            ResourceType = words.ResourceTypes.First(t => t.Code == words.ItemAxes[0].ResourceType).Index,
            Date = request.Day,
            Layers = convenant.Layers.Count,
            Edition = request.Edition.Index,
        };
        foreach (var axis in words.Axes)
            _question.Values[axis.Index] = (byte)(axis.Default ?? 0);
        Tell(Axis("doel"), purpose);
        Tell(Axis("handeling"), act);
    }

    public Axis Axis(string name) => _convenant.Vocabulary.Axis(name)
        ?? throw new ArgumentException($"Voor een document heeft het convenant de as '{name}' nodig.", nameof(name));

    public void Tell(Axis axis, string code) => _question.Values[axis.Index] = (byte)axis.IndexOf(code);

    /// <summary>Tells that an axis has its ordinary value.</summary>
    public void Forget(Axis axis) => _question.Values[axis.Index] = (byte)(axis.Default ?? 0);

    /// <summary>What opens it, with this closing circumstance or with none.</summary>
    public Openings Openings(Circumstance? closing = null)
    {
        var cells = _convenant.Decider.Cells(_question);
        var key = $"{closing?.Index}#{string.Join(',', cells.Select(Number))}";
        if (!_known.TryGetValue(key, out var openings))
        {
            var missing = _convenant.Decider.Missing(_question.Edition, cells, closing?.Bit ?? 0) ?? [];
            IReadOnlyList<IReadOnlyList<string>> sets = [.. missing.Select(set =>
                (IReadOnlyList<string>)[.. _convenant.Decider.InCodeOrder(set).Select(i => _convenant.Vocabulary.Circumstances[i].Code)])];
            _known[key] = openings = new Openings([new Opening([], sets)]);
        }
        return openings;
    }

    private string Number(CellRules cell)
    {
        if (!_numbers.TryGetValue(cell, out var number))
            _numbers[cell] = number = _numbers.Count;
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
