using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Rules;

/// <summary>All rules of a convenant, per layer from high to low.</summary>
/// <param name="Vocabulary">The words they use.</param>
/// <param name="Sources">The articles they cite.</param>
/// <param name="Layers">The layers that have rules, from high to low.</param>
public sealed record RuleBook(Vocabulary Vocabulary, SourceCatalogue Sources, IReadOnlyList<LayerRules> Layers)
{
    /// <summary>All rules, the closing ones too.</summary>
    public IEnumerable<Rule> Rules => Layers.SelectMany(l => l.Default is null ? l.Rules : l.Rules.Append(l.Default));
}

/// <summary>The rules of one layer. With a <see cref="RuleKind.Slot"/> it is closed where nothing allows; without one it is open where nothing forbids.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Rules">Its rules, without the closing one.</param>
/// <param name="Default">The closing rule; null in a layer that only narrows.</param>
public sealed record LayerRules(Layer Layer, IReadOnlyList<Rule> Rules, Rule? Default);
