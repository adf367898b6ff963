using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing;

/// <summary>What the law says of everything that one party may do for one purpose in one phase.</summary>
internal enum Slice
{
    /// <summary>No rule speaks of all of it.</summary>
    Silent,

    /// <summary>A ban closes it: somebody thought of it.</summary>
    Banned,

    /// <summary>A permission speaks of some of it.</summary>
    Open,
}

/// <summary>The highest layer seen from far: per party, act, purpose, phase and category whether anything is open there.</summary>
internal sealed class Slices
{
    private Slices(Axis party, Axis act, Axis purpose, Axis phase, Axis? category) =>
        (Party, Act, Purpose, Phase, Category) = (party, act, purpose, phase, category);

    public Axis Party { get; }

    public Axis Act { get; }

    public Axis Purpose { get; }

    public Axis Phase { get; }

    public Axis? Category { get; }

    /// <summary>By number of party, act, purpose, phase and category; the number of categories where there is none.</summary>
    public Dictionary<(int Party, int Act, int Purpose, int Phase, int Category), Slice> All { get; } = [];

    /// <summary>The slices; null where a convenant does not have these four axes.</summary>
    public static Slices? Of(RuleBook book)
    {
        var words = book.Vocabulary;
        if (words.Axis("partij") is not { } party || words.Axis("handeling") is not { } act || words.Axis("doel") is not { } purpose || words.Axis("fase") is not { } phase || book.Layers.Count == 0)
            return null;
        var category = words.Axis("categorie");
        var slices = new Slices(party, act, purpose, phase, category);
        var boxes = new BoxSet(words);
        var speakers = book.Layers[0].Rules.Where(r => r.Kind is RuleKind.Toestaan or RuleKind.Verbod).Select(r => (Rule: r, Speaker: Speaker.Of(r, r.Where, r.Unless, boxes))).ToList();
        var seen = new Dictionary<ulong[], Slice>(BitComparer.Instance);
        foreach (var part in new Division(words, boxes, category is null ? [party, act, purpose, phase] : [party, act, purpose, phase, category]).Parts())
        {
            var key = (part.Values[party.Index], part.Values[act.Index], part.Values[purpose.Index], part.Values[phase.Index], category is null ? 0 : part.Values[category.Index]);
            if (!seen.TryGetValue(part.Boxes, out var slice))
                seen[part.Boxes] = slice = SliceOf(speakers.FindAll(s => s.Speaker.SpeaksIn(part)).ConvertAll(s => s.Rule));
            slices.All[key] = slices.All.TryGetValue(key, out var known) ? Together(known, slice) : slice;
        }
        return slices;
    }

    private static Slice SliceOf(List<Rule> speaking)
    {
        if (speaking.Exists(r => r is { Kind: RuleKind.Verbod, When.Count: 0, Validity.Until: null }))
            return Slice.Banned;
        return speaking.Exists(r => r.Kind == RuleKind.Toestaan) ? Slice.Open : Slice.Silent;
    }

    /// <summary>What is open in one cell is open; what is silent in one cell and banned in another is silent.</summary>
    private static Slice Together(Slice a, Slice b) => a == Slice.Open || b == Slice.Open ? Slice.Open : a == Slice.Silent ? a : b;
}
