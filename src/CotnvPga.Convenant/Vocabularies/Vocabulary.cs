using NodaTime;

namespace CotnvPga.Convenant.Vocabularies;

/// <summary>The words of a convenant: axes with their codes, circumstances, relations, layers and periods. Immutable.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Axis> _axes;

    internal Vocabulary(
        IReadOnlyList<Layer> layers,
        IReadOnlyList<LocalDate> periods,
        QuestionShape shape,
        IReadOnlyList<Axis> axes,
        IReadOnlyList<ResourceType> resourceTypes,
        IReadOnlyList<Relation> relations,
        IReadOnlyList<Circumstance> circumstances)
    {
        Layers = layers;
        Periods = periods;
        Shape = shape;
        Axes = axes;
        ResourceTypes = resourceTypes;
        Relations = relations;
        Circumstances = circumstances;
        _axes = axes.ToDictionary(a => a.Name, StringComparer.Ordinal);
        CircumstanceNumbers = new CodeNumbers([.. circumstances.Select(c => c.Code)]);
        ItemAxes = [.. axes.Where(a => a.ResourceType is not null)];
    }

    /// <summary>Layers that a convenant may have, from high to low.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>First day of each period of law, ascending; before the first one everything is withheld.</summary>
    public IReadOnlyList<LocalDate> Periods { get; }

    /// <summary>What a question must say besides the axes.</summary>
    public QuestionShape Shape { get; }

    /// <summary>The axes, in vocabulary order.</summary>
    public IReadOnlyList<Axis> Axes { get; }

    /// <summary>The axes that belong to one type of resource, such as the category of a <c>gegeven</c>: they vary within one view.</summary>
    public IReadOnlyList<Axis> ItemAxes { get; }

    /// <summary>The types of resource.</summary>
    public IReadOnlyList<ResourceType> ResourceTypes { get; }

    /// <summary>Relations between two axes, such as <c>eigen</c>.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>The yes/no facts, in vocabulary order.</summary>
    public IReadOnlyList<Circumstance> Circumstances { get; }

    /// <summary>The numbers of the circumstances: the places of their bits.</summary>
    internal CodeNumbers CircumstanceNumbers { get; }

    /// <summary>The axis with this name, or null.</summary>
    public Axis? Axis(string name) => _axes.GetValueOrDefault(name);

    /// <summary>The circumstance with this code, or null.</summary>
    public Circumstance? Circumstance(string code) => CircumstanceNumbers.Find(code) is >= 0 and var i ? Circumstances[i] : null;
}

/// <summary>A layer that rules can stand in.</summary>
/// <param name="Code">Its code, such as <c>wet</c>.</param>
/// <param name="Label">Its name for people.</param>
public sealed record Layer(string Code, string Label);

/// <summary>What a question must say besides the axes.</summary>
/// <param name="SubjectType">What <c>subject.type</c> must be; null leaves it free.</param>
/// <param name="Day">How a question says its day of decision; null when the convenant knows no days.</param>
/// <param name="Municipality">How a question says which local covenant holds; null when the convenant knows none.</param>
public sealed record QuestionShape(string? SubjectType, QuestionDay? Day, QuestionMunicipality? Municipality);

/// <summary>How a question says whose local covenant holds.</summary>
/// <param name="Path">Where the code of the municipality stands.</param>
/// <param name="Digits">How many digits the code has.</param>
/// <param name="Layer">The layer of the local covenants; asked only when a municipality is named.</param>
public sealed record QuestionMunicipality(string Path, int Digits, string Layer)
{
    /// <summary>Whether a text can be the code of a municipality.</summary>
    public bool Fits(ReadOnlySpan<char> code)
    {
        if (code.Length != Digits)
            return false;
        foreach (var digit in code)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
        }
        return true;
    }
}

/// <summary>How a question says its day of decision.</summary>
/// <param name="Path">Where the day stands.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Last">The last day that can be asked about.</param>
/// <param name="TimePath">Where a moment may stand in place of a day; null when it may not.</param>
/// <param name="Zone">The time zone in which a moment has its day.</param>
public sealed record QuestionDay(string Path, bool Required, LocalDate Last, string? TimePath, DateTimeZone Zone);

/// <summary>A type of resource that can be asked about.</summary>
/// <param name="Code">Its code (<c>resource.type</c>).</param>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Only">Per axis the codes it is limited to.</param>
/// <param name="Allowed">Sentence for something that is allowed, with <c>{axis}</c> for the code's phrase.</param>
/// <param name="Conditional">Sentence for something that is conditional.</param>
/// <param name="Withheld">Sentence for something that is withheld.</param>
public sealed record ResourceType(
    string Code,
    int Index,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Only,
    string Allowed,
    string Conditional,
    string Withheld)
{
    /// <summary>Whether a code exists and goes with this type.</summary>
    internal bool Admits(Axis axis, string code) =>
        axis.IndexOf(code) >= 0 && (!Only.TryGetValue(axis.Name, out var only) || only.Contains(code));
}

/// <summary>A relation between two axes: it holds when both have the same code and that code is one of <paramref name="Same"/>.</summary>
/// <param name="Code">Its code, usable as <c>ja</c> or <c>nee</c> in a box.</param>
/// <param name="Index">Its number, from 0.</param>
/// <param name="First">Name of one axis.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Same">The codes for which being the same counts.</param>
public sealed record Relation(string Code, int Index, string First, string Second, IReadOnlySet<string> Same);
