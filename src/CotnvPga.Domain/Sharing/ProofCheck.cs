using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;

namespace CotnvPga.Domain.Sharing;

/// <summary>How a proof stands under the covenant of now.</summary>
public enum ProofStanding
{
    /// <summary>The same answer, for the same reason.</summary>
    Gelijk,

    /// <summary>The same answer, for another reason (rule, article or condition).</summary>
    AndereReden,

    /// <summary>Another answer.</summary>
    AnderAntwoord,

    /// <summary>A code of the question is no longer in the covenant.</summary>
    BestaatNietMeer,
}

/// <summary>What came of asking again.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="SameConvenant">Whether the covenant is the one that answered then.</param>
/// <param name="Now">The answer of now; null when it can no longer be asked.</param>
public sealed record ProofCheck(ProofStanding Standing, bool SameConvenant, SharingAdvice? Now);

/// <summary>Asks the question of a proof again, under the covenant of now and for the day of then.</summary>
public sealed class ProofChecker(CompiledConvenant convenant, SharingIntake intake, SharingAdvisor advisor)
{
    /// <summary>How the proof stands.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="edition">What holds now in its municipality, for the day of then.</param>
    public ProofCheck Check(ShareProof proof, Edition edition)
    {
        var sameConvenant = proof.Hash == convenant.Hash && proof.Edition == edition.Key;
        var read = intake.Read(NewSharing.Again(proof.Question), null, proof.Question.Day);
        if (!read.IsDone)
            return new ProofCheck(ProofStanding.BestaatNietMeer, sameConvenant, null);
        var now = advisor.Advise(read.Value, edition);
        return new ProofCheck(Standing(proof, now), sameConvenant, now);
    }

    private static ProofStanding Standing(ShareProof proof, SharingAdvice now)
    {
        if (now.Outcome != proof.Outcome)
            return ProofStanding.AnderAntwoord;
        var sameReason = now.Deciding.Rule == proof.Rule && now.Deciding.Grounds.SequenceEqual(proof.Grounds)
            && now.Deciding.Missing.Select(Joined).SequenceEqual(proof.Missing.Select(Joined));
        return sameReason ? ProofStanding.Gelijk : ProofStanding.AndereReden;
    }

    private static string Joined(IReadOnlyList<string> set) => string.Join(',', set);
}
