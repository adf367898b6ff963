using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Rules;

/// <summary>All rules of a convenant, per layer from high to low.</summary>
/// <param name="Vocabulary">The words they use.</param>
/// <param name="Sources">The articles they cite.</param>
/// <param name="Layers">The layers that have rules, from high to low.</param>
public sealed record RuleBook(Vocabulary Vocabulary, SourceCatalogue Sources, IReadOnlyList<LayerRules> Layers)
{
    /// <summary>All rules, the closing ones and the claims too.</summary>
    public IEnumerable<Rule> Rules => Layers.SelectMany(l => (l.Default is null ? l.Rules : l.Rules.Append(l.Default)).Concat(l.Claims));
}

/// <summary>The rules of one layer. With a <see cref="RuleKind.Slot"/> it is closed where nothing allows; without one it is open where nothing forbids.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Rules">Its rules, without the closing one.</param>
/// <param name="Default">The closing rule; null in a layer that only narrows.</param>
/// <param name="Claims">
/// Permissions in a layer that only narrows. They open nothing: they claim that the higher layers leave this open, and the
/// checker refuses a convenant in which that is not so.
/// </param>
public sealed record LayerRules(Layer Layer, IReadOnlyList<Rule> Rules, Rule? Default, IReadOnlyList<Rule> Claims)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Rules.Count == 0 && Default is null && Claims.Count == 0;

    /// <summary>The same layer with the rules that a test lets through.</summary>
    internal LayerRules Only(Func<Rule, bool> holds) => new(
        Layer, [.. Rules.Where(holds)], Default is { } closing && holds(closing) ? closing : null, [.. Claims.Where(holds)]);
}
