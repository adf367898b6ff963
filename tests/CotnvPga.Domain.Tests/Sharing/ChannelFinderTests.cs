using CotnvPga.Domain.Sharing;
using NodaTime;

namespace CotnvPga.Domain.Tests.Sharing;

/// <summary>The ways in which a signal is passed on, found in rules and process.</summary>
public sealed class ChannelFinderTests
{
    private static readonly IReadOnlyList<Channel> Channels = new ChannelFinder(Rules.Convenant).On(Rules.Convenant.Editions[0], new LocalDate(2026, 11, 1));

    [Fact]
    public void A_step_is_a_way_only_when_it_opens_something() => Channels.Select(c => c.Code).ShouldBe(
    [
        "start-1", "start-2", "aanmelden", "in_weging", "raadpleging_openen", "deelnemers_vaststellen", "deelnemers_wijzigen", "overdragen",
        "toelaten", "verstrekken", "toetsing_openen", "verzoek_openen",
    ]);

    [Fact]
    public void A_report_reaches_the_three_and_nobody_else() =>
        Opened("start-1", "raadplegen").ShouldBe(["burgemeester: identificatie+signaal+inbrenger", "politie: identificatie+signaal+inbrenger", "om: identificatie+signaal+inbrenger"]);

    [Fact]
    public void Consulting_opens_who_it_is_and_which_signals_there_are_and_a_bsn_only_to_whom_needs_it() =>
        Opened("raadpleging_openen", "raadplegen").ShouldBe(
        [
            "college: identificatie+bsn+signaal", "burgemeester_elders: identificatie+bsn+signaal", "college_elders: identificatie+bsn+signaal",
            "reclassering: identificatie+signaal", "rvdk: identificatie+bsn+signaal",
        ]);

    [Fact]
    public void Admitting_lets_guests_sit_and_receive_but_never_look_in_the_system()
    {
        Opened("toelaten", "raadplegen").ShouldBeEmpty();
        Opened("toelaten", "deelnemen").ShouldBe(["derde: ", "nctv: "]);
        Opened("toelaten", "ontvangen").ShouldContain("derde: identificatie+signaal+plan");
    }

    [Fact]
    public void Handing_over_reaches_those_who_can_get_it_in_no_other_way() =>
        Channel("verstrekken").Opened.Select(o => o.Party).ShouldBe(["derde", "nctv", "casusoverleg_elders"]);

    [Fact]
    public void Before_the_law_there_is_no_way() =>
        new ChannelFinder(Rules.Convenant).On(Rules.Convenant.Editions[0], new LocalDate(2017, 1, 1)).ShouldBeEmpty();

    [Fact]
    public void Every_way_says_how_it_is_tested_and_on_which_article_it_rests()
    {
        foreach (var channel in Channels)
        {
            channel.Explanation.ShouldNotBeEmpty(channel.Code);
            foreach (var ground in channel.Grounds.Concat(channel.Opened.SelectMany(o => o.Grounds)))
                Rules.Convenant.Sources.Find(ground).ShouldNotBeNull($"{channel.Code}: {ground}");
            channel.Opened.ShouldAllBe(o => o.Grounds.Count > 0);
        }
        Channel("aanmelden").Tests.ShouldContain("kwaliteitstoets");
    }

    private static Channel Channel(string code) => Channels.Single(c => c.Code == code);

    private static string[] Opened(string code, string act) =>
        [.. Channel(code).Opened.Where(o => o.Act == act).Select(o => $"{o.Party}: {string.Join('+', o.Categories)}")];
}
