namespace CotnvPga.Portal.Pages.Delen;

/// <summary>An answer to "Mag ik dit delen?" in words for a page.</summary>
/// <param name="Tone"><c>ja</c>, <c>als</c> or <c>nee</c>.</param>
/// <param name="Verdict">The answer in a few words.</param>
/// <param name="Explanation">The answer as a sentence.</param>
/// <param name="Advice">What to do instead; null when there is nothing to say.</param>
/// <param name="Alternatives">What must hold, each alternative with its facts; empty when nothing is asked.</param>
/// <param name="Articles">What it rests on.</param>
/// <param name="DecidedBy">Layer, rule and certainty.</param>
/// <param name="Nearly">What would give a better answer.</param>
/// <param name="Paste">A sentence to paste.</param>
/// <param name="Facts">The questions that can change the answer.</param>
/// <param name="Layers">What every layer says.</param>
public sealed record AdvicePage(
    string Tone,
    string Verdict,
    string Explanation,
    string? Advice,
    IReadOnlyList<IReadOnlyList<string>> Alternatives,
    IReadOnlyList<ArticleLine> Articles,
    string DecidedBy,
    IReadOnlyList<string> Nearly,
    string Paste,
    IReadOnlyList<FactLine> Facts,
    IReadOnlyList<LayerLine> Layers);

/// <summary>An article and what it is about.</summary>
public sealed record ArticleLine(string Citation, string Title);

/// <summary>A yes/no question about a circumstance.</summary>
/// <param name="Code">Code of the circumstance.</param>
/// <param name="Statement">What may be so, in the words of the vocabulary.</param>
/// <param name="Article">The article it comes from; null when it has none.</param>
/// <param name="Answer"><c>ja</c>, <c>nee</c>, or null when nobody said.</param>
public sealed record FactLine(string Code, string Statement, string? Article, string? Answer);

/// <summary>What one layer says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">What it would answer alone.</param>
/// <param name="Rules">The rules that speak of the question.</param>
public sealed record LayerLine(string Name, string Outcome, IReadOnlyList<RuleLine> Rules);

/// <summary>One rule that was weighed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Does">What it does here, in words.</param>
/// <param name="Says">What it says.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Missing">What it still asks for; empty when nothing.</param>
public sealed record RuleLine(string Id, string Does, string Says, string Articles, string Certainty, IReadOnlyList<string> Missing);

/// <summary>A line of the question, such as "Aan" with "Politie".</summary>
public sealed record QuestionLine(string Name, string Value);
