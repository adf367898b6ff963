using CotnvPga.Domain.Coordination;
using NodaTime;

namespace CotnvPga.Domain.Tests.Coordination;

/// <summary>A seat ends with its meeting; a year later nothing may be kept.</summary>
public sealed class AdviserSeatTests
{
    private static readonly LocalDate Day = new(2026, 12, 1);
    private static readonly AdviserSeat Asked = new(Guid.NewGuid(), "Z-1", "9901", "taak_cotnv", "samenhang", true, Day, default, null, null, null, null, null);
    private static readonly AdviserSeat Granted = Asked with { Law = "taak_cotnv", Agreed = true };

    [Fact]
    public void It_goes_from_asked_through_two_persons_to_granted_and_ends_with_the_meeting()
    {
        Asked.StageOn(Day).ShouldBe(SeatStage.Gevraagd);
        (Asked with { Law = "taak_cotnv" }).StageOn(Day).ShouldBe(SeatStage.Beoordeeld);
        Granted.StageOn(Day).ShouldBe(SeatStage.Toegestaan);
        Granted.StageOn(Day.PlusDays(1)).ShouldBe(SeatStage.Geeindigd);
    }

    [Fact]
    public void No_task_and_no_agreement_are_no_seat()
    {
        (Granted with { Law = AdviserSeat.NoTask }).StageOn(Day).ShouldBe(SeatStage.NietToegestaan);
        (Granted with { Agreed = false }).StageOn(Day).ShouldBe(SeatStage.NietToegestaan);
    }

    [Fact]
    public void What_was_received_is_destroyed_within_a_year()
    {
        Granted.DestroyBefore(Day).ShouldBeNull();
        Granted.DestroyBefore(Day.PlusDays(1)).ShouldBe(Day.PlusYears(1));
        (Granted with { Destroyed = Instant.FromUnixTimeSeconds(0) }).DestroyBefore(Day.PlusDays(1)).ShouldBeNull();
    }
}
