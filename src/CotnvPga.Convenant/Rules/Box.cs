namespace CotnvPga.Convenant.Rules;

/// <summary>A part of the domain: per axis the codes that belong to it. An axis that is not named is free.</summary>
/// <param name="Axes">Axis name to codes.</param>
/// <param name="Relations">Relation to whether it must hold.</param>
public sealed record Box(
    IReadOnlyDictionary<string, IReadOnlySet<string>> Axes,
    IReadOnlyDictionary<string, bool> Relations);
