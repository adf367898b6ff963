using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.NearMisses;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Domain.Sharing;

/// <summary>The answer to "Mag ik dit delen?", with everything that somebody needs to act on it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Outcome">What comes of it for who shares.</param>
/// <param name="Deciding">The answer that decided it: the receiver's, or that of who shares when it can never see the item itself.</param>
/// <param name="Explanation">The answer for the receiver, with every layer and rule that was weighed.</param>
/// <param name="SharerCannotSee">True when who shares can never see this item in this phase: who supplied it has to share it.</param>
/// <param name="Asked">The circumstances that can change the answer.</param>
/// <param name="NearMisses">What would give a better answer, the best first.</param>
/// <param name="Later">The first later day with a better answer; null when there is none.</param>
public sealed record SharingAdvice(
    SharingQuestion Question,
    Outcome Outcome,
    Answer Deciding,
    Explanation Explanation,
    bool SharerCannotSee,
    IReadOnlyList<Circumstance> Asked,
    IReadOnlyList<NearMiss> NearMisses,
    LaterDay? Later);
