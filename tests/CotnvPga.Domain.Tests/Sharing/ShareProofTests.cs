using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain.Sharing;
using NodaTime;

namespace CotnvPga.Domain.Tests.Sharing;

/// <summary>A proof can be held against the covenant of now at any later time.</summary>
public sealed class ShareProofTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 1, 9, 0);
    private static readonly SharingAdvice Advice = SharingAdvisorTests.Advise(SharingAdvisorTests.Ask("politie", "politie_duiding", "om", "raadplegen", "weging"));

    [Fact]
    public void Under_the_same_covenant_the_answer_is_the_same() =>
        Check(Proof, Rules.Convenant).ShouldBe((ProofStanding.Gelijk, true));

    [Fact]
    public void A_change_that_does_not_touch_the_question_leaves_the_answer_and_says_that_the_covenant_changed() =>
        Check(Proof, Changed("Een rapportage gaat over aantallen", "Een rapportage gaat alleen over aantallen")).ShouldBe((ProofStanding.Gelijk, false));

    [Fact]
    public void When_the_covenant_now_forbids_it_the_proof_says_so() =>
        Check(Proof, Changed("partij: drie, fase: weging}", "partij: burgemeester, fase: weging}")).ShouldBe((ProofStanding.AnderAntwoord, false));

    [Fact]
    public void When_another_rule_decides_now_the_reason_differs() =>
        Check(Proof, Changed("id: weging-drie-partijen", "id: weging-door-de-drie")).ShouldBe((ProofStanding.AndereReden, false));

    [Fact]
    public void A_question_with_a_code_that_is_gone_can_no_longer_be_asked() =>
        Check(Proof with { Question = Proof.Question with { Phase = "voorfase" } }, Rules.Convenant).Standing.ShouldBe(ProofStanding.BestaatNietMeer);

    [Fact]
    public void A_proof_that_somebody_changed_is_found() =>
        Check(Proof with { Outcome = Outcome.Zichtbaar, Missing = [] }, Rules.Convenant).ShouldBe((ProofStanding.AnderAntwoord, true));

    private static ShareProof Proof => ShareProof.Of(Advice, "D-2345-BCDF", Then);

    private static (ProofStanding Standing, bool Same) Check(ShareProof proof, CompiledConvenant convenant)
    {
        var check = new ProofChecker(convenant, new SharingIntake(convenant), new SharingAdvisor(convenant)).Check(proof, convenant.EditionOf(proof.Question.Municipality, proof.Question.Day));
        return (check.Standing, check.SameConvenant);
    }

    private static CompiledConvenant Changed(string words, string instead)
    {
        var folder = Rules.PathOf("convenant");
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => new RuleFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path).Replace(words, instead, StringComparison.Ordinal)))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        var changed = CompiledConvenant.Load([.. files]).Valid();
        changed.Hash.ShouldNotBe(Rules.Convenant.Hash, $"'{words}' stands nowhere in the rule data");
        return changed;
    }
}
