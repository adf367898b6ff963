using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Slips in the kinds of record: what they come from, wait for, suspend, hold back and keep.</summary>
public sealed class RecordFaultTests
{
    private const string Rights = "proces/stukken-rechten.yaml";
    private const string End = "proces/stukken-einde.yaml";
    private const string Retention = "proces/bewaren.yaml";
    private const string Start = "proces/start.yaml";

    [Theory]
    [InlineData(Rights, "    langs: deelnemers_vaststellen", "    langs: ¶deelnemer_vaststellen", Finding.UnknownCode, "Bedoelde u 'deelnemers_vaststellen'?")]
    [InlineData(Rights, "    niet_zolang: [informeren_uitstel]", "    niet_zolang: [¶informeren_uitstellen]", Finding.UnknownCode, "Bedoelde u 'informeren_uitstel'?")]
    [InlineData(Rights, "    toetst: [fg, rac]", "    toetst: [fg, ¶rak]", Finding.UnknownCode, "Bedoelde u 'rac'?")]
    [InlineData(Rights, "{code: inzage, naam: Inzage, grondslag: [avg:15]", "{code: inzage, naam: Inzage, grondslag: [¶avg:155]", Finding.UnknownArticle, "'avg:155'")]
    [InlineData(End, "    bij: [bewaarplicht]\n    sluit: ja\n", "    bij: [¶bewaarplichten]\n    sluit: ja\n", Finding.UnknownCode, "Bedoelde u 'bewaarplicht'?")]
    [InlineData(Retention, "    opnieuw_in: [weging, verzameling]", "    opnieuw_in: [weging, ¶verzamelingen]", Finding.UnknownCode, "Bedoelde u 'verzameling'?")]
    [InlineData(Retention, "  - code: oordelen", "  - code: ¶vastleggen", Finding.DuplicateCode, "De verwerking 'vastleggen' bestaat al")]
    [InlineData(Start, "taken: {datalek_lezen: [fg],", "taken: {datalek_lezen: [¶fgg],", Finding.UnknownCode, "Bedoelde u 'fg'?")]
    public void Slip_is_found_where_it_was_made(string path, string old, string changed, string code, string says) =>
        Slip.InTheProcess().Change(path, old, changed).MustBeFoundAs(code, says);

    [Theory]
    [InlineData("    bij: [informeren]\n    schort_op: ja\n", "    schort_op: ja\n", "informeren_uitstel", "voeg 'bij' toe")]
    [InlineData("    bij: [verzoek_besluit]\n    antwoord: ja\n", "    antwoord: ja\n", "grond_vervallen", "voeg 'bij' toe")]
    public void What_is_about_another_record_says_which(string old, string changed, string record, string says) =>
        Slip.InTheProcess().Change(Rights, old, changed).PointingAt(Rights, $"  - stuk: ¶{record}\n").MustBeFoundAs(Finding.MissingKey, says);

    [Theory]
    [InlineData("    schort_op: ja\n    verlengt: 2\n", "    verlengt: 2\n", "voeg 'schort_op: ja' toe")]
    [InlineData("uiterlijk: {vraag: Wanneer beslist u dan?, soort: dag, uiterlijk: ja,", "uiterlijk: {vraag: Wanneer beslist u dan?, soort: dag,", "geef een dag 'uiterlijk: ja'")]
    public void What_gives_more_time_says_until_when_and_stops_the_term_of_the_other(string old, string changed, string says) =>
        Slip.InTheProcess().Change(Rights, old, changed).PointingAt(Rights, "    verlengt: ¶2\n").MustBeFoundAs(Finding.MissingKey, says);

    [Fact]
    public void What_keeps_a_case_can_be_ended() =>
        Slip.InTheProcess().Change(End, "    bij: [bewaarplicht]\n    sluit: ja\n", "    bij: [bewaarplicht]\n").PointingAt(End, "  - stuk: ¶bewaarplicht\n").MustBeFoundAs(Finding.RecordNeverEnds, "voor altijd bewaard");
}
