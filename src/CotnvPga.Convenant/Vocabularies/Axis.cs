namespace CotnvPga.Convenant.Vocabularies;

/// <summary>One axis of the question: a finite list of codes, and where a question says which.</summary>
public sealed class Axis
{
    /// <summary>The code for yes on an axis that is <see cref="IsYesNo"/>.</summary>
    internal const string Yes = "true";

    private const string No = "false";

    internal Axis(
        string name,
        int index,
        string path,
        string? resourceType,
        int? defaultValue,
        bool citesArticle,
        string? fromLayer,
        IReadOnlyList<AxisValue> values,
        IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
    {
        Name = name;
        Index = index;
        Path = path;
        ResourceType = resourceType;
        Default = defaultValue;
        CitesArticle = citesArticle;
        FromLayer = fromLayer;
        Values = values;
        Groups = groups;
        Numbers = new CodeNumbers([.. values.Select(v => v.Code)]);
    }

    /// <summary>Its name, such as <c>partij</c>.</summary>
    public string Name { get; }

    /// <summary>Its number, from 0.</summary>
    public int Index { get; }

    /// <summary>Where a question says it, such as <c>subject.id</c>.</summary>
    public string Path { get; }

    /// <summary>The one type of resource that has this axis; null when every question has it.</summary>
    public string? ResourceType { get; }

    /// <summary>The value of a question that does not say; null when it must.</summary>
    public int? Default { get; }

    /// <summary>Whether the article of the code belongs to the grounds of an answer.</summary>
    public bool CitesArticle { get; }

    /// <summary>The highest layer whose rules may name it; null when every layer's may. Where only higher layers are asked, it does not count.</summary>
    public string? FromLayer { get; }

    /// <summary>Its codes, in vocabulary order.</summary>
    public IReadOnlyList<AxisValue> Values { get; }

    /// <summary>Names for several codes together.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; }

    /// <summary>Whether its codes are just <c>true</c> and <c>false</c>: a question then says it as JSON does, without quotes.</summary>
    public bool IsYesNo => Values.Count == 2 && IndexOf(Yes) >= 0 && IndexOf(No) >= 0;

    /// <summary>The codes.</summary>
    public IEnumerable<string> Codes => Values.Select(v => v.Code);

    /// <summary>Whether a question about this type of resource has the axis.</summary>
    internal bool AppliesTo(ResourceType type) => ResourceType is null || ResourceType == type.Code;

    /// <summary>The numbers of its codes.</summary>
    internal CodeNumbers Numbers { get; }

    /// <summary>The number of a code, or -1.</summary>
    public int IndexOf(string code) => Numbers.Find(code);

    /// <summary>The value with this code, or null.</summary>
    public AxisValue? Find(string code) => IndexOf(code) is >= 0 and var i ? Values[i] : null;
}

/// <summary>One code of an axis.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="ShortLabel">Its name where there is little room.</param>
/// <param name="Phrase">How it stands in a sentence.</param>
/// <param name="Article">The article it comes from, if it has one.</param>
public sealed record AxisValue(string Code, string Label, string ShortLabel, string Phrase, string? Article);
