using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Deciding;

/// <summary>An answer with every rule that was weighed.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Layers">What each asked layer said, from the highest down.</param>
public sealed record Explanation(Answer Answer, IReadOnlyList<LayerExplanation> Layers);

/// <summary>What one layer said.</summary>
/// <param name="Layer">Its code.</param>
/// <param name="Outcome">What it would have answered alone.</param>
/// <param name="Rules">The rules that speak of this question, permissions first, then conditions, bans and exceptions.</param>
/// <param name="Default">The rule that closes what nothing allows; null in a layer that only narrows.</param>
public sealed record LayerExplanation(string Layer, Outcome Outcome, IReadOnlyList<WeighedRule> Rules, Rule? Default);

/// <summary>One rule that was weighed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Counts">False for a condition or ban whose closing circumstance does not hold: it is silent now.</param>
/// <param name="Missing">Circumstances that a permission or condition still asks for; empty when it is satisfied.</param>
public sealed record WeighedRule(Rule Rule, bool Counts, IReadOnlyList<string> Missing);
