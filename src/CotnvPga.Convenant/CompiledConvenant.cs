using System.Collections.Frozen;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Loading;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant;

/// <summary>A whole convenant, read and compiled: who may see what, and what may happen next. Immutable.</summary>
public sealed class CompiledConvenant
{
    private const string Circumstances = "omstandigheid";

    private readonly Decider _decider;
    private readonly Explainer _explainer;
    private readonly QuestionCoder _coder;
    private readonly ViewTables _views;
    private readonly FrozenDictionary<string, Edition[]> _editionsOf;

    internal CompiledConvenant(IReadOnlyList<RuleFile> files, string hash, RuleBook rules, IReadOnlyDictionary<string, FieldDefinition> fields, ProcessModel process, CovenantParts covenants, IReadOnlyList<Edition> editions)
    {
        Files = files;
        Hash = hash;
        Rules = rules;
        Fields = fields;
        Process = process;
        Covenants = covenants;
        Editions = editions;
        _editionsOf = editions.Where(e => e.Municipality is not null).GroupBy(e => e.Municipality!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        Layers = [.. rules.Layers.Select(l => l.Layer.Code)];
        _decider = new Decider(rules, editions);
        _explainer = new Explainer(this, _decider);
        _coder = new QuestionCoder(this);
        _views = new ViewTables(rules.Vocabulary, _coder, _decider, _explainer);
    }

    /// <summary>Reads and compiles the files of a convenant. With any error there is no convenant, only the findings.</summary>
    public static LoadResult Load(IReadOnlyList<RuleFile> files) => ConvenantLoader.Load(files);

    /// <summary>The files it was read from, in order of path: kept, so that a logged decision can be made again.</summary>
    public IReadOnlyList<RuleFile> Files { get; }

    /// <summary>SHA-256 over the rule files, in lower-case hex: what a receipt names.</summary>
    public string Hash { get; }

    /// <summary>The layers that this convenant has, in order from high to low (<c>wet</c> first).</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The rules as a jurist wrote them.</summary>
    public RuleBook Rules { get; }

    /// <summary>The words: axes, codes, labels, circumstances.</summary>
    public Vocabulary Vocabulary => Rules.Vocabulary;

    /// <summary>The articles.</summary>
    public SourceCatalogue Sources => Rules.Sources;

    /// <summary>The fields of the catalogue, by code.</summary>
    public IReadOnlyDictionary<string, FieldDefinition> Fields { get; }

    /// <summary>The covenants as people read them: chapters, clauses, choices, local versions, invariants.</summary>
    public CovenantParts Covenants { get; }

    /// <summary>What can hold somewhere: number 0 nowhere in particular, then one for each municipality of a trial and each local covenant.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>What holds in a municipality on a day: its local covenant of that day, else the national one with the strictest choices.</summary>
    public Edition EditionOf(string? municipality, LocalDate day)
    {
        if (municipality is null || !_editionsOf.TryGetValue(municipality, out var own))
            return Editions[0];
        foreach (var edition in own)
        {
            if (edition.Local is { } local && local.Validity.Includes(day))
                return edition;
        }
        return WithoutLocal(municipality);
    }

    /// <summary>The edition of a municipality that has no local covenant in force, or has not acceded: the strictest choices.</summary>
    public Edition WithoutLocal(string? municipality) =>
        municipality is not null && _editionsOf.TryGetValue(municipality, out var own) && Array.Find(own, e => e.Local is null) is { } bare ? bare : Editions[0];

    /// <summary>The process: phases, steps, terms, criteria, reasons.</summary>
    public ProcessModel Process { get; }

    internal Decider Decider => _decider;

    /// <summary>The codes of an axis (<c>partij</c>, <c>fase</c>, …) or of <c>omstandigheid</c>, in vocabulary order.</summary>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public IReadOnlyList<string> CodesOf(string axis) =>
        axis == Circumstances ? [.. Vocabulary.Circumstances.Select(c => c.Code)] : [.. KnownAxis(axis).Codes];

    /// <summary>The name of a code for people.</summary>
    /// <exception cref="ArgumentException">There is no such axis or code.</exception>
    public string LabelOf(string axis, string code) =>
        (axis == Circumstances ? Vocabulary.Circumstance(code)?.Label : KnownAxis(axis).Find(code)?.Label)
        ?? throw new ArgumentException($"Onbekende code op '{axis}': '{code}'.", nameof(code));

    /// <summary>The name of a code where there is little room; the whole name when the vocabulary gives no short one.</summary>
    /// <exception cref="ArgumentException">There is no such axis or code.</exception>
    public string ShortLabelOf(string axis, string code) =>
        KnownAxis(axis).Find(code)?.ShortLabel ?? throw new ArgumentException($"Onbekende code op '{axis}': '{code}'.", nameof(code));

    /// <summary>The codes in a group of an axis, such as the group <c>drie</c> of <c>partij</c>.</summary>
    /// <exception cref="ArgumentException">There is no such axis or group.</exception>
    public IReadOnlySet<string> GroupOf(string axis, string group) =>
        KnownAxis(axis).Groups.TryGetValue(group, out var codes)
            ? codes.ToHashSet(StringComparer.Ordinal)
            : throw new ArgumentException($"De as '{axis}' heeft geen groep '{group}'.", nameof(group));

    /// <summary>Answers one question, with its explanation.</summary>
    /// <exception cref="ArgumentException">The question has a code that the vocabulary does not have, or misses one.</exception>
    public Answer Decide(Question question) => _explainer.Answer(_coder.Code(question));

    /// <summary>Answers one question in numbers, with its explanation.</summary>
    public Answer Decide(CodedQuestion question) => _explainer.Answer(question);

    /// <summary>Answers one question in numbers, with every rule that was weighed.</summary>
    public Explanation Explain(CodedQuestion question) => _explainer.Explain(question);

    /// <summary>The decision alone. Allocates nothing.</summary>
    public bool Allows(CodedQuestion question) => _decider.Allows(question);

    /// <summary>The question in numbers, for asking it often.</summary>
    /// <exception cref="ArgumentException">The question has a code that the vocabulary does not have, or misses one.</exception>
    public CodedQuestion Code(Question question) => _coder.Code(question);

    /// <summary>Writes a question in numbers from codes, into one that is used again and again. Allocates nothing.</summary>
    /// <param name="into">Where it is written; its old content is lost.</param>
    /// <param name="resourceType">The kind of resource.</param>
    /// <param name="codes">The codes in order of the axes; an axis that is left out at the end has its default.</param>
    /// <param name="date">The day of decision.</param>
    /// <param name="circumstances">The circumstances that hold.</param>
    /// <param name="layers">How many layers are asked, from the highest down.</param>
    /// <param name="edition">What holds in the municipality.</param>
    /// <exception cref="ArgumentException">A code is unknown.</exception>
    public void Code(CodedQuestion into, string resourceType, ReadOnlySpan<string> codes, LocalDate date, ReadOnlySpan<string> circumstances, int layers, Edition edition) =>
        _coder.Code(into, resourceType, codes, date, circumstances, layers, edition);

    /// <summary>Answers for all items of one view at once: who looks is fixed, what is looked at varies.</summary>
    /// <exception cref="ArgumentException">The question has a code that the vocabulary does not have.</exception>
    public ViewTable View(ViewQuestion question) => _views.For(question);

    private Axis KnownAxis(string axis) =>
        Vocabulary.Axis(axis) ?? throw new ArgumentException($"Er is geen as '{axis}'.", nameof(axis));
}
