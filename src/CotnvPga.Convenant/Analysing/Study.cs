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

    public ReadConvenant Read => read;

    public Vocabulary Words => read.Book.Vocabulary;

    public CellWords Cell { get; } = new(read.Book.Vocabulary);

    /// <summary>Every rule and whatever else is asked of cells, with its boxes.</summary>
    public IReadOnlyList<Speaker> Speakers => _speakers ??= [.. read.Book.Layers.SelectMany(l => l.Rules).Select(r => Speaker.Of(r, r.Where, r.Unless, _boxes))];

    /// <summary>What holds where and when.</summary>
    public List<Situation> Situations { get; } = Situation.Of(read);

    /// <summary>Everything that can be the case.</summary>
    public Cases Cases => _cases ??= new Cases(Words, Speakers, Divide().Parts(), Situations);

    /// <summary>The domain, divided by every box.</summary>
    public Division Divide(IEnumerable<Axis>? kept = null, IReadOnlyDictionary<int, IReadOnlySet<int>>? only = null)
    {
        _ = Speakers;
        return new Division(Words, _boxes, kept, only);
    }

    /// <summary>A rule with its article, as a finding names it.</summary>
    public string Named(Rule rule) => $"'{rule.Id}' ({read.Book.Sources.Citation(rule.Grounds.Count > 0 ? rule.Grounds[0] : "")})";

    /// <summary>Something that is wrong: the convenant is refused.</summary>
    public void Error(string code, Place place, string message, string? cell = null) => findings.Error(code, place, message, cell);

    /// <summary>Something to look at, unless somebody said that it is so on purpose.</summary>
    public void Warning(string code, Place place, string about, string message, string? cell = null) => findings.Warning(code, place, message, about, cell);
}
