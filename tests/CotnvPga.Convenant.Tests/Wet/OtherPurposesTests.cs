namespace CotnvPga.Convenant.Tests.Wet;

/// <summary>Examples of the readings T (review), R (rights of the subject) and N (coordination).</summary>
public sealed class OtherPurposesTests
{
    [Theory]
    [InlineData("fg")]
    [InlineData("auditor")]
    public void T1_Who_reviews_can_find_what_should_not_be_there(string party)
    {
        Ask.Ziet(party, "toetsing").In("weging").Een("plan", "vakbond").Van("derde")
            .Met("geautoriseerd", "toetsing_geopend", "noodzakelijk", "zwaarwegende_redenen").Mag();
        Ask.Ziet(party, "toetsing").In("melding").MetAlles().MagNooit();
        Ask.Ziet(party, "toetsing").In("vernietigd").MetAlles().MagNooit();
    }

    [Fact]
    public void T2_The_commission_sees_the_substance()
    {
        Ask.Ziet("rac", "toetsing").In("aanmelding").Een("politie").Van("politie").Vraagt("geautoriseerd+noodzakelijk+toetsing_geopend");
        Ask.Ziet("rac", "toetsing").Een("identificatie").MetAlles().MagNooit();
        Ask.Ziet("rac", "toetsing").Een("signaal").MetAllesEnZwaarwegendeRedenen().MagNooit();
        Ask.Ziet("rac", "toetsing").In("weging").Een("signaal", "ras").Van("derde")
            .Met("geautoriseerd", "toetsing_geopend", "noodzakelijk").Vraagt("noodzakelijk_bijzonder");
    }

    [Fact]
    public void T_A_review_only_looks()
    {
        Ask.Ontvangt("fg", "toetsing").MetAlles().MagNooit();
        Ask.NeemtDeel("fg", "toetsing").MetAlles().MagNooit();
    }

    [Fact]
    public void R1_The_contact_point_sees_what_there_is()
    {
        Ask.Ziet("burgemeester", "rechten").In("afgesloten").Een("plan", "vakbond").Van("rvdk").Met("geautoriseerd", "verzoek_betrokkene").Mag();
        Ask.Ziet("burgemeester", "rechten").Een("relatie").Van("rvdk").Met("geautoriseerd", "verzoek_betrokkene").Vraagt("verzoeker_is_relatie");
        Ask.Ziet("burgemeester", "rechten").In("weging").MetAlles().MagNooit();
    }

    [Fact]
    public void R2_A_participant_sees_its_own_items()
    {
        Ask.Ziet("rvdk", "rechten").Een("relatie").Van("rvdk").Met("geautoriseerd").Vraagt("verzoek_betrokkene");
        Ask.Ziet("rvdk", "rechten").Van("college").MetAlles().MagNooit();
        Ask.Ziet("burgemeester", "rechten").Een("relatie").Van("burgemeester").Met("geautoriseerd", "verzoek_betrokkene").Mag();
    }

    [Fact]
    public void R_Weighty_reasons_hold_against_a_request_too()
    {
        Ask.Ziet("burgemeester", "rechten").Van("rvdk").MetAllesEnZwaarwegendeRedenen().MagNooit();
        Ask.Ziet("burgemeester", "rechten").Van("melder").Met("geautoriseerd", "verzoek_betrokkene", "zwaarwegende_redenen").Vraagt("ontvanger");
    }

    [Fact]
    public void N1_The_adviser_sits_at_the_table_on_one_of_two_grounds()
    {
        Ask.NeemtDeel("nctv", "coordinatie").Met("toegelaten").Vraagt("taak_cotnv", "twbmt");
        Ask.NeemtDeel("nctv", "coordinatie").Met("toegelaten", "twbmt").Op(2025, 6, 3).Mag();
        Ask.NeemtDeel("nctv", "coordinatie").Met("toegelaten", "taak_cotnv").Op(2025, 6, 3).Vraagt("twbmt");
        Ask.NeemtDeel("nctv", "coordinatie").Met("toegelaten", "twbmt").Op(2027, 2, 28).Mag();
        Ask.NeemtDeel("nctv", "coordinatie").Met("toegelaten", "twbmt").Op(2027, 3, 1).Vraagt("taak_cotnv");
        Ask.NeemtDeel("nctv", "coordinatie").In("weging").MetAlles().MagNooit("nctv-niet-bij-weging");
    }

    [Fact]
    public void N2_The_adviser_receives_something_for_a_concrete_event()
    {
        Ask.Ontvangt("nctv", "coordinatie").Van("rvdk").Met("toegelaten", "taak_cotnv", "noodzakelijk").Vraagt("concrete_gebeurtenis");
        Ask.Ontvangt("nctv", "coordinatie").Een("politie").Van("politie").Met("toegelaten", "taak_cotnv", "noodzakelijk", "concrete_gebeurtenis").Vraagt("andere_grondslag");
        Ask.Ontvangt("nctv", "coordinatie").Een("justitie").Van("politie").MetAlles().MagNooit();
        Ask.Ontvangt("nctv", "coordinatie").Een("bsn").Van("burgemeester").MetAlles().MagNooit();
        Ask.Ontvangt("nctv", "coordinatie").Van("melder").MetAlles().MagNooit();
        Ask.Ontvangt("nctv", "coordinatie").Van("rvdk").MetAlles().Op(2025, 6, 3).MagNooit();
    }

    [Fact]
    public void N3_The_adviser_has_no_access_to_the_system() =>
        Ask.Ziet("nctv", "coordinatie").MetAlles().MagNooit("nctv-zonder-account");
}
