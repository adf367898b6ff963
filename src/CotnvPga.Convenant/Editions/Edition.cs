using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Editions;

/// <summary>
/// What holds in one municipality under one version of its local covenant, or where there is none: the same law, the national
/// covenant with the choices made, and the addenda. Immutable.
/// </summary>
/// <param name="Index">Its number; 0 is that of nowhere in particular, with the strictest choices.</param>
/// <param name="Municipality">Code of the municipality; null in edition 0.</param>
/// <param name="Local">The local covenant; null where there is none.</param>
/// <param name="Choices">Code of every choice to what holds: chosen, else the strictest.</param>
/// <param name="Terms">The terms of the process, with the numbers that were chosen.</param>
/// <param name="Clauses">The clauses that hold: national and local.</param>
/// <param name="Rules">The rules that hold.</param>
public sealed record Edition(
    int Index,
    string? Municipality,
    LocalCovenant? Local,
    IReadOnlyDictionary<string, string> Choices,
    IReadOnlyDictionary<string, ParameterDefinition> Terms,
    IReadOnlyList<Clause> Clauses,
    RuleBook Rules)
{
    /// <summary>How a receipt names it: municipality and version, only the municipality where it has no covenant, or nothing.</summary>
    public string Key => Local?.Key ?? Municipality ?? "";
}
