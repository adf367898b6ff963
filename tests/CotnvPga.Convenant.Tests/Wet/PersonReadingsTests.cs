namespace CotnvPga.Convenant.Tests.Wet;

/// <summary>Examples of the readings P0 to P4: the person-directed approach.</summary>
public sealed class PersonReadingsTests
{
    [Fact]
    public void P_After_closing_nobody_sees_anything_for_the_work()
    {
        Ask.Ziet("politie").In("niet_voorgelegd").MetAlles().MagNooit("niet-voorgelegd");
        Ask.Ziet("politie").In("afgesloten").MetAlles().MagNooit("afgesloten");
        Ask.Ziet("politie").In("vernietigd").MetAlles().MagNooit("vernietigd");
    }

    [Fact]
    public void P_A_report_has_three_categories()
    {
        foreach (var category in TheConvenant.Loaded.CodesOf("categorie").Except(["identificatie", "signaal", "inbrenger"]))
            Ask.Ziet("politie").In("melding").Een(category).Van("melder").MetAlles().MagNooit();
    }

    [Fact]
    public void P_Another_municipality_takes_part_only_for_effects_there() =>
        Ask.Ziet("college_elders").Met("geautoriseerd", "noodzakelijk", "betrokken").Vraagt("gevolgen_elders");

    [Fact]
    public void P0_Nobody_can_judge_a_report_unread()
    {
        Ask.Ziet("politie").In("melding").Een("signaal", "religie").Van("melder").Met("geautoriseerd", "ontvanger").Mag();
        Ask.Ziet("politie").In("melding").Een("signaal", "religie").Van("college").Met("geautoriseerd", "ontvanger").Vraagt("noodzakelijk+noodzakelijk_bijzonder");
        Ask.Ziet("politie").In("melding").Een("signaal", "vakbond").Van("melder").MetAlles().MagNooit("gesloten-lijst");
    }

    [Fact]
    public void P1_A_report_is_read_by_the_one_that_received_it()
    {
        Ask.Ziet("burgemeester").In("melding").Van("melder").Met("geautoriseerd").Vraagt("ontvanger");
        Ask.Ziet("college").In("melding").Van("melder").MetAlles().MagNooit();
    }

    [Fact]
    public void P1_At_registration_the_three_see_who_and_what()
    {
        Ask.Ziet("om").In("aanmelding").Een("identificatie").Van("college").Met("geautoriseerd", "noodzakelijk").Mag();
        Ask.Ziet("om").In("aanmelding").Een("plan").Van("college").Met("geautoriseerd", "noodzakelijk").Vraagt("ontvanger");
    }

    [Fact]
    public void P1_At_registration_a_participant_sees_what_it_supplied_itself()
    {
        Ask.Ziet("rvdk").In("aanmelding").Een("relatie").Van("rvdk").Met("geautoriseerd", "noodzakelijk").Vraagt("aanmelder");
        Ask.Ziet("rvdk").In("aanmelding").Een("relatie").Van("college").MetAlles().MagNooit();
        Ask.Ziet("om").In("aanmelding").Een("plan").Van("om").Met("geautoriseerd", "noodzakelijk", "grondslag_wjsg").Vraagt("aanmelder", "ontvanger");
    }

    [Fact]
    public void P1_The_weighing_belongs_to_the_three()
    {
        Ask.Ziet("politie").In("weging").Een("relatie").Met("geautoriseerd", "noodzakelijk").Mag();
        Ask.Ziet("politie").In("verzameling").Een("relatie").Met("geautoriseerd", "noodzakelijk").Mag();
    }

    [Fact]
    public void P1_A_consulted_participant_sees_who_and_what_and_the_probation_service_no_number()
    {
        Ask.Ziet("rvdk").In("weging").Een("bsn").Met("geautoriseerd", "noodzakelijk").Vraagt("geraadpleegd");
        Ask.Ziet("reclassering").In("weging").Een("bsn").MetAlles().MagNooit("doelbinding");
        Ask.Ziet("reclassering").In("weging").Een("signaal").Met("geautoriseerd", "noodzakelijk", "geraadpleegd").Mag();
        Ask.Ziet("reclassering").In("weging").Een("bsn").Van("reclassering").Met("geautoriseerd", "noodzakelijk").Mag();
    }

    [Fact]
    public void P1_At_the_table_sits_who_was_involved()
    {
        Ask.Ziet("politie").Met("geautoriseerd", "noodzakelijk").Vraagt("betrokken");
        Ask.Ziet("derde").MetAlles().MagNooit("derde-zonder-account");
    }

    [Fact]
    public void P2_Receiving_asks_no_authorisation() =>
        Ask.Ontvangt("politie").In("weging").Met("noodzakelijk").Mag();

    [Fact]
    public void P2_A_guest_receives_what_its_role_needs()
    {
        Ask.Ontvangt("derde").Een("relatie").Met("noodzakelijk").Vraagt("toegelaten");
        Ask.Ontvangt("derde").Een("bsn").MetAlles().MagNooit();
        Ask.Ontvangt("derde").In("weging").Een("signaal").MetAlles().MagNooit();
    }

    [Fact]
    public void P2_Another_consultation_receives_data_on_the_person_himself()
    {
        Ask.Ontvangt("casusoverleg_elders").Een("bsn").Met("noodzakelijk").Vraagt("gevolgen_elders");
        Ask.Ontvangt("casusoverleg_elders").Een("relatie").MetAlles().MagNooit();
        Ask.Ontvangt("casusoverleg_elders").Een("inbrenger").MetAlles().MagNooit();
    }

    [Fact]
    public void P3_Everyone_records_its_own_items()
    {
        Ask.LegtVast("college").In("weging").Van("college").Met("geautoriseerd", "noodzakelijk").Mag();
        Ask.LegtVast("rvdk").In("weging").Van("rvdk").Met("geautoriseerd", "noodzakelijk").Vraagt("geraadpleegd");
        Ask.LegtVast("rvdk").In("weging").Van("college").MetAlles().MagNooit();
        Ask.LegtVast("politie").In("melding").Van("politie").Met("geautoriseerd", "noodzakelijk", "grondslag_wpg").Vraagt("ontvanger");
    }

    [Fact]
    public void P3_The_receiver_records_what_a_reporter_told()
    {
        Ask.LegtVast("om").In("melding").Van("melder").Met("geautoriseerd").Vraagt("ontvanger");
        Ask.LegtVast("om").In("uitvoering").Een("plan").Van("melder").Met("geautoriseerd", "noodzakelijk", "ontvanger").Mag();
        Ask.LegtVast("college").In("uitvoering").Van("melder").MetAlles().MagNooit();
    }

    [Fact]
    public void P3_An_involved_participant_records_what_an_admitted_guest_told()
    {
        Ask.LegtVast("rvdk").Een("plan").Van("derde").Met("geautoriseerd", "noodzakelijk").Vraagt("betrokken+toegelaten");
        Ask.LegtVast("rvdk").In("weging").Een("plan").Van("derde").MetAlles().MagNooit();
    }

    [Fact]
    public void P3_What_another_consultation_handed_over_is_recorded_by_who_received_it()
    {
        Ask.LegtVast("politie").In("aanmelding").Van("casusoverleg_elders").Met("geautoriseerd", "noodzakelijk").Vraagt("ontvanger");
        Ask.LegtVast("politie").Van("casusoverleg_elders").Met("geautoriseerd", "noodzakelijk").Vraagt("betrokken");
        Ask.LegtVast("politie").In("melding").Van("casusoverleg_elders").MetAlles().MagNooit();
    }

    [Fact]
    public void P4_Who_sits_at_which_table()
    {
        Ask.NeemtDeel("om").In("weging").Mag();
        Ask.NeemtDeel("college").In("weging").MetAlles().MagNooit();
        Ask.NeemtDeel("college").Vraagt("betrokken");
        Ask.NeemtDeel("college_elders").Vraagt("betrokken+gevolgen_elders");
        Ask.NeemtDeel("derde").Vraagt("toegelaten");
        Ask.NeemtDeel("om").In("aanmelding").MetAlles().MagNooit();
    }
}
