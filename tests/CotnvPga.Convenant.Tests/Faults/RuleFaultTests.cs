using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Slips in the rules of the law that can be read and still cannot be meant; each finding shows a cell where there is one.</summary>
public sealed class RuleFaultTests
{
    private const string General = "wet/1-algemeen.yaml";
    private const string Person = "wet/2-persoonsgericht.yaml";
    private const string Nctv = "wet/5-coordinatie.yaml";
    private const string Rest = "grondslag: wet-pga:2.2, zekerheid: afgeleid, toelichting: Zin.}\n";

    [Theory]
    [InlineData("waar: {doel: persoonsgericht, handeling: deelnemen, partij: derde, fase: tafel}", "waar: {doel: persoonsgericht, handeling: deelnemen, partij: derde, fase: tafel, categorie: plan}", "  - id: ¶aan-tafel-derde", Finding.NoSuchCell, "geen vraag heeft deze codes samen")]
    [InlineData("partij: derde, fase: tafel, categorie: [identificatie", "partij: derde, eigen: ja, verstrekker: politie, fase: tafel, categorie: [identificatie", "  - id: ¶derde-ontvangt", Finding.NoSuchCell, "eigen: ja")]
    [InlineData("    waar: {doel: persoonsgericht, handeling: deelnemen, partij: deelnemers, fase: tafel}\n    mits: betrokken", "    waar: {doel: persoonsgericht, handeling: deelnemen, partij: deelnemers, fase: tafel}\n    mits: noodzakelijk", "  - id: ¶aan-tafel-overleg", Finding.NeverMet, "geldt alleen waar geen gegeven is")]
    [InlineData("    waar: {doel: persoonsgericht, partij: elders}\n", "    waar: {doel: persoonsgericht, partij: elders}\n    tenzij: {partij: elders}\n", "  - id: ¶gevolgen-elders", Finding.NoSuchCell, "haalt alles weg")]
    [InlineData("    waar: {doel: persoonsgericht, partij: elders}\n", "    waar: {doel: persoonsgericht, partij: elders}\n    tenzij: {partij: nctv}\n", "  - id: ¶gevolgen-elders", Finding.UselessExclusion, "haalt niets weg")]
    [InlineData("    waar: {doel: persoonsgericht, fase: niet_voorgelegd}", "    waar: {doel: persoonsgericht, fase: [niet_voorgelegd, weging]}", "  - id: ¶weging-drie-partijen", Finding.Contradiction, "'niet-voorgelegd'")]
    [InlineData("  - id: afgesloten\n", "  - {id: noodzaak-weging, soort: voorwaarde, waar: {doel: persoonsgericht, handeling: met_gegeven, fase: weging}, mits: noodzakelijk, " + Rest + "\n  - id: afgesloten\n", "  - {id: ¶noodzaak-weging", Finding.Redundant, "'noodzaak'")]
    [InlineData("  - id: afgesloten\n", "  - {id: burgemeester-in-overleg, soort: voorwaarde, waar: {doel: persoonsgericht, handeling: raadplegen, partij: burgemeester, fase: casusoverleg}, mits: [noodzakelijk, geautoriseerd], " + Rest + "\n  - id: afgesloten\n", "  - {id: ¶burgemeester-in-overleg", Finding.NeverDecides, "blijft elk antwoord hetzelfde")]
    [InlineData("  - id: afgesloten\n", "  - {id: verbod-op-oud-recht, soort: verbod, waar: {doel: persoonsgericht, partij: rac}, geldig: {van: 2027-03-01}, grondslag: twbmt:7.1, zekerheid: afgeleid, toelichting: Zin.}\n\n  - id: afgesloten\n", "  - {id: ¶verbod-op-oud-recht", Finding.ArticleNotInForce, "op geen enkele dag van de regel in werking")]
    public void Slip_in_a_rule_is_found_with_a_cell(string old, string changed, string around, string code, string says)
    {
        var found = Slip.InTheLaw().Change(Person, old, changed).PointingAt(Person, around).MustBeFoundAs(code, says);
        if (code is Finding.Contradiction or Finding.Redundant or Finding.NeverDecides or Finding.NeverMet)
            found.Cell.ShouldNotBeNull().ShouldContain("partij ");
    }

    [Fact]
    public void A_ban_that_closes_all_that_a_permission_opens_is_named_with_both_articles()
    {
        var found = Slip.InTheLaw().Change(Nctv, "handeling: deelnemen, fase: weegfasen}", "handeling: deelnemen, fase: tafel}").PointingAt(Nctv, "  - id: ¶nctv-aan-tafel-cotnv")
            .MustBeFoundAs(Finding.Contradiction, "'nctv-aan-tafel-cotnv' (artikel 2 lid 2 Wet cotnv)");
        found.Message.ShouldContain("'nctv-niet-bij-weging' (artikel 5 lid 3 Wet PGA)");
        found.Severity.ShouldBe(Severity.Error);
        found.Cell.ShouldBe("partij nctv, handeling deelnemen, doel coordinatie, fase casusoverleg, op 2025-06-04");
    }

    [Fact]
    public void A_rule_that_was_lost_leaves_a_phase_without_one() =>
        Slip.InTheLaw().Change(Person, "partij: drie, fase: verzameling}", "partij: drie, fase: weging}").PointingAt("vocabulaire.yaml", "  ¶verzameling:     {")
            .MustBeFoundAs(Finding.CellsWithoutRule, "'verzameling' is er voor het doel 'persoonsgericht' geen regel over raadplegen door 'burgemeester'");

    [Fact]
    public void Whoever_may_take_a_step_and_has_no_rule_is_found() =>
        Slip.InTheLaw().Change("proces/nevenstappen.yaml", "    van: [casusoverleg, uitvoering, afgesloten]\n    wie: [burgemeester]", "    van: [vernietigd]\n    ¶wie: [fg]")
            .MustBeFoundAs(Finding.CellsWithoutRule, "'fg' mag in de fase 'vernietigd' de stap 'verzoek_openen' zetten");

    [Fact]
    public void A_purpose_of_a_membership_for_which_no_rule_allows_anything_is_found() =>
        Slip.InTheLaw().Change("proces/start.yaml", "fg: {doelen: [toetsing],", "fg: {¶doelen: [toetsing, coordinatie],")
            .MustBeFoundAs(Finding.CellsWithoutRule, "Leden van 'fg' kunnen het doel 'coordinatie' kiezen");

    [Fact]
    public void Rights_of_a_party_without_members_are_found() =>
        Slip.InTheLaw().Change("proces/start.yaml", "  auditor: {doelen: [toetsing], taken: {rapport_controleren: [auditor], audit_doen: [auditor], rac_lezen: [auditor], evaluatie_lezen: [auditor], logboek_toetsen: [auditor], oefening_controleren: [auditor]}}\n", "").PointingAt("proces/start.yaml", "¶lidmaatschappen:")
            .MustBeFoundAs(Finding.NobodyThere, "geen lidmaatschap van 'auditor' heeft dat doel");

    [Fact]
    public void A_code_that_no_rule_names_is_found() =>
        Slip.InTheLaw().Change("vocabulaire.yaml", "  rvdk:                {label: Raad voor de kinderbescherming,", "  ¶reddingsbrigade:     {label: Reddingsbrigade}\n  rvdk:                {label: Raad voor de kinderbescherming,")
            .MustBeFoundAs(Finding.CodeWithoutRule, "Geen enkele regel noemt partij 'reddingsbrigade'");

    [Theory]
    [InlineData("bijzonder: strafrechtelijk, verstrekkers: [politie]}\n  politie_duiding", "bijzonder: strafrechtelijk, verstrekkers: [politie, ¶college]}\n  politie_duiding", "wordt vastgelegd")]
    [InlineData("bijzonder: religie, verstrekkers: [burgemeester, politie, om]", "bijzonder: seksueel, verstrekkers: [¶burgemeester, politie, om]", "'geloofsovertuiging' noemt 'burgemeester'")]
    public void A_field_that_nobody_may_record_is_found(string old, string changed, string says) =>
        Slip.InTheLaw().Change("velden.yaml", old, changed).MustBeFoundAs(Finding.FieldWithoutRight, says).Cell.ShouldNotBeNull().ShouldStartWith("handeling vastleggen");

    [Fact]
    public void Days_between_two_versions_of_a_rule_are_found()
    {
        const string Rule = "  - {{id: {0}, soort: toestaan, waar: {{doel: coordinatie, handeling: deelnemen, partij: nctv, fase: afgesloten}}, mits: toegelaten, geldig: {1}, grondslag: wet-cotnv:2.2, zekerheid: afgeleid, toelichting: Zin.}}\n";
        var format = System.Globalization.CultureInfo.InvariantCulture;
        var found = Slip.InTheLaw()
            .Add("wet/9.yaml", "laag: wet\nregels:\n" + string.Format(format, Rule, "oud", "{van: 2025-06-04, tot: 2025-07-01}") + string.Format(format, Rule, "¶nieuw", "{van: 2027-03-01}"))
            .MustBeFoundAs(Finding.GapInTime, "Van 2025-07-01 tot 2027-03-01 staat geen regel dit toe");
        found.Cell.ShouldBe("partij nctv, handeling deelnemen, doel coordinatie, fase afgesloten, op 2025-07-01");
    }

    [Theory]
    [InlineData("bewust:\n  - {bevinding: fase-doodlopend, over: ¶melding, reden: Zin.}\n", Finding.DeliberateInVain, "haal het weg")]
    [InlineData("bewust:\n  - {bevinding: ¶laag-verruimt, over: melding, reden: Zin.}\n", Finding.UnknownCode, "De bevinding die bewust kan zijn")]
    public void What_is_said_to_be_meant_must_be_something_that_can_be(string text, string code, string says) =>
        Slip.InTheLaw().Add("bewust.yaml", text).MustBeFoundAs(code, says);

    [Fact]
    public void What_is_meant_is_not_told() =>
        Slip.InTheLaw().Add("bewust.yaml", "bewust:\n  - {bevinding: fase-doodlopend, over: vernietigd, reden: Het einde.}\n")
            .Found().ShouldNotContain(d => d.Code == Finding.DeadEnd || d.Code == Finding.DeliberateInVain);

    [Fact]
    public void Many_slips_are_all_told_in_one_run()
    {
        var found = Slip.InTheLaw()
            .Change(General, "    lezing: G1", "    lesing: G1")
            .Change(Person, "op: [noodzaak,", "op: [nodzaak,")
            .Change(Person, "partij: derde, fase: tafel, categorie: [identificatie, signaal", "partij: drede, fase: tafel, categorie: [identificatie, signaal")
            .Change(Nctv, "handeling: deelnemen, fase: weegfasen}", "handeling: deelnemen, fase: tafel}")
            .Change(Nctv, "geldig: {van: 2017-07-21, tot: 2027-03-01}", "geldig: {van: 2017-13-21, tot: 2027-03-01}")
            .Change("velden.yaml", "verstrekkers: [politie]}\n  politie_duiding", "verstrekkers: [politie, college]}\n  politie_duiding")
            .Change("proces/stappen.yaml", "    met: [ontvanger, aanmelder]", "    met: [betrokken]")
            .Change("proces/stappen.yaml", "vereist: [drie_oordelen]", "vereist: [drie_oordeel]")
            .Change("proces/termijnen.yaml", "naam: Wegen, waarde: 15", "naam: Wegen, waarde: 0")
            .Change("vocabulaire.yaml", "    weegfasen:         [", "    weegfase:          [weging]\n    weegfasen:         [")
            .Add("nooit.yaml", "nooit:\n  - {id: n, waar: {partij: burgemeester, doel: persoonsgericht, handeling: raadplegen, fase: casusoverleg}, grondslag: wet-pga:2.2, zekerheid: afgeleid, toelichting: Zin.}\n")
            .Found();

        foreach (var code in new[]
        {
            Finding.UnknownKey, Finding.UnknownRule, Finding.UnknownCode, Finding.Contradiction, Finding.BadDate, Finding.FieldWithoutRight,
            Finding.ImpossibleStep, Finding.UnknownFact, Finding.BadNumber, Finding.UnusedGroup, Finding.NeverBroken,
        })
            found.ShouldContain(d => d.Code == code, code);
    }
}
