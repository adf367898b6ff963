using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Slips in covenants: what a lower layer opens, chooses or promises that it cannot, and what must never be.</summary>
public sealed class CovenantFaultTests
{
    private const string Model = "model/01-proef.yaml";
    private const string Local = "lokaal/9901.yaml";
    private const string Cell = "doel: persoonsgericht, handeling: raadplegen, partij: burgemeester, fase: weging, categorie: signaal, verstrekker: college, bijzonder: geen";

    private const string Text = """
        laag: modelconvenant
        convenant: {naam: Modelconvenant, versie: "0.1", stand: ontwerp, geldig: {van: 2025-07-01}, lopende_zaken: nieuwe_versie, inleiding: Een proef.}

        """;

    private const string Chapter = """
        laag: modelconvenant
        hoofdstuk: 1
        titel: Proef
        geldig: {van: 2025-07-01}
        artikelen:
          - nummer: "1.1"
            titel: Wegen
            aard: pas_toe_of_leg_uit
            tekst: "De drie wegen binnen {wegen_termijn} werkdagen."
            grondslag: ["wet-pga:5.3"]
            zekerheid: afgeleid
            keuze: {code: wegen_termijn, vraag: Hoe lang?, soort: getal, eenheid: werkdagen, van: 5, tot: 20, strengst: 5}
            termijn: wegen
          - nummer: "1.2"
            titel: Opleiding
            aard: hard
            tekst: "Wie kijkt, is opgeleid. Ziet een secretaris het plan: {secretaris}."
            grondslag: ["besluit-pga:17"]
            zekerheid: afgeleid
            keuze: {code: secretaris, vraag: Ziet een secretaris het plan?, soort: ja_nee, strengst: nee}
            regels:
              - {id: mc-opleiding, soort: voorwaarde, waar: {doel: persoonsgericht, handeling: raadplegen, partij: deelnemers}, mits: opgeleid, toelichting: Zin.}

        """;

    private const string Voorbeeldstad = """
        laag: lokaal
        gemeente: "9901"
        naam: Voorbeeldstad
        versie: "2026.1"
        geldig: {van: 2026-09-01}
        lopende_zaken: nieuwe_versie
        keuzes: {wegen_termijn: 10}
        artikelen:
          - nummer: "1"
            titel: Proef
            aard: hard
            tekst: Een proef.
            grondslag: ["wet-pga:5.3"]
            zekerheid: niet_geverifieerd
            regels:
              - {id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}, toelichting: Zin.}

        """;

    [Theory]
    // A lower layer cannot open
    [InlineData(Local, "{id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "{id: ¶vs-proef, soort: toestaan, waar: {partij: nctv, handeling: raadplegen}", Finding.Widens, "daar verbiedt 'nctv-zonder-account' (artikel 11 Besluit PGA) het")]
    [InlineData(Local, "{id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "{id: ¶vs-proef, soort: toestaan, waar: {" + Cell + "}, mits: [geautoriseerd, opgeleid]", Finding.Widens, "vraagt 'noodzaak' (artikel 2 lid 2 Wet PGA) ook 'noodzakelijk'; zet dat bij 'mits'")]
    [InlineData(Local, "{id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "{id: ¶vs-proef, soort: toestaan, waar: {" + Cell + "}, mits: [geautoriseerd, noodzakelijk]", Finding.Widens, "vraagt 'mc-opleiding' (artikel 1.2 modelconvenant (ontwerp)) ook 'opgeleid'")]
    [InlineData(Local, "{id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "{id: ¶vs-proef, soort: toestaan, waar: {doel: persoonsgericht, handeling: deelnemen, partij: college, fase: weging}", Finding.Widens, "daar staat geen regel het toe: 'doelbinding'")]
    [InlineData(Local, "{id: vs-proef, soort: verbod,", "{id: vs-proef, soort: uitzondering, op: ¶noodzaak,", Finding.RuleKind, "een laag heft geen regels van een andere laag op")]
    // Choices and trials
    [InlineData(Local, "keuzes: {wegen_termijn: 10}", "keuzes: {¶wegen_termijn: 30}", Finding.Choice, "5 tot en met 20")]
    [InlineData(Local, "keuzes: {wegen_termijn: 10}", "keuzes: {¶wegen_termijnen: 10}", Finding.Choice, "Bedoelde u 'wegen_termijn'?")]
    [InlineData(Local, "keuzes: {wegen_termijn: 10}", "keuzes: {¶secretaris: misschien}", Finding.Choice, "ja of nee")]
    [InlineData(Model, "strengst: 5", "strengst: ¶3", Finding.Choice, "5 tot en met 20")]
    [InlineData(Model, "keuze: {code: wegen_termijn, vraag: Hoe lang?, soort: getal, eenheid: werkdagen, van: 5, tot: 20, strengst: 5}", "keuze: ¶{code: wegen_termijn, vraag: Hoe lang?, soort: getal, eenheid: werkdagen, van: 20, tot: 5, strengst: 5}", Finding.Choice, "zo is er niets te kiezen")]
    [InlineData(Model, "termijn: wegen", "¶termijn: weging", Finding.UnknownCode, "Bedoelde u 'wegen'?")]
    [InlineData(Model, "{secretaris}.", "ja.", Finding.ChoiceWithoutEffect, "verandert niets")]
    [InlineData(Model, "tekst: \"Wie kijkt, is opgeleid.", "¶tekst: \"Wie kijkt, is {opgeleid_hoe} opgeleid.", Finding.Placeholder, "'opgeleid_hoe'")]
    [InlineData(Model, "    titel: Opleiding\n", "    titel: Opleiding\n    proef: ¶{gemeenten: [\"9901\"], vraag: Werkt het?, van: 2026-01-01}\n", Finding.Trial, "geef 'tot'")]
    [InlineData(Model, "  - nummer: \"1.2\"\n    titel: Opleiding\n", "  - nummer: ¶\"1.2\"\n    titel: Opleiding\n    proef: {gemeenten: [\"9909\"], vraag: Werkt het?, van: 2026-01-01, tot: 2026-06-01}\n", Finding.UnknownMunicipality, "'9909', en die bestaat niet")]
    [InlineData(Model, "  - nummer: \"1.1\"\n    titel: Wegen\n", "  - nummer: ¶\"1.1\"\n    titel: Wegen\n    proef: {gemeenten: [\"9901\"], vraag: Werkt het?, van: 2026-01-01, tot: 2026-06-01}\n", Finding.TrialWithoutRules, "er valt niets te proberen")]
    // Articles
    [InlineData(Model, "nummer: \"1.2\"", "nummer: ¶\"1.1\"", Finding.DuplicateCode, "Artikel 1.1 bestaat al")]
    [InlineData(Model, "  - nummer: \"1.2\"\n    titel: Opleiding\n    aard: hard", "  - nummer: ¶\"1.2\"\n    titel: Opleiding\n    aard: pas_toe_of_leg_uit", Finding.ClauseNature, "die kan niemand breken")]
    [InlineData(Model, "    aard: hard", "    aard: ¶hart", Finding.UnknownCode, "Bedoelde u 'hard'?")]
    [InlineData(Model, "grondslag: [\"besluit-pga:17\"]", "grondslag: [¶\"besluit-pga:171\"]", Finding.UnknownArticle, "Bedoelde u 'besluit-pga:17'?")]
    [InlineData(Model, "    zekerheid: afgeleid\n    keuze: {code: secretaris", "    zekerheid: afgeleid\n    begrip: ¶open\n    keuze: {code: secretaris", Finding.MissingKey, "'vastleggen'")]
    // Local covenants
    [InlineData(Local, "gemeente: \"9901\"", "gemeente: ¶\"9911\"", Finding.UnknownMunicipality, "De gemeente '9911' (Voorbeeldstad) bestaat niet")]
    [InlineData(Local, "geldig: {van: 2026-09-01}", "geldig: ¶{van: 2026-09-01, tot: 2026-01-01}", Finding.BadPeriod, "geen enkele dag")]
    [InlineData(Local, "gemeente: \"9901\"", "gemeente: ¶\"9901\"\n# eerder dan het model", Finding.LocalOutside, "modelconvenant niet geldt")]
    public void Slip_in_a_covenant_is_found_where_it_was_made(string path, string old, string changed, string code, string says)
    {
        var slip = WithCovenants().Change(path, old, changed);
        if (code == Finding.LocalOutside)
            slip.Change(Local, "geldig: {van: 2026-09-01}", "geldig: {van: 2025-01-01}");
        if (code == Finding.ChoiceWithoutEffect)
            slip.PointingAt(Model, "{code: ¶secretaris");
        slip.MustBeFoundAs(code, says);
    }

    // The national tables name articles of the real national covenant, which this small one does not have.
    [Fact]
    public void What_a_covenant_says_to_leave_open_and_the_law_leaves_open_is_no_finding() =>
        WithCovenants().Change(Local, "{id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "{id: vs-proef, soort: toestaan, waar: {" + Cell + "}, mits: [geautoriseerd, noodzakelijk, opgeleid]")
            .Found().ShouldNotContain(d => d.Severity == Severity.Error && !d.Place.File.StartsWith("landelijk/", StringComparison.Ordinal));

    [Fact]
    public void A_widening_is_shown_in_a_cell()
    {
        var found = WithCovenants().Change(Local, "{id: vs-proef, soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "{id: ¶vs-proef, soort: toestaan, waar: {partij: nctv, handeling: raadplegen, fase: weging}")
            .MustBeFoundAs(Finding.Widens, "'vs-proef' (artikel 1 convenant Voorbeeldstad)");
        found.Severity.ShouldBe(Severity.Error);
        found.Cell.ShouldNotBeNull().ShouldStartWith("partij nctv, handeling raadplegen, doel persoonsgericht, fase weging, categorie identificatie, verstrekker burgemeester, op 2026-09-01, in Voorbeeldstad (2026.1)");
    }

    [Fact]
    public void A_convenant_that_widens_is_not_even_loaded() =>
        WithCovenants().Change(Local, "soort: verbod, waar: {partij: burgemeester, rol: secretaris}", "soort: toestaan, waar: {partij: nctv, handeling: raadplegen}")
            .Loaded().Convenant.ShouldBeNull();

    [Theory]
    [InlineData("2026-10-01", "2027-01-01", Finding.LocalGap, "een gat van 2026-10-01 tot 2027-01-01")]
    [InlineData("2027-01-01", "2026-12-01", Finding.LocalOverlap, "begint terwijl versie 2026.1 nog geldt")]
    public void Versions_of_a_local_covenant_follow_each_other(string until, string from, string code, string says) =>
        WithCovenants()
            .Change(Local, "geldig: {van: 2026-09-01}", $"geldig: {{van: 2026-09-01, tot: {until}}}")
            .Add("lokaal/9901-2.yaml", Voorbeeldstad.Replace("gemeente: \"9901\"", "gemeente: ¶\"9901\"", StringComparison.Ordinal).Replace("2026.1", "2027.1", StringComparison.Ordinal).Replace("2026-09-01", from, StringComparison.Ordinal))
            .MustBeFoundAs(code, says);

    [Fact]
    public void A_term_that_people_chose_and_no_article_sets_is_found() =>
        WithCovenants().PointingAt("proces/termijnen.yaml", "  - ¶{code: plan_maken").MustBeFoundAs(Finding.TermWithoutClause, "Wie koos 15 werkdagen?");

    [Fact]
    public void What_a_municipality_may_still_choose_is_proven_too() =>
        WithCovenants()
            .Change(Model, "{id: mc-opleiding, soort: voorwaarde,", "{id: ¶mc-ruim, soort: toestaan, waar: {partij: nctv, handeling: raadplegen}, bij_keuze: {secretaris: ja}, toelichting: Zin.}\n      - {id: mc-opleiding, soort: voorwaarde,")
            .MustBeFoundAs(Finding.Widens, "'nctv-zonder-account'").Cell.ShouldNotBeNull().ShouldContain("in een gemeente die bij 'secretaris' kiest voor ja");

    [Theory]
    [InlineData("waar: {partij: burgemeester, doel: persoonsgericht, handeling: raadplegen, fase: casusoverleg}", Finding.NeverBroken, "dit gaat open door 'overleg-drie-partijen'")]
    [InlineData("waar: {doel: persoonsgericht, handeling: raadplegen}, zonder: [geautoriseerd, betrokken]", Finding.NeverBroken, "zonder 'betrokken'")]
    [InlineData("waar: {doel: persoonsgericht, handeling: raadplegen, partij: college}, zonder: opgeleid, lagen: wet", Finding.NeverBroken, "zonder 'opgeleid'")]
    [InlineData("waar: {handeling: deelnemen, categorie: plan}", Finding.NeverAsked, "bewaakt het niets")]
    [InlineData("waar: {fase: weging}, tenzij: {partij: {behalve: []}}", Finding.EmptyValue, "'behalve' is leeg")]
    [InlineData("waar: {fase: weging}, zonder: zwaarwegende_redenen", Finding.UnknownCode, "De omstandigheid die opent")]
    public void What_must_never_be_is_shown_with_a_counterexample(string what, string code, string says)
    {
        var found = WithCovenants().Add("nooit.yaml", $"nooit:\n  - {{id: ¶n, {what}, grondslag: wet-pga:2.2, zekerheid: afgeleid, toelichting: Zin.}}\n").Found()
            .FirstOrDefault(d => d.Code == code && d.Place.File == "nooit.yaml" && d.Message.Contains(says, StringComparison.Ordinal));
        found.ShouldNotBeNull();
        if (code == Finding.NeverBroken)
            found.Cell.ShouldNotBeNull().ShouldContain("met ");
    }

    [Fact]
    public void What_is_never_and_is_not_so_is_proven() =>
        WithCovenants().Add("nooit.yaml", "nooit:\n  - {id: n, waar: {doel: persoonsgericht, handeling: raadplegen, partij: college}, zonder: [opgeleid, geautoriseerd], grondslag: wet-pga:2.2, zekerheid: afgeleid, toelichting: Zin.}\n")
            .Found().ShouldNotContain(d => d.Place.File == "nooit.yaml");

    private static Slip WithCovenants() => Slip.InTheLaw().Add("model/00-tekst.yaml", Text).Add(Model, Chapter).Add(Local, Voorbeeldstad);
}
