using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Every fault in the rule data is told with its kind, its exact place and, where that helps, what was meant.</summary>
public sealed class FaultTests
{
    private const string General = "wet/1-algemeen.yaml";
    private const string Person = "wet/2-persoonsgericht.yaml";
    private const string Words = "vocabulaire.yaml";
    private const string Sources = "bronnen.yaml";

    [Theory]
    // The YAML itself
    [InlineData(General, "    lezing: G1", "¶\tlezing: G1", "yaml", "tab")]
    [InlineData(General, "zekerheid: vastgesteld", "zekerheid: ¶\"vastgesteld", "yaml", "aanhalingstekens")]
    [InlineData(General, "waar: {doel: beheer}", "waar: ¶{doel: beheer", "yaml", "accolade")]
    [InlineData(General, "grondslag: [\"wet-pga:2.2\"]", "grondslag: ¶[\"wet-pga:2.2\"", "yaml", "haak")]
    [InlineData(General, "    lezing: G1", "   ¶lezing: G1", "yaml", "springt niet goed in")]
    [InlineData(General, "toelichting: Geen regel", "toelichting: Let op¶: geen regel", "yaml", "dubbele punt")]
    [InlineData(General, "zekerheid: vastgesteld", "zekerheid: ¶&x vastgesteld", "yaml", "Ankers")]
    [InlineData(General, "zekerheid: vastgesteld", "zekerheid: ¶!t vastgesteld", "yaml", "Labels")]
    [InlineData(General, "laag: wet", "laag: wet\n¶---\nlaag: wet", "yaml", "document")]
    // Keys
    [InlineData(General, "    lezing: G1", "    ¶lesing: G1", "onbekende-sleutel", "'lezing'")]
    [InlineData(General, "    soort: slot", "    soort: slot\n    ¶soort: slot", "dubbele-sleutel", "twee keer")]
    [InlineData(General, "  - id: doelbinding", "  - ¶idd: doelbinding", "onbekende-sleutel", "'id'")]
    [InlineData(General, "  - id: doelbinding\n    lezing: G1", "  - ¶lezing: G1", "ontbrekende-sleutel", "'id'")]
    [InlineData(General, "regels:", "¶regel:", "onbekende-sleutel", "'regels'")]
    [InlineData(General, "laag: wet", "¶lag: wet", "onbekende-sleutel", "'laag'")]
    [InlineData(Words, "    alleen: {handeling: [deelnemen]}", "    ¶alleeen: {handeling: [deelnemen]}", "onbekende-sleutel", "'alleen'")]
    // Kinds of value
    [InlineData(General, "waar: {doel: beheer}", "waar: ¶beheer", "verkeerde-soort", "vak")]
    [InlineData(General, "soort: slot", "soort: ¶[slot]", "verkeerde-soort", "één waarde")]
    [InlineData(General, "eigen: nee", "eigen: ¶neen", "verkeerde-soort", "ja of nee")]
    [InlineData(General, "zekerheid: vastgesteld", "zekerheid:¶", "lege-waarde", "'zekerheid' is leeg")]
    [InlineData(General, "waar: {doel: beheer}", "waar: ¶{}", "leeg-vak", "overal")]
    [InlineData(General, "waar: {doel: beheer}", "waar: {doel: ¶{behalve: [persoonsgericht, toetsing, rechten, coordinatie, beheer, rapportage, opsporing]}}", "leeg-vak", "nergens")]
    [InlineData(General, "grondslag: [\"wet-pga:2.2\"]", "grondslag: ¶[]", "lege-waarde", "leeg")]
    // Codes
    [InlineData(General, "waar: {doel: beheer}", "waar: {doel: ¶beher}", "onbekende-code", "'beheer'")]
    [InlineData(General, "waar: {doel: beheer}", "waar: {¶doell: beheer}", "onbekende-sleutel", "'doel'")]
    [InlineData(General, "partij: drie, verstrekker: melder}", "partij: ¶dire, verstrekker: melder}", "onbekende-code", "'drie'")]
    [InlineData(General, "soort: slot", "soort: ¶sloot", "onbekende-code", "'slot'")]
    [InlineData(General, "laag: wet", "laag: ¶wett", "onbekende-code", "'wet'")]
    [InlineData(General, "zekerheid: afgeleid", "zekerheid: ¶afgelijd", "onbekende-code", "'afgeleid'")]
    [InlineData(General, "mits: noodzakelijk_bijzonder", "mits: ¶noodzakelijk_bijzondere", "onbekende-code", "'noodzakelijk_bijzonder'")]
    [InlineData(General, "[deelnemers, casusoverleg_elders], eigen", "[deelnemers, ¶casusoverleg_elder], eigen", "onbekende-code", "'casusoverleg_elders'")]
    [InlineData(Words, "overige_deelnemers: [college,", "overige_deelnemers: [¶collega,", "onbekende-code", "'college'")]
    [InlineData(Words, "    elders:            [", "    ¶politie:           [", "dubbele-code", "al een code")]
    [InlineData(Words, "standaard: geen", "standaard: ¶gen", "onbekende-code", "'geen'")]
    [InlineData(Words, "geautoriseerd:          {soort: kijker", "geautoriseerd:          {soort: ¶kijkers", "onbekende-code", "'kijker'")]
    [InlineData(Words, "Europe/Amsterdam", "¶Europe/Amsterdan", "onbekende-code", "'Europe/Amsterdam'")]
    [InlineData(Words, "\"{partij} mag dit gegeven {doel} {fase} {handeling}\"", "¶\"{partij} mag dit gegeven {doel} {phase} {handeling}\"", "onbekend-invulwoord", "'phase'")]
    [InlineData("velden.yaml", "categorie: identificatie", "categorie: ¶identifcatie", "onbekende-code", "'identificatie'")]
    [InlineData("velden.yaml", "label: Achternaam,", "label: Achternaam, ¶zien,", "onbekende-sleutel", "")]
    // Articles and days
    [InlineData(General, "[\"wet-pga:8.1\", \"uavg:22\"]", "[\"wet-pga:8.1\", ¶\"uavg:2\"]", "onbekend-artikel", "'uavg:22'")]
    [InlineData(Words, "bron: \"wet-pga:3.1.c\"", "bron: ¶\"wet-pga:3.1.z\"", "onbekend-artikel", "'wet-pga:3.1.")]
    [InlineData(General, "{tot: 2025-07-01}", "{tot: ¶2025-7-1}", "verkeerde-datum", "jjjj-mm-dd")]
    [InlineData(General, "{tot: 2025-07-01}", "{tot: ¶2025-02-30}", "verkeerde-datum", "2025-02-30")]
    [InlineData(Person, "geldig: {van: 2025-07-01}", "geldig: ¶{van: 2025-07-01, tot: 2025-07-01}", "verkeerde-periode", "geen enkele dag")]
    [InlineData(Words, "  - 2025-06-04", "  - 2025-07-01\n  - ¶2025-06-04", "verkeerde-periode", "volgorde")]
    [InlineData(Sources, "geldig: {van: 2025-06-04}", "geldig: {van: ¶vandaag}", "verkeerde-datum", "vandaag")]
    // Rules together
    [InlineData(General, "  - id: voor-de-wet", "  - id: ¶doelbinding", "dubbele-regel", "bestaat al")]
    [InlineData(Person, "op: [noodzaak,", "op: [¶nodzaak,", "onbekende-regel", "'noodzaak'")]
    [InlineData(Person, "op: [noodzaak,", "op: [¶melding-ontvanger,", "regel-past-niet", "alleen die hebben uitzonderingen")]
    [InlineData(Person, "mits: noodzakelijk\n", "mits: ¶zwaarwegende_redenen\n", "omstandigheid-sluit", "'bij'")]
    [InlineData(General, "bij: zwaarwegende_redenen", "bij: ¶ontvanger", "omstandigheid-sluit", "'mits'")]
    [InlineData(General, "  - id: beheer-ziet-geen-inhoud\n    lezing: G2\n    soort: verbod", "  - id: ¶beheer-ziet-geen-inhoud\n    lezing: G2\n    mits: betrokken\n    soort: verbod", "regel-past-niet", "'mits'")]
    [InlineData(General, "  - id: bijzonder-gegeven\n    lezing: G3\n    soort: voorwaarde\n    waar: {bijzonder: bijzondere_gegevens}\n    mits: noodzakelijk_bijzonder", "  - id: ¶bijzonder-gegeven\n    lezing: G3\n    soort: voorwaarde\n    waar: {bijzonder: bijzondere_gegevens}", "regel-past-niet", "vraagt niets")]
    [InlineData(General, "  - id: voor-de-wet\n    lezing: G2\n    soort: verbod\n    waar: {doel: [persoonsgericht, toetsing, rechten]}\n    geldig: {tot: 2025-07-01}", "  - id: ¶voor-de-wet\n    lezing: G2\n    soort: slot", "laag-slot", "al een slot")]
    // The process
    [InlineData("proces/stappen.yaml", "    wijze: alleen", "    wijze: ¶alleem", "onbekende-code", "'alleen'")]
    [InlineData("proces/stappen.yaml", "met: [ontvanger]", "met: [¶ontvager]", "onbekende-code", "'ontvanger'")]
    [InlineData("proces/stappen.yaml", "van: [melding]", "van: [¶meldingen]", "onbekende-code", "'melding'")]
    [InlineData("proces/termijnen.yaml", "waarde: 1,", "waarde: ¶één,", "verkeerd-getal", "heel getal")]
    public void Fault_is_told_at_its_place(string path, string old, string changed, string code, string says)
    {
        var (result, expected) = BrokenConvenant.With(path, old, changed);
        result.Convenant.ShouldBeNull();
        var all = string.Join('\n', result.Diagnostics);
        var found = result.Diagnostics.FirstOrDefault(d => d.Code == code && d.Place == expected);
        found.ShouldNotBeNull($"expected {code} at {expected}, found:\n{all}");
        found.Severity.ShouldBe(Severity.Error);
        found.Message.ShouldContain(says);
    }

    [Fact]
    public void A_key_that_must_be_there_is_missed_at_the_rule() =>
        BrokenConvenant.With(General, "    toelichting: Voor het onderhoud van een systeem is de inhoud van een casus niet nodig.\n", "¶")
            .Result.Diagnostics.ShouldContain(d => d.Code == Finding.MissingKey && d.Message.Contains("'beheer-ziet-geen-inhoud' mist de sleutel 'toelichting'", StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var files = CotnvPga.Data.Convenants.ConvenantFolder.Read(TheConvenant.Folder)
            .Select(f => f with { Text = f.Text.Replace("doel: persoonsgericht", "doel: persoonsgerict", StringComparison.Ordinal) }).ToList();
        var result = CompiledConvenant.Load(files);
        result.Diagnostics.Count(d => d.Code == Finding.UnknownCode).ShouldBeGreaterThan(30);
        result.Diagnostics.ShouldBe(result.Diagnostics.OrderBy(d => d.Place));
    }

    [Theory]
    [InlineData(Words, "vocabulaire")]
    [InlineData(Sources, "bronnen")]
    public void A_missing_file_is_named(string path, string says) =>
        BrokenConvenant.Without(path).Diagnostics.ShouldContain(d => d.Code == Finding.MissingFile && d.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void A_layer_without_a_closing_rule_is_refused() =>
        BrokenConvenant.Without(General).Diagnostics.ShouldContain(d => d.Code == Finding.LayerDefault);

    [Fact]
    public void A_lower_layer_cannot_allow() =>
        BrokenConvenant.With("modelconvenant/a.yaml", "laag: modelconvenant\nregels:\n  - {id: extra, soort: toestaan, waar: {partij: nctv}, grondslag: wet-pga:2.2, zekerheid: afgeleid, toelichting: Zin.}\n")
            .Diagnostics.ShouldContain(d => d.Code == Finding.Widens && d.Place.Line == 3 && d.Message.Contains("zegt open te laten wat een hogere laag sluit", StringComparison.Ordinal));

    [Fact]
    public void A_lower_layer_cannot_lift_what_a_higher_one_asks() =>
        BrokenConvenant.With("modelconvenant/a.yaml", "laag: modelconvenant\nregels:\n  - {id: extra, soort: uitzondering, op: noodzaak, waar: {partij: politie}, grondslag: wet-pga:2.2, zekerheid: afgeleid, toelichting: Zin.}\n")
            .Diagnostics.ShouldContain(d => d.Code == Finding.RuleKind && d.Message.Contains("andere laag", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "lege-waarde")]
    [InlineData("# alleen commentaar\n", "lege-waarde")]
    [InlineData("- een\n- twee\n", "verkeerde-soort")]
    [InlineData("iets: {}\n", "onbekende-sleutel")]
    public void A_file_that_is_no_part_of_a_convenant_is_refused(string text, string code) =>
        BrokenConvenant.With("extra.yaml", text).Diagnostics.ShouldContain(d => d.Code == code && d.Place.File == "extra.yaml");

    [Fact]
    public void A_second_vocabulary_is_refused() =>
        BrokenConvenant.With("zz.yaml", "assen: {}\n").Diagnostics.ShouldContain(d => d.Code == Finding.DuplicateFile && d.Place.File == "zz.yaml");

    [Fact]
    public void A_permission_before_its_article_is_in_force_is_warned_of()
    {
        var (result, expected) = BrokenConvenant.With("wet/5-coordinatie.yaml", "id: nctv-aan-tafel-cotnv", "id: ¶nctv-aan-tafel-cotnv");
        result.Diagnostics.ShouldBeEmpty();
        var files = CotnvPga.Data.Convenants.ConvenantFolder.Read(TheConvenant.Folder)
            .Select(f => f with { Text = f.Text.Replace("[\"wet-cotnv:2.2\"]", "[\"wet-pga:3.3\"]", StringComparison.Ordinal) }).ToList();
        CompiledConvenant.Load(files).Diagnostics.ShouldHaveSingleItem().ShouldBe(new Diagnostic(Severity.Warning, Finding.ArticleNotInForce, expected,
            "De regel 'nctv-aan-tafel-cotnv' geldt op dagen waarop artikel 3 lid 3 Wet PGA niet in werking is."));
    }
}
