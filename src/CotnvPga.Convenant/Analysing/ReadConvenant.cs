using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Analysing;

/// <summary>A convenant as it was read, also when there are errors in it: what the analyses look at.</summary>
/// <param name="Book">Words, articles and rules.</param>
/// <param name="Fields">The catalogue.</param>
/// <param name="Process">The process.</param>
/// <param name="Covenants">Clauses, local covenants and invariants.</param>
/// <param name="Editions">What holds where.</param>
/// <param name="Deliberate">What somebody said is so on purpose.</param>
/// <param name="Places">Where everything stands.</param>
internal sealed record ReadConvenant(
    RuleBook Book,
    IReadOnlyDictionary<string, FieldDefinition> Fields,
    ProcessModel Process,
    CovenantParts Covenants,
    IReadOnlyList<Edition> Editions,
    IReadOnlyList<Deliberate> Deliberate,
    Places Places)
{
    /// <summary>The key under which the codes of an axis stand.</summary>
    public string ListOf(Axis axis) => Places.Value($"assen/{axis.Name}/codes") ?? "assen";

    /// <summary>Every article that something cites.</summary>
    public IEnumerable<string> Cited => Places.Words("grondslag").Concat(Places.Words("bron"));
}
