using CotnvPga.Domain.Meetings;
using NodaTime;

namespace CotnvPga.Domain.Tests.Meetings;

/// <summary>A meeting is a day, two times and a place; a row of them follows a rhythm.</summary>
public sealed class NewMeetingTests
{
    private static readonly LocalDate Today = new(2026, 11, 26);
    private static readonly NewMeeting Good = new("9901", "weegploeg", Today, "9.30", "11:00", "Stadhuis", 3, 3);

    [Fact]
    public void Every_three_weeks() => Good.Read(_ => true, Today).Value!.Select(m => m.Day).ShouldBe([Today, Today.PlusWeeks(3), Today.PlusWeeks(6)]);

    [Fact]
    public void A_time_may_have_a_dot() => Good.Read(_ => true, Today).Value![0].From.ShouldBe(new LocalTime(9, 30));

    [Fact]
    public void All_errors_come_at_once() => Errors(new NewMeeting("9902", "borrel", Today.PlusDays(-1), "25:00", "x", " ", 0, 99), where => where == "9901")
        .ShouldBe(["gemeente", "soort", "dag", "van", "tot", "plaats", "weken", "keren"]);

    [Fact]
    public void It_ends_after_it_begins() => Errors(Good with { Until = "9:00" }, _ => true).ShouldBe(["tot"]);

    private static IEnumerable<string> Errors(NewMeeting meeting, Func<string, bool> mayPlan) => meeting.Read(mayPlan, Today).Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);
}
