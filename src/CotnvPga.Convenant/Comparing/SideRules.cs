using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Comparing;

/// <summary>The rules of one side that hold on its day, per layer.</summary>
internal sealed class SideRules
{
    public SideRules(RuleBook book, LocalDate day)
    {
        Vocabulary = book.Vocabulary;
        var periods = new Periods(book);
        var period = periods.Of(Periods.Number(day));
        Layers = [.. book.Layers.Select(l => new SideLayer(Vocabulary, l, r => periods.Holds(r, period)))];
    }

    public Vocabulary Vocabulary { get; }

    public SideLayer[] Layers { get; }

    /// <summary>The kind of resource with this code, or null.</summary>
    public ResourceType? TypeOf(string code) => Vocabulary.ResourceTypes.FirstOrDefault(t => t.Code == code);

    /// <summary>Every circumstance that a rule names.</summary>
    public IEnumerable<string> Named() => Layers.SelectMany(l => l.Rules).SelectMany(r => r.Rule.Needs.Concat(r.Rule.NeedsOneOf).Concat(r.Rule.When));

    /// <summary>What the rules see of a value: values with the same key are the same to them.</summary>
    public string KeyOf(Axis axis, int value)
    {
        var admitted = Layers.SelectMany(l => l.Boxes.Admitting(axis.Index, value)).Select(w => $"{w:x}");
        var same = Vocabulary.Relations.Where(r => (r.First == axis.Name || r.Second == axis.Name) && r.Same.Contains(axis.Values[value].Code));
        return string.Join(',', admitted) + (same.Any() ? axis.Values[value].Code : "");
    }
}

/// <summary>The rules of one layer, with their boxes numbered.</summary>
internal sealed class SideLayer
{
    public SideLayer(Vocabulary vocabulary, LayerRules layer, Func<Rule, bool> holds)
    {
        OpenByDefault = layer.Default is null;
        Rules = [.. layer.Rules.Where(holds).Select(r => new CompiledRule(r, vocabulary))];
        Boxes = new Atoms(vocabulary, Rules);
        Permitting = Boxes.OfPermissions(Rules);
    }

    public bool OpenByDefault { get; }

    public IReadOnlyList<CompiledRule> Rules { get; }

    public Atoms Boxes { get; }

    /// <summary>The boxes in which something is allowed.</summary>
    public ulong[] Permitting { get; }

    /// <summary>The rules that speak where these boxes hold.</summary>
    public List<CompiledRule> Speaking(ReadOnlySpan<ulong> boxes)
    {
        var included = new bool[Rules.Count];
        var excluded = new bool[Rules.Count];
        Boxes.Speaking(boxes, included, excluded);
        return [.. Rules.Where((_, i) => included[i] && !excluded[i])];
    }
}
