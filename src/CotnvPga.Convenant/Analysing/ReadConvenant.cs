using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Analysing;

/// <summary>A convenant as it was read, also when there are errors in it: what the analyses look at.</summary>
/// <param name="Book">Words, articles and rules.</param>
/// <param name="Fields">The catalogue.</param>
/// <param name="Process">The process.</param>
/// <param name="Deliberate">What somebody said is so on purpose.</param>
/// <param name="Places">Where everything stands.</param>
internal sealed record ReadConvenant(
    RuleBook Book,
    IReadOnlyDictionary<string, FieldDefinition> Fields,
    ProcessModel Process,
    IReadOnlyList<Deliberate> Deliberate,
    Places Places)
{
    /// <summary>What holds where: once for everywhere, and once for each municipality that has rules of its own.</summary>
    public IReadOnlyList<ReadEdition> Editions => [new ReadEdition("", Validity.Always, Book)];

    /// <summary>The key under which the codes of an axis stand.</summary>
    public string ListOf(Axis axis) => Places.Value($"assen/{axis.Name}/codes") ?? "assen";

    /// <summary>Every article that something cites.</summary>
    public IEnumerable<string> Cited => Places.Words("grondslag").Concat(Places.Words("bron"));
}

/// <summary>The rules that hold in one place.</summary>
/// <param name="Name">The place in words; empty for everywhere.</param>
/// <param name="Validity">On which days.</param>
/// <param name="Book">The rules.</param>
internal sealed record ReadEdition(string Name, Validity Validity, RuleBook Book);
