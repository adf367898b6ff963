using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain.Sharing;
using NodaTime;

namespace CotnvPga.Domain.Tests.Sharing;

/// <summary>"Mag ik dit delen?" as examples of the law.</summary>
public sealed class SharingAdvisorTests
{
    private static readonly LocalDate Today = new(2026, 11, 1);
    private static readonly SharingAdvisor Advisor = new(Rules.Convenant);
    private static readonly SharingText Text = new(Rules.Convenant);

    [Fact]
    public void The_police_may_show_a_police_record_in_the_weighing_when_basis_and_necessity_are_recorded()
    {
        var asked = Ask("politie", "politie_duiding", "om", "raadplegen", "weging");

        Advise(asked).Outcome.ShouldBe(Outcome.Voorwaardelijk);
        Advise(asked).Asked.Select(c => c.Code).ShouldBe(["geautoriseerd", "noodzakelijk", "zwaarwegende_redenen", "grondslag_wpg", "opgeleid", "extra_zorgvuldig", "tweede_blik"]);
        Advise(asked with { Circumstances = ["geautoriseerd", "opgeleid", "noodzakelijk", "grondslag_wpg"] }).Outcome.ShouldBe(Outcome.Zichtbaar);
    }

    [Fact]
    public void A_guest_gets_nothing_in_the_weighing_and_is_told_from_which_phase_it_would_be_possible()
    {
        var advice = Advise(Ask("college", "schulden", "derde", "ontvangen", "weging") with { Circumstances = ["toegelaten", "noodzakelijk", "doel_schriftelijk"] });

        advice.Outcome.ShouldBe(Outcome.Afgeschermd);
        Said(advice).ShouldContain("Dit zou wel mogen vanaf de fase casusoverleg (tot en met uitvoering).");
        advice.Explanation.Layers.Select(l => l.Layer).ShouldBe(["wet", "modelconvenant", "lokaal"]);
    }

    [Fact]
    public void A_guest_who_may_not_look_in_the_system_may_be_told_at_the_table()
    {
        var advice = Advise(Ask("college", "schulden", "derde", "raadplegen", "casusoverleg") with { Circumstances = ["toegelaten", "noodzakelijk", "doel_schriftelijk"] });

        advice.Outcome.ShouldBe(Outcome.Afgeschermd);
        Said(advice).ShouldContain("Dit zou wel mogen op een andere manier: een gegeven buiten het systeem om verstrekt krijgen (voorgelezen, uittreksel).");
    }

    [Fact]
    public void Who_can_never_see_an_item_cannot_share_it_and_the_supplier_has_to()
    {
        var advice = Advise(Ask("reclassering", "justitiele_antecedenten", "om", "raadplegen", "weging") with { Supplier = "om" });

        advice.SharerCannotSee.ShouldBeTrue();
        advice.Outcome.ShouldBe(Outcome.Afgeschermd);
        advice.Asked.ShouldBeEmpty();
        Advise(Ask("om", "justitiele_antecedenten", "politie", "raadplegen", "weging")).SharerCannotSee.ShouldBeFalse();
    }

    [Fact]
    public void A_purpose_is_never_offered_as_a_way_around()
    {
        var advice = Advise(Ask("politie", "waarneming", "om", "raadplegen", "weging") with { Purpose = "opsporing" });

        advice.Outcome.ShouldBe(Outcome.Afgeschermd);
        advice.NearMisses.ShouldBeEmpty();
    }

    [Fact]
    public void Before_the_law_began_it_says_from_which_day_it_may()
    {
        var advice = Advise(Ask("burgemeester", "waarneming", "om", "raadplegen", "weging") with { Day = "2025-06-20", Circumstances = ["geautoriseerd", "opgeleid", "noodzakelijk"] });

        Said(advice).ShouldContain("Dit zou wel mogen vanaf 1 juli 2025.");
    }

    [Fact]
    public void A_bsn_is_shown_to_a_coordinator_and_the_near_miss_says_so()
    {
        var asked = Ask("politie", "bsn", "college", "raadplegen", "weging") with { Circumstances = ["geautoriseerd", "opgeleid", "geraadpleegd", "noodzakelijk", "grondslag_wpg"] };

        Advise(asked).Deciding.Layer.ShouldBe("modelconvenant");
        Said(Advise(asked)).ShouldContain("Dit zou wel mogen voor wie meekijkt als coördinator of als plaatsvervanger.");
        Advise(asked with { Role = "coordinator" }).Outcome.ShouldBe(Outcome.Zichtbaar);
    }

    [Fact]
    public void The_covenant_of_a_municipality_may_be_narrower_than_that_of_another()
    {
        var asked = Ask("college", "huishoudleden", "reclassering", "raadplegen", "casusoverleg") with { Day = "2026-11-01" };

        var outcomes = new[] { null, "9901", "9902" }.Select(m => Advise(asked with { Municipality = m }));

        outcomes.Select(a => a.Deciding.Receipt.Edition).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Who_records_records_its_own_and_needs_no_receiver()
    {
        var asked = Ask("college", "schulden", null, "vastleggen", "casusoverleg") with { Circumstances = ["geautoriseerd", "opgeleid", "betrokken", "noodzakelijk"] };

        Advise(asked).Outcome.ShouldBe(Outcome.Zichtbaar);
        Advise(asked).Question.Receiver.ShouldBe("college");
    }

    [Fact]
    public void The_sentence_to_paste_says_what_was_asked_the_answer_the_articles_the_day_and_the_convenant()
    {
        var advice = Advise(Ask("politie", "politie_duiding", "om", "raadplegen", "weging"));

        var paste = Text.Paste(advice, "D-2345-BCDF");

        foreach (var part in new[] { "Duiding door de politie (verstrekt door de politie): mag onder voorwaarde.", "artikel 5 lid 3 Wet PGA", "1 november 2026", Rules.Convenant.Hash[..12], "D-2345-BCDF" })
            paste.ShouldContain(part);
    }

    [Fact]
    public void Every_question_that_can_be_chosen_gets_an_answer_with_an_article()
    {
        foreach (var (party, phase, act) in from p in Rules.Convenant.CodesOf("partij") from f in Rules.Convenant.CodesOf("fase") from a in Rules.Convenant.CodesOf("handeling") select (p, f, a))
        {
            var advice = Advise(Ask("burgemeester", "waarneming", party, act, phase));

            advice.Deciding.Grounds.ShouldNotBeEmpty();
            Text.Paste(advice).ShouldNotContain("{");
            Said(advice).ShouldAllBe(s => s.StartsWith("Dit zou ", StringComparison.Ordinal));
        }
    }

    internal static NewSharing Ask(string sharer, string field, string? receiver, string act, string phase) =>
        new(sharer, act == "deelnemen" ? null : field, null, null, null, receiver, null, null, act, phase, null, null, []);

    internal static SharingAdvice Advise(NewSharing asked) => Advisor.Advise(new SharingIntake(Rules.Convenant).Read(asked, null, Today).Value!, Rules.Convenant.EditionOf(asked.Municipality, Today));

    private static string[] Said(SharingAdvice advice) =>
        [.. advice.NearMisses.Select(n => Text.Near(n, advice.Question)), .. advice.Later is { } later ? new[] { SharingText.Near(later) } : []];
}
