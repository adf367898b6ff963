namespace CotnvPga.Convenant.Tests.Village;

/// <summary>Covenants of the village: a model with two choices and a trial, and what municipalities made of it.</summary>
internal static class LocalVillage
{
    public static readonly RuleFile Text = new("model/00.yaml", """
        laag: model
        convenant: {naam: Dorpsmodel, versie: "0.7", stand: ontwerp, geldig: {van: 2020-01-01}, lopende_zaken: nieuwe_versie}

        """);

    public static readonly RuleFile Process = new("termijnen.yaml", """
        termijnen:
          - {code: wachten, naam: Wachten, waarde: 3, eenheid: werkdagen, grondslag: ["w:1"], zekerheid: afgeleid, toelichting: Wacht even.}
          - {code: lopen, naam: Lopen, waarde: 4, eenheid: werkdagen, grondslag: ["w:1"], zekerheid: afgeleid, toelichting: Loop even.}
        """);

    /// <summary>An article that sets a term within bounds.</summary>
    public const string Term = """
          - nummer: "1.4"
            titel: Wachten
            aard: hard
            tekst: "Wachten duurt {wachttijd} werkdagen."
            grondslag: ["w:2"]
            zekerheid: afgeleid
            keuze: {code: wachttijd, vraag: Hoe lang?, soort: getal, eenheid: werkdagen, van: 1, tot: 9, strengst: 2}
            termijn: wachten

        """;

    /// <summary>The model: a choice that carries a rule, a rule that always holds, a trial in two municipalities, and what more is said.</summary>
    public static RuleFile Model(string more = "") => new("model/01.yaml", """
        laag: model
        hoofdstuk: 1
        titel: Samen
        geldig: {van: 2020-01-01}
        artikelen:
          - nummer: "1.1"
            titel: Brieven
            aard: hard
            tekst: "Met brief: {met_brief}."
            grondslag: ["w:2"]
            zekerheid: afgeleid
            keuze: {code: met_brief, vraag: Met brief?, soort: ja_nee, strengst: ja}
            regels:
              - {id: m-brief, soort: voorwaarde, waar: {fase: dag}, mits: brief, bij_keuze: {met_brief: ja}, toelichting: Met brief.}
          - nummer: "1.2"
            titel: Altijd
            aard: hard
            tekst: "Altijd."
            grondslag: ["w:3"]
            zekerheid: afgeleid
            regels:
              - {id: m-altijd, soort: verbod, waar: {categorie: munt, fase: dag}, zekerheid: niet_geverifieerd, grondslag: "w:8", toelichting: Nooit munten.}
          - nummer: "1.3"
            titel: Proef
            aard: hard
            tekst: "Proef."
            grondslag: ["w:2"]
            zekerheid: afgeleid
            proef: {gemeenten: ["1003", "1001"], vraag: Werkt het?, van: 2024-01-01, tot: 2025-01-01}
            regels:
              - {id: m-proef, soort: voorwaarde, waar: {fase: nacht}, mits: klok, toelichting: Proef.}

        """ + more);

    /// <summary>One version of the covenant of one municipality.</summary>
    public static string Covenant(string municipality, string version, string from, string until = "", string choices = "", string rules = "") =>
        $"laag: lokaal\ngemeente: \"{municipality}\"\nnaam: Dorp {municipality}\nversie: \"{version}\"\ngeldig: {{van: {from}{(until.Length > 0 ? ", tot: " + until : "")}}}\nlopende_zaken: nieuwe_versie\n"
        + (choices.Length > 0 ? $"keuzes: {{{choices}}}\n" : "")
        + (rules.Length > 0 ? $"artikelen:\n  - nummer: \"1\"\n    titel: Eigen\n    aard: hard\n    tekst: Eigen.\n    grondslag: [\"w:2\"]\n    zekerheid: afgeleid\n    regels:\n{rules}" : "");
}
