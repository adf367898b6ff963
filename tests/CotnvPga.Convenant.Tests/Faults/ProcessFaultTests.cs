using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Slips in the process, the words and the lists, one at a time: each is found where it was made and says what to do.</summary>
public sealed class ProcessFaultTests
{
    private const string Steps = "proces/stappen.yaml";
    private const string Acts = "proces/nevenstappen.yaml";
    private const string Terms = "proces/termijnen.yaml";
    private const string Facts = "proces/feiten.yaml";
    private const string Setters = "proces/omstandigheden.yaml";
    private const string Start = "proces/start.yaml";
    private const string Records = "proces/stukken-weging.yaml";
    private const string Words = "vocabulaire.yaml";

    [Theory]
    // Steps that nobody can take
    [InlineData(Steps, "    wie: [drie]\n    met: [ontvanger, aanmelder]", "    ¶wie: []\n    met: [ontvanger, aanmelder]", Finding.ImpossibleStep, "'wie' is leeg")]
    [InlineData(Steps, "    met: [ontvanger, aanmelder]", "    ¶met: [betrokken]", Finding.ImpossibleStep, "kan in de fase 'aanmelding' nog niemand zijn")]
    [InlineData(Steps, "    met: [ontvanger, aanmelder]", "    met: [¶noodzakelijk]", Finding.ImpossibleStep, "een feit van een gegeven")]
    [InlineData(Steps, "    wijze: proces\n    na: bekrachtigen", "    ¶wijze: proces", Finding.ImpossibleStep, "Geef bij 'na' de termijn")]
    [InlineData(Steps, "vereist: [drie_oordelen, niet_eensluidend, rondes_over]", "¶vereist: [drie_oordelen, twee_oordelen]", Finding.ImpossibleStep, "gaan niet samen")]
    [InlineData(Acts, "wie: [fg, rac, auditor]", "¶wie: [fg, rac, derde]", Finding.NobodyThere, "niemand kan lid zijn van 'derde'")]
    // Outcomes
    [InlineData(Steps, "      - fase: verzameling\n        wanneer: [eensluidend, in_overeenstemming]\n      - fase", "      - fase: verzameling\n      - ¶fase", Finding.ImpossibleOutcome, "Zet de strengste bovenaan")]
    [InlineData(Steps, "- fase: verzameling\n        wanneer: [eensluidend, in_overeenstemming]", "- ¶fase: verzameling\n        wanneer: [eensluidend, twee_oordelen]", Finding.ImpossibleOutcome, "gaan niet samen")]
    // Facts
    [InlineData(Steps, "vereist: [drie_oordelen]", "vereist: [¶drie_oordeel]", Finding.UnknownFact, "Bedoelde u 'drie_oordelen'?")]
    [InlineData(Steps, "wanneer: [rondes_op]", "wanneer: [¶ronden_op]", Finding.UnknownFact, "Bedoelde u 'rondes_op'?")]
    [InlineData(Facts, "  geen_bezwaar: ", "  ¶klaar: {naam: Alles is klaar}\n  geen_bezwaar: ", Finding.UnusedFact, "Geen stap vereist")]
    [InlineData(Facts, "termijn: weegrondes", "¶termijn: weegronden", Finding.UnknownCode, "Bedoelde u 'weegrondes'?")]
    [InlineData(Facts, "redenen: afsluiten", "¶redenen: afsluiting", Finding.UnknownCode, "Bedoelde u 'afsluiten'?")]
    [InlineData(Facts, "sluit_uit: [rondes_op]", "sluit_uit: [¶ronde_op]", Finding.UnknownFact, "'ronde_op'")]
    // Joint steps
    [InlineData(Steps, "    wie: [drie]\n    wijze: samen\n    vereist: [deelnemers, bekrachtigd]", "    ¶wie: [burgemeester]\n    wijze: samen\n    vereist: [deelnemers, bekrachtigd]", Finding.TogetherIncomplete, "staat er één: 'burgemeester'")]
    [InlineData(Steps, "    wie: [drie]\n    wijze: samen\n    vereist: [deelnemers, bekrachtigd]", "    ¶wie: [burgemeester, om]\n    wijze: samen\n    vereist: [deelnemers, bekrachtigd]", Finding.TogetherIncomplete, "zonder 'politie'")]
    // Terms
    [InlineData(Terms, "naam: Wegen, waarde: 15, eenheid: werkdagen, fase: weging", "naam: Wegen, waarde: 15, eenheid: werkdagen, ¶fase: vernietigd", Finding.TermWithoutOwner, "daar kan niemand een stap zetten")]
    [InlineData(Terms, "  - {code: wegen, naam: Wegen, waarde: 15, eenheid: werkdagen, fase: weging", "  - ¶{code: wegen, naam: Wegen, waarde: 15, eenheid: werkdagen", Finding.UnusedTerm, "er gebeurt niets als hij verloopt")]
    [InlineData(Terms, "naam: Wegen, waarde: 15, eenheid: werkdagen, fase: weging", "naam: Wegen, waarde: 15, eenheid: werkdagen, ¶fase: melding", Finding.DuplicateCode, "Een fase heeft één klok")]
    [InlineData(Terms, "naam: Wegen, waarde: 15", "naam: Wegen, ¶waarde: 0", Finding.BadNumber, "Geef 1 of meer")]
    // Starts and memberships
    [InlineData(Start, "    wie: [college, burgemeester_elders,", "    ¶wie: [college, om, burgemeester_elders,", Finding.BadStart, "'om' heeft al een start")]
    [InlineData(Start, "    wie: [college, burgemeester_elders, college_elders, reclassering, rvdk]\n    fase: aanmelding\n    wordt: [aanmelder]\n    gericht_aan: [drie]\n", "    ¶wie: [college, burgemeester_elders, college_elders, reclassering, rvdk]\n    fase: aanmelding\n    wordt: [aanmelder]\n", Finding.BadStart, "horen bij elkaar")]
    [InlineData(Start, "fg: {doelen: [toetsing]}", "fg: {¶doelen: [toetsing, toetsing]}", Finding.DuplicateCode, "twee keer")]
    // Who sets what
    [InlineData(Setters, "  betrokken: [deelnemers_vaststellen, deelnemers_wijzigen]", "  ¶betrokken: [deelnemers_vaststellen, deelnemers_wijzigen, evalueren]", Finding.SetElsewhere, "zet 'betrokken' daar bij 'geeft'")]
    [InlineData(Setters, "  toetsing_geopend: toetsing_openen", "  ¶toetsing_geopend: toetsing_open", Finding.UnknownCode, "Bedoelde u 'toetsing_openen'?")]
    [InlineData(Steps, "geeft: [geraadpleegd]", "geeft: [geraadpleegd, ¶betrokken]", Finding.SetElsewhere, "bij 'gezet_door' staat die stap niet")]
    // Records
    [InlineData(Records, "    termijn: driehoek_besluit", "    termijn: ¶driehoek_besloten", Finding.UnknownCode, "Bedoelde u 'driehoek_besluit'?")]
    [InlineData(Records, "  - stuk: tegenspraak\n", "  - stuk: ¶tegenspraak\n    termijn: driehoek_besluit\n", Finding.RecordNeverEnds, "niemand kan het afmaken")]
    [InlineData(Records, "  - stuk: informatie_antwoord\n", "  - stuk: ¶informatie_vragen\n", Finding.DuplicateCode, "bestaat al")]
    [InlineData(Records, "  - stuk: tegenspraak\n", "  - stuk: ¶evalueren\n", Finding.DuplicateCode, "is al een stap")]
    [InlineData(Records, "    bij: [escalatie]\n    sluit: ja\n", "    bij: [¶escaleren]\n    sluit: ja\n", Finding.UnknownCode, "'escaleren'")]
    [InlineData(Records, "  - stuk: tegenspraak\n", "  - stuk: ¶tegenspraak\n    sluit: ja\n", Finding.MissingKey, "zegt niet welk: voeg 'bij' toe")]
    [InlineData(Records, "soort: reden, uit: driehoek}", "soort: reden, uit: ¶driehoeken}", Finding.UnknownCode, "Bedoelde u 'driehoek'?")]
    [InlineData(Records, "      uiterlijk: {vraag: Wanneer wilt u het antwoord?, soort: dag", "      ¶uiterlijk: {vraag: Wanneer wilt u het antwoord?, soort: regel", Finding.WrongKind, "is geen dag")]
    [InlineData(Records, "      aan: {vraag: Aan wie van de drie vraagt u dit?, soort: partij, uit: drie,", "      ¶aan: {vraag: Aan wie van de drie vraagt u dit?, soort: tekst,", Finding.WrongKind, "is geen partij")]
    [InlineData(Records, "    telt: uitkomst", "    telt: ¶toelichting", Finding.UnknownCode, "kan alleen een reden of ja of nee tellen")]
    // What nothing uses, or has the name of something else
    [InlineData("proces/redenen.yaml", "  soort_melder:", "  ¶heropenen:\n    - {code: nieuw, naam: Nieuw feit, zekerheid: niet_geverifieerd}\n  soort_melder:", Finding.UnusedReasons, "'heropenen'")]
    [InlineData(Words, "    weegfasen:         [", "    ¶weegfase:          [weging]\n    weegfasen:         [", Finding.UnusedGroup, "Niets gebruikt de groep 'weegfase'")]
    [InlineData(Words, "    weegfasen:         [weging, verzameling]", "    weegfasen:         ¶[]", Finding.EmptyValue, "De groep 'weegfasen' is leeg")]
    [InlineData("bronnen.yaml", "      \"17\":     {", "      ¶\"17a\":    {aanhaling: artikel 17a, titel: Iets}\n      \"17\":     {", Finding.UnusedArticle, "'wet-pga:17a'")]
    [InlineData(Words, "  twbmt:                  {soort", "  ¶zonder_nut:             {soort: kijker, label: Niets}\n  twbmt:                  {soort", Finding.UnusedCircumstance, "'zonder_nut'")]
    [InlineData(Words, "  twbmt:                  {soort", "  ¶zonder_zetter:          {soort: kijker, label: Niets}\n  twbmt:                  {soort", Finding.NeverSet, "een regel die haar vraagt, gaat nooit open")]
    [InlineData(Words, "  - 2027-03-01", "  - 2027-03-01\n  - ¶2028-03-01", Finding.PeriodWithoutChange, "Klopt de dag?")]
    [InlineData(Words, "  om:                  {label: Openbaar ministerie,", "  ¶om:                  {label: Politie,", Finding.SameName, "heet net zo als 'politie'")]
    [InlineData(Steps, "grondslag: [wet-pga:6.3]", "¶grondslag: [twbmt:7.1]", Finding.ArticleNotInForce, "vervalt op 2027-03-01")]
    public void Slip_is_found_where_it_was_made(string path, string old, string changed, string code, string says) =>
        Slip.InTheProcess().Change(path, old, changed).MustBeFoundAs(code, says);

    [Theory]
    [InlineData(Steps, "      - fase: afgesloten", "      - fase: niet_voorgelegd", "  ¶afgesloten:      {", Finding.UnreachablePhase, "Geef een stap deze fase bij 'naar'")]
    [InlineData(Steps, "    van: [uitvoering]\n    naar:", "    van: [casusoverleg]\n    naar:", "  ¶uitvoering:      {", Finding.DeadEnd, "een zaak blijft daar voor altijd")]
    [InlineData(Steps, "      - fase: vernietigd\n    wie: [burgemeester]", "      - fase: niet_voorgelegd\n    wie: [burgemeester]", "  ¶afgesloten:      {", Finding.DeadEnd, "leidt geen stap")]
    [InlineData(Setters, "  betrokken: [deelnemers_vaststellen, deelnemers_wijzigen]\n", "", "  ¶betrokken:              {", Finding.NeverSet, "gezet_door")]
    public void Slip_is_found_at_what_it_spoils(string path, string old, string changed, string around, string code, string says)
    {
        var slip = Slip.InTheProcess().Change(path, old, changed).PointingAt(Words, around);
        if (code == Finding.DeadEnd && around.Contains("afgesloten", StringComparison.Ordinal))
            slip.Change(Steps, "    van: [niet_voorgelegd, afgesloten]", "    van: [niet_voorgelegd]");
        slip.MustBeFoundAs(code, says);
    }

    [Fact]
    public void A_step_from_a_phase_that_no_case_comes_in_is_found() =>
        Slip.InTheProcess().Change(Steps, "      - fase: weging\n    wie: [drie]", "      - fase: aanmelding\n    wie: [drie]").PointingAt(Steps, "    ¶van: [weging]\n    wie: [drie]\n    wijze: alleen\n    vereist: [drie_oordelen, niet")
            .MustBeFoundAs(Finding.ImpossibleStep, "geen zaak komt ooit in de fase 'weging'");

    [Fact]
    public void Steps_without_a_start_are_told() =>
        Slip.InTheProcess().Change(Start, "start:\n", "start: []\nlater:\n").Found().ShouldContain(d => d.Code == Finding.BadStart && d.Message.Contains("geen 'start'", StringComparison.Ordinal));
}
