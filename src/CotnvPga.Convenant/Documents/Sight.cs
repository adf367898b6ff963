using System.Globalization;
using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Documents;

/// <summary>Asks the engine what opens one kind of item for one viewer, again and again, for one purpose and act.</summary>
internal sealed class Sight
{
    private const string Party = "partij";
    private const string Phase = "fase";
    private const string Category = "categorie";
    private const string Supplier = "verstrekker";

    /// <summary>The acts by which one comes to know something: looking, and being told.</summary>
    public static readonly IReadOnlyList<string> Acts = ["raadplegen", "ontvangen"];

    private readonly CompiledConvenant _convenant;
    private readonly Axis[] _varying;
    private readonly Dictionary<string, Openings> _ordinary = new(StringComparer.Ordinal);
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
        _varying = [.. words.Axes.Where(a => a.Name is not ("doel" or "handeling"))];
    }

    public Axis Axis(string name) => _convenant.Vocabulary.Axis(name)
        ?? throw new ArgumentException($"Voor een document heeft het convenant de as '{name}' nodig.", nameof(name));

    /// <summary>What opens it, where these axes have these codes and every other axis its ordinary value.</summary>
    public Openings Of(string[] axes, string[] codes, Circumstance? closing = null)
    {
        foreach (var axis in _varying)
            _question.Values[axis.Index] = (byte)(axis.Default ?? 0);
        for (var i = 0; i < axes.Length; i++)
            Tell(Axis(axes[i]), codes[i]);
        return Openings(closing);
    }

    /// <summary>What opens an item of the supplier that usually brings it: of all ways in which suppliers open it, the most frequent.</summary>
    public Openings Ordinary(string party, string phase, string category)
    {
        var key = $"{party} {phase} {category}";
        if (!_ordinary.TryGetValue(key, out var usual))
        {
            var all = Axis(Supplier).Codes.Select(s => Of([Party, Phase, Category, Supplier], [party, phase, category, s])).ToList();
            _ordinary[key] = usual = all.Where(o => !o.IsClosed).GroupBy(o => o).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? all[0];
        }
        return usual;
    }

    private void Tell(Axis axis, string code) => _question.Values[axis.Index] = (byte)axis.IndexOf(code);

    private Openings Openings(Circumstance? closing)
    {
        var cells = _convenant.Decider.Cells(_question);
        var key = $"{closing?.Index}#{string.Join(',', cells.Select(Number))}";
        if (!_known.TryGetValue(key, out var openings))
        {
            var missing = _convenant.Decider.Missing(_question.Edition, cells, closing?.Bit ?? 0) ?? [];
            IReadOnlyList<IReadOnlyList<string>> sets = [.. missing.Select(set =>
                (IReadOnlyList<string>)_convenant.Decider.CodesOf(set))];
            _known[key] = openings = new Openings([new Comparing.Opening([], sets)]);
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
