using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing;

/// <summary>What the analyses share: the convenant as read, everything that can be the case, and where findings go.</summary>
internal sealed class Study(ReadConvenant read, Findings findings)
{
    private readonly BoxSet _boxes = new(read.Book.Vocabulary);
    private List<Speaker>? _speakers;
    private Cases? _cases;
    private readonly Lazy<Slices?> _slices = new(() => Analysing.Slices.Of(read.Book));

    public ReadConvenant Read => read;

    public Vocabulary Words => read.Book.Vocabulary;

    public CellWords Cell { get; } = new(read.Book.Vocabulary);

    /// <summary>Every rule and whatever else is asked of cells, with its boxes.</summary>
    public IReadOnlyList<Speaker> Speakers => _speakers ??=
    [
        .. read.Book.Layers.SelectMany(l => l.Rules.Concat(l.Claims)).Select(r => Speaker.Of(r, r.Where, r.Unless, _boxes)),
        .. read.Covenants.Invariants.Select(n => Speaker.Of(n, n.Where, n.Unless, _boxes)),
    ];

    /// <summary>What holds where and when.</summary>
    public List<Situation> Situations { get; } = Situation.Of(read);

    /// <summary>Everything that can be the case.</summary>
    public Cases Cases => _cases ??= CasesOf(Divide());

    /// <summary>The domain, divided by every box.</summary>
    /// <param name="kept">Axes whose values are never taken together.</param>
    /// <param name="only">Per axis, by number, the values to look at.</param>
    /// <param name="among">Only where one speaks for which each of these is so; none looks everywhere.</param>
    public Division Divide(IEnumerable<Axis>? kept = null, IReadOnlyDictionary<int, IReadOnlySet<int>>? only = null, params ReadOnlySpan<Func<Speaker, bool>> among)
    {
        var lists = new List<IEnumerable<int>>();
        foreach (var speaks in among)
            lists.Add(Speakers.Where(speaks).SelectMany(s => s.Where).ToList());
        _ = Speakers;
        return new Division(Words, _boxes, kept, only, lists);
    }

    /// <summary>Everything that can be the case in some part of the domain.</summary>
    public Cases CasesOf(Division division) => new(Words, Speakers, division.Parts(), Situations);

    /// <summary>Looks only where for each of these one speaks of whom it is so: for a proof that needs no more.</summary>
    public void LookOnlyWhere(params ReadOnlySpan<Func<Speaker, bool>> among) => _cases = CasesOf(Divide(null, null, among));

    /// <summary>The law from far; null where it has not the axes for it.</summary>
    public Slices? Slices => _slices.Value;

    /// <summary>A rule with its article, as a finding names it.</summary>
    public string Named(Rule rule) => $"'{rule.Id}' ({read.Book.Sources.Citation(rule.Clause ?? (rule.Grounds.Count > 0 ? rule.Grounds[0] : ""))})";

    /// <summary>Something that is wrong: the convenant is refused.</summary>
    public void Error(string code, Place place, string message, string? cell = null) => findings.Error(code, place, message, cell);

    /// <summary>Something to look at, unless somebody said that it is so on purpose.</summary>
    public void Warning(string code, Place place, string about, string message, string? cell = null) => findings.Warning(code, place, message, about, cell);
}
