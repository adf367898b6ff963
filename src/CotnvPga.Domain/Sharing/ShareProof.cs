using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Domain.Sharing;

/// <summary>A proof to keep that was asked whether something may be shared (deelbewijs): codes only, no case and no person.</summary>
/// <param name="Number">Its number; random.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="Missing">What was missing.</param>
/// <param name="Grounds">The articles.</param>
/// <param name="Layer">The layer that decided.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Certainty">How sure it was.</param>
/// <param name="Explanation">The answer in words.</param>
/// <param name="Hash">Hash of the covenant that answered.</param>
/// <param name="Model">Version of the national covenant that was asked; null when only the law was.</param>
/// <param name="Edition">Municipality and version of the local covenant that was asked; empty when none was.</param>
public sealed record ShareProof(
    string Number,
    Instant MadeAt,
    SharingQuestion Question,
    Outcome Outcome,
    IReadOnlyList<IReadOnlyList<string>> Missing,
    IReadOnlyList<string> Grounds,
    string Layer,
    string Rule,
    string Certainty,
    string Explanation,
    string Hash,
    string? Model,
    string Edition)
{
    /// <summary>The proof of an answer.</summary>
    public static ShareProof Of(SharingAdvice advice, string number, Instant now) => new(
        number, now, advice.Question, advice.Outcome, advice.Deciding.Missing, advice.Deciding.Grounds,
        advice.Deciding.Layer, advice.Deciding.Rule, advice.Deciding.Certainty, advice.Deciding.Explanation,
        advice.Deciding.Receipt.Convenant, advice.Deciding.Receipt.Model, advice.Deciding.Receipt.Edition);
}
