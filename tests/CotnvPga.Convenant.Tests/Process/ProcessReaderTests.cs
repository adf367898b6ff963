using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Tests.Process;

/// <summary>The process data become records as they stand.</summary>
public sealed class ProcessReaderTests
{
    private static readonly ProcessModel Process = TheConvenant.Loaded.Process;

    [Fact]
    public void A_step_says_from_where_by_whom_and_with_what()
    {
        var step = Process.Steps.Single(s => s.Code == "aanmelden");
        step.From.ShouldBe(["melding"]);
        step.Outcomes.ShouldHaveSingleItem().Phase.ShouldBe("aanmelding");
        step.Parties.ShouldBe(["burgemeester", "politie", "om"], ignoreOrder: true);
        step.AnyOf.ShouldBe(["ontvanger"]);
        step.Manner.ShouldBe(StepManner.Alleen);
        step.Needs.ShouldBe(["kwaliteitstoets"]);
        step.Grants.ShouldBe(["aanmelder"]);
        step.Grounds.ShouldBe(["wet-pga:5.1", "besluit-pga:7"]);
    }

    [Fact]
    public void A_step_can_end_in_more_than_one_way_and_the_first_that_fits_counts() =>
        Process.Steps.Single(s => s.Code == "weging_vaststellen").Outcomes.Select(o => $"{o.Phase}: {string.Join('+', o.When)}").ShouldBe(
            ["verzameling: eensluidend+in_overeenstemming", "niet_voorgelegd: eensluidend+niet_in_overeenstemming", "niet_voorgelegd: rondes_op"]);

    [Fact]
    public void The_five_criteria_of_the_law_are_there() =>
        Process.Criteria.Keys.ShouldBe(["geweldsbereidheid", "extremistische_denkbeelden", "sociale_relaties", "identificatie", "zelfredzaamheid"]);

    [Fact]
    public void A_case_of_one_of_the_three_starts_with_its_report()
    {
        var start = Process.Starts.Single(s => s.Parties.Contains("politie"));
        start.Phase.ShouldBe("melding");
        start.Becomes.ShouldBe(["ontvanger"]);
        Process.Starts.Single(s => s.Parties.Contains("rvdk")).AddresseeBecomes.ShouldBe(["ontvanger"]);
    }

    [Fact]
    public void A_member_of_the_burgemeester_counts_elsewhere_as_another_party()
    {
        Process.Memberships["burgemeester"].Elsewhere.ShouldBe("burgemeester_elders");
        Process.Memberships["rvdk"].Elsewhere.ShouldBeNull();
        Process.Memberships["fg"].Purposes.ShouldBe(["toetsing"]);
    }
}
