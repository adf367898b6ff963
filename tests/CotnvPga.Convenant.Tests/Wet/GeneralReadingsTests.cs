using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Convenant.Tests.Wet;

/// <summary>Examples of the general readings G1 to G7.</summary>
public sealed class GeneralReadingsTests
{
    private static readonly string[] Purposes = ["persoonsgericht", "toetsing", "rechten", "coordinatie", "beheer", "rapportage", "opsporing"];

    [Fact]
    public void G1_What_no_reading_allows_is_withheld_on_the_purpose_limit()
    {
        var ask = Ask.Ziet("reclassering").In("weging").Een("plan").Van("politie").MetAlles();
        ask.MagNooit("doelbinding");
        ask.Answer.Grounds.ShouldBe(["wet-pga:2.2"]);
    }

    [Theory]
    [InlineData("persoonsgericht")]
    [InlineData("toetsing")]
    [InlineData("rechten")]
    public void G2_The_law_counts_from_the_first_of_July_2025(string purpose)
    {
        foreach (var party in TheConvenant.Loaded.CodesOf("partij"))
            Ask.Ziet(party, purpose).MetAlles().Op(2025, 6, 30).MagNooit("voor-de-wet");
    }

    [Fact]
    public void G2_On_the_first_day_of_the_law_the_three_weigh()
    {
        Ask.Ziet("politie").In("weging").Met("geautoriseerd", "noodzakelijk").Op(2025, 7, 1).Mag();
        Ask.Ziet("politie").In("weging").Met("geautoriseerd", "noodzakelijk").Op(2025, 6, 30).MagNooit();
    }

    [Theory]
    [InlineData("beheer", "beheer-ziet-geen-inhoud")]
    [InlineData("rapportage", "rapportage-zonder-personen")]
    [InlineData("opsporing", "geen-opsporing")]
    public void G2_Some_purposes_never_open_anything(string purpose, string rule)
    {
        foreach (var act in TheConvenant.Loaded.CodesOf("handeling"))
            new Ask("politie", act, purpose).MetAlles().MagNooit(rule);
    }

    [Theory]
    [InlineData("seksueel")]
    [InlineData("vakbond")]
    [InlineData("genetisch")]
    [InlineData("biometrisch")]
    public void G3_The_never_list_is_never_recorded_seen_or_received(string nature)
    {
        Ask.LegtVast("politie").Een("signaal", nature).Van("politie").MetAlles().MagNooit("gesloten-lijst");
        Ask.Ziet("politie").Een("signaal", nature).MetAlles().MagNooit("gesloten-lijst");
        Ask.Ontvangt("nctv", "coordinatie").Een("signaal", nature).Van("rvdk").MetAlles().MagNooit("gesloten-lijst");
        Ask.Ziet("rac", "toetsing").Een("signaal", nature).MetAlles().MagNooit("gesloten-lijst");
    }

    [Theory]
    [InlineData("religie", "wet-pga:8.1")]
    [InlineData("strafrechtelijk", "wet-pga:8.2")]
    public void G3_A_special_nature_needs_its_own_reason(string nature, string article)
    {
        var ask = Ask.Ziet("om").In("weging").Een("signaal", nature).Met("geautoriseerd", "noodzakelijk");
        ask.Vraagt("noodzakelijk_bijzonder");
        ask.Answer.Grounds.ShouldContain(article);
        ask.Met("geautoriseerd", "noodzakelijk", "noodzakelijk_bijzonder").Mag();
    }

    [Fact]
    public void G4_Weighty_reasons_close_an_item_for_all_but_its_supplier()
    {
        Ask.Ziet("politie").Van("college").MetAllesEnZwaarwegendeRedenen().MagNooit("zwaarwegende-redenen");
        Ask.Ziet("college").Van("college").MetAllesEnZwaarwegendeRedenen().Mag();
        Ask.Ontvangt("casusoverleg_elders").Van("college").MetAllesEnZwaarwegendeRedenen().MagNooit("zwaarwegende-redenen");
        Ask.Ontvangt("derde").Van("college").MetAllesEnZwaarwegendeRedenen().MagNooit("zwaarwegende-redenen-anderen");
        Ask.Ontvangt("nctv", "coordinatie").Van("rvdk").MetAllesEnZwaarwegendeRedenen().MagNooit("zwaarwegende-redenen-anderen");
    }

    [Fact]
    public void G4_The_supplier_still_needs_the_ordinary_rule() =>
        Ask.Ziet("college").Van("college").Met("zwaarwegende_redenen", "geautoriseerd", "noodzakelijk").Vraagt("betrokken");

    [Fact]
    public void G4_A_guest_or_another_consultation_is_never_sure_to_be_the_supplier()
    {
        Ask.Ontvangt("derde").Van("derde").MetAllesEnZwaarwegendeRedenen().MagNooit();
        Ask.Ontvangt("casusoverleg_elders").Van("casusoverleg_elders").MetAllesEnZwaarwegendeRedenen().MagNooit();
    }

    [Fact]
    public void G4_For_what_a_reporter_told_the_receiver_counts_as_the_supplier()
    {
        var ask = Ask.Ziet("politie").In("weging").Van("melder");
        ask.Met("zwaarwegende_redenen", "geautoriseerd", "noodzakelijk").Vraagt("ontvanger");
        ask.Met("zwaarwegende_redenen", "geautoriseerd", "noodzakelijk", "ontvanger").Mag();
        Ask.Ziet("college").In("weging").Van("melder").MetAllesEnZwaarwegendeRedenen().MagNooit();
    }

    [Fact]
    public void G4_Does_not_touch_recording_and_taking_part()
    {
        Ask.LegtVast("politie").Van("politie").MetAllesEnZwaarwegendeRedenen().Mag();
        Ask.NeemtDeel("politie").In("weging").Met("zwaarwegende_redenen").Mag();
    }

    [Fact]
    public void G5_Police_data_come_from_the_police_alone()
    {
        Ask.Ziet("om").Een("politie").Van("college").MetAlles().MagNooit("politiegegevens-van-politie");
        Ask.Ziet("om").Een("politie").Van("politie").Met("geautoriseerd", "noodzakelijk", "betrokken").Vraagt("grondslag_wpg");
    }

    [Fact]
    public void G5_Justice_data_come_from_the_prosecutor_and_at_the_table_from_a_guest()
    {
        Ask.Ziet("politie").In("weging").Een("justitie").Van("derde").MetAlles().MagNooit();
        Ask.Ziet("politie").Een("justitie").Van("derde").Met("geautoriseerd", "noodzakelijk", "betrokken").Vraagt("grondslag_wjsg");
        Ask.Ziet("politie").Een("justitie").Van("reclassering").MetAlles().MagNooit("justitiegegevens-van-om");
    }

    [Fact]
    public void G5_Whatever_the_police_or_the_prosecutor_supply_needs_its_gate_except_contact_details()
    {
        Ask.Ziet("burgemeester").Een("plan").Van("om").Met("geautoriseerd", "noodzakelijk", "betrokken").Vraagt("grondslag_wjsg");
        Ask.Ziet("burgemeester").Een("inbrenger").Van("politie").Met("geautoriseerd", "noodzakelijk", "betrokken").Mag();
    }

    [Fact]
    public void G6_Who_reported_is_known_to_the_receiver_alone()
    {
        var identity = Ask.Ziet("om").Een("inbrenger").Van("melder");
        identity.Met("geautoriseerd", "noodzakelijk", "betrokken").Vraagt("ontvanger");
        identity.Met("geautoriseerd", "noodzakelijk", "ontvanger").Mag();
        Ask.Ziet("college").Een("inbrenger").Van("melder").MetAlles().MagNooit("melder-onbekend");
        foreach (var purpose in Purposes.Except(["persoonsgericht"]))
            Ask.Ziet("burgemeester", purpose).Een("inbrenger").Van("melder").MetAlles().MagNooit();
    }

    [Fact]
    public void G7_A_guests_item_waits_for_the_table()
    {
        Ask.Ziet("politie").In("verzameling").Van("derde").MetAlles().MagNooit("derde-voor-overleg");
        Ask.Ziet("politie").In("casusoverleg").Van("derde").MetAlles().Mag();
    }

    [Fact]
    public void Nothing_is_allowed_before_the_first_period() =>
        Ask.NeemtDeel("nctv", "coordinatie").MetAlles().Op(2017, 7, 20).Answer.Outcome.ShouldBe(Outcome.Afgeschermd);
}
