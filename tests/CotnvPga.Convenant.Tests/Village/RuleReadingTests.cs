using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;
using NodaTime;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>What a rule may say, and what is told to who wrote it otherwise.</summary>
public sealed class RuleReadingTests
{
    private const string Good = "- {id: mag, soort: toestaan, waar: {fase: dag}, grondslag: \"w:2\", zekerheid: vastgesteld, toelichting: Zin.}\n";

    private static string[] Found(params ReadOnlySpan<RuleFile> files) =>
        [.. CompiledConvenant.Load([new RuleFile("vocabulaire.yaml", VillageWords.Vocabulary), new RuleFile("bronnen.yaml", VillageWords.Sources), .. files])
            .Diagnostics.Where(d => d.Severity == Severity.Error || d.Code is Finding.ArticleNotInForce or Finding.DateOutsidePeriods).Select(d => $"{d.Code}: {d.Message}")];

    private static RuleFile Law(string rules) => new("wet.yaml", "laag: wet\nregels:\n" + VillageWords.Shut + rules);

    [Fact]
    public void A_rule_is_read_as_it_was_written()
    {
        var village = Load(
            new RuleFile("wet.yaml", "laag: wet\ngeldig: {van: 2020-01-01}\nregels:\n" + VillageWords.Shut
                + "- {id: a, soort: toestaan, lezing: G1, waar: [{partij: ambacht, eigen: ja}, {categorie: {behalve: [munt, hamer]}}], tenzij: {fase: nacht}, mits: [zegel, zegel, brief], een_van: [anker, klok], grondslag: [\"w:2\", \"w:3\", \"w:2\"], zekerheid: afgeleid, toelichting: Zin a.}\n"
                + "- {id: b, soort: verbod, waar: {eigen: nee, rol: geen}, bij: [mist, storm], geldig: {van: 2024-01-01}, grondslag: \"w:8\", zekerheid: niet_geverifieerd, toelichting: Zin b.}\n"
                    .Replace(", rol: geen", "", StringComparison.Ordinal)
                + "- {id: c, soort: uitzondering, op: [b, b], waar: {doel: brand}, grondslag: \"w:2\", zekerheid: vastgesteld, toelichting: Zin c.}\n"));
        var rules = village.Rules.Rules.ToDictionary(r => r.Id);
        var a = rules["a"];
        (a.Layer, a.Kind, a.Reading, a.Certainty, a.Explanation, a.Clause).ShouldBe(("wet", RuleKind.Toestaan, "G1", Certainty.Afgeleid, "Zin a.", null));
        a.Where.Count.ShouldBe(2);
        a.Where[0].Axes["partij"].ShouldBe(["bakker", "smid"], ignoreOrder: true);
        a.Where[0].Relations["eigen"].ShouldBeTrue();
        a.Where[1].Axes["categorie"].ShouldBe(["brood"]);
        a.Unless.ShouldHaveSingleItem().Axes["fase"].ShouldBe(["nacht"]);
        a.Needs.ShouldBe(["zegel", "zegel", "brief"]);
        a.NeedsOneOf.ShouldBe(["anker", "klok"]);
        a.Grounds.ShouldBe(["w:2", "w:3"]);
        a.Validity.ShouldBe(new Validity(new LocalDate(2020, 1, 1), null));
        var b = rules["b"];
        (b.Kind, b.Certainty, b.Reading).ShouldBe((RuleKind.Verbod, Certainty.NietGeverifieerd, ""));
        b.When.ShouldBe(["mist", "storm"]);
        b.Where[0].Relations["eigen"].ShouldBeFalse();
        b.Validity.ShouldBe(new Validity(new LocalDate(2024, 1, 1), null));
        rules["c"].Lifts.ShouldBe(["b"]);
        rules["c"].Kind.ShouldBe(RuleKind.Uitzondering);
        rules["dicht"].Kind.ShouldBe(RuleKind.Slot);
        rules["dicht"].Scope.ShouldBe(RuleScope.Everywhere);
        village.Rules.Layers[0].Default!.Id.ShouldBe("dicht");
        village.Rules.Layers[0].IsEmpty.ShouldBeFalse();
        village.Rules.Layers[0].Only(_ => false).IsEmpty.ShouldBeTrue();
        village.Rules.Layers[0].Only(r => r.Kind == RuleKind.Slot).IsEmpty.ShouldBeFalse();
        village.Rules.Layers[0].Only(r => r.Id == "a").IsEmpty.ShouldBeFalse();
    }

    [Theory]
    [InlineData("soort: toestaan", "soort: toestan", "onbekende-code: De soort regel 'toestan' bestaat niet. Bedoelde u 'toestaan'?")]
    [InlineData("soort: toestaan", "soort: toestan, mits: zegel", "onbekende-code: De soort regel 'toestan' bestaat niet. Bedoelde u 'toestaan'?")]
    [InlineData("soort: toestaan", "soort: zomaar", "onbekende-code: De soort regel 'zomaar' bestaat niet.")]
    [InlineData("soort: toestaan, ", "", "ontbrekende-sleutel: De regel 'mag' mist de sleutel 'soort'.")]
    [InlineData("waar: {fase: dag}, ", "", "ontbrekende-sleutel: De regel 'mag' mist de sleutel 'waar'.")]
    [InlineData("grondslag: \"w:2\"", "grondslag: \"w:22\"", "onbekend-artikel: Het artikel 'w:22' bestaat niet. Bedoelde u 'w:2'?")]
    [InlineData("zekerheid: vastgesteld, ", "", "ontbrekende-sleutel: De regel 'mag' mist de sleutel 'zekerheid'.")]
    [InlineData("zekerheid: vastgesteld", "zekerheid: vastgesteld, leeg: ja", "onbekende-sleutel: De regel 'mag': de sleutel 'leeg' bestaat niet.")]
    [InlineData("{fase: dag}", "{fasen: dag}", "onbekende-sleutel: De as of relatie 'fasen' bestaat niet. Bedoelde u 'fase'?")]
    [InlineData("{fase: dag}", "{eige: ja}", "onbekende-sleutel: De as of relatie 'eige' bestaat niet. Bedoelde u 'eigen'?")]
    [InlineData("{fase: dag}", "{fasen: dagg}", "onbekende-code: Op de as 'fase': de code of groep 'dagg' bestaat niet. Bedoelde u 'dag'?")]
    [InlineData("{fase: dag}", "{fase: {behalve: [dag, nacht]}}", "leeg-vak: Hier blijft geen enkele code over; de regel zou nergens gelden.")]
    [InlineData("{fase: dag}", "{}", "leeg-vak: 'waar' is leeg; dan zou de regel overal gelden.")]
    [InlineData("{fase: dag}", "[]", "leeg-vak: 'waar' is leeg.")]
    [InlineData("{fase: dag}", "[dag]", "verkeerde-soort: In 'waar' hoort een vak, zoals {fase: weging}.")]
    [InlineData("{fase: dag}", "dag", "verkeerde-soort: 'waar' moet een vak zijn, zoals {fase: weging}, of een lijst van vakken.")]
    [InlineData("{fase: dag}", "{fase: {behalve: dag, en: nacht}}", "onbekende-sleutel: fase: de sleutel 'en' bestaat niet.")]
    [InlineData("{fase: dag}", "{fase: dag}, mits: zegels", "onbekende-code: De omstandigheid 'zegels' bestaat niet. Bedoelde u 'zegel'?")]
    [InlineData("{fase: dag}", "{fase: dag}, mits: mist", "omstandigheid-sluit: 'mist' kan alleen iets sluiten; zet het in 'bij'.")]
    [InlineData("{fase: dag}", "{fase: dag}, een_van: mist", "omstandigheid-sluit: 'mist' kan alleen iets sluiten; zet het in 'bij'.")]
    [InlineData("soort: toestaan", "soort: verbod, bij: zegel", "omstandigheid-sluit: 'zegel' kan alleen iets openen; zet het in 'mits'. In 'bij' hoort een omstandigheid met 'werking: sluit'.")]
    [InlineData("soort: toestaan", "soort: voorwaarde", "regel-past-niet: De voorwaarde 'mag' vraagt niets; geef 'mits' of 'een_van', of maak er een verbod van.")]
    [InlineData("soort: toestaan", "soort: verbod, mits: zegel", "regel-past-niet: 'mag' is geen toestaan of voorwaarde; 'mits' en 'een_van' horen daar niet bij.")]
    [InlineData("soort: toestaan", "soort: verbod, een_van: [zegel]", "regel-past-niet: 'mag' is geen toestaan of voorwaarde; 'mits' en 'een_van' horen daar niet bij.")]
    [InlineData("soort: toestaan", "soort: toestaan, bij: mist", "regel-past-niet: 'mag' is geen verbod of voorwaarde; 'bij' hoort daar niet bij.")]
    [InlineData("soort: toestaan", "soort: toestaan, op: mag", "regel-past-niet: 'mag' is geen uitzondering; 'op' hoort daar niet bij.")]
    [InlineData("soort: toestaan", "soort: uitzondering", "ontbrekende-sleutel: De regel 'mag' mist de sleutel 'op'.")]
    [InlineData("soort: toestaan", "soort: uitzondering, op: dichter", "onbekende-regel: De regel 'dichter' bestaat niet. Bedoelde u 'dicht'?")]
    [InlineData("soort: toestaan", "soort: uitzondering, op: dicht", "regel-past-niet: 'dicht' is geen voorwaarde of verbod; alleen die hebben uitzonderingen.")]
    [InlineData("id: mag", "id: dicht", "dubbele-regel: De regel 'dicht' bestaat al op wet.yaml:3:8.")]
    [InlineData("{fase: dag}", "{rol: smid}", "as-van-lagere-laag: De regel 'mag' staat in de laag 'wet' en noemt de as 'rol'; die telt pas vanaf de laag 'model'.")]
    [InlineData("{fase: dag}", "{fase: dag}, tenzij: {rol: smid}", "as-van-lagere-laag: De regel 'mag' staat in de laag 'wet' en noemt de as 'rol'; die telt pas vanaf de laag 'model'.")]
    [InlineData("{fase: dag}", "{fase: dag}, geldig: {van: 2021-01-01}", "datum-geen-periode: De regel 'mag' wisselt op 2021-01-01, en die dag staat niet bij 'perioden' in het vocabulaire.")]
    [InlineData("{fase: dag}", "{fase: dag}, geldig: {tot: 2021-01-01}", "datum-geen-periode: De regel 'mag' wisselt op 2021-01-01, en die dag staat niet bij 'perioden' in het vocabulaire.")]
    [InlineData("soort: toestaan, waar: {fase: dag}", "soort: slot", "laag-slot: De laag 'wet' heeft al een slot: 'dicht'.")]
    public void A_slip_in_a_rule_of_the_law_is_found(string old, string changed, string says) =>
        Found(Law(Good.Replace(old, changed, StringComparison.Ordinal))).ShouldContain(says);

    [Theory]
    [InlineData("soort: slot, waar: {fase: dag}")]
    [InlineData("soort: slot, tenzij: {fase: dag}")]
    public void What_shuts_shuts_everywhere(string shut) =>
        Found(new RuleFile("wet.yaml", "laag: wet\nregels:\n" + VillageWords.Shut.Replace("soort: slot", shut, StringComparison.Ordinal) + Good))
            .ShouldContain("regel-past-niet: Het slot 'dicht' geldt overal; 'waar' en 'tenzij' horen daar niet bij.");

    [Theory]
    [InlineData("soort: toestaan")]
    [InlineData("soort: toestaan, mits: zegel")]
    [InlineData("soort: toestaan, een_van: [zegel, klok]")]
    [InlineData("soort: voorwaarde, mits: zegel")]
    [InlineData("soort: voorwaarde, een_van: zegel, bij: mist")]
    [InlineData("soort: verbod, bij: mist")]
    [InlineData("soort: verbod, geldig: {van: 2020-01-01, tot: 2024-01-01}")]
    public void A_rule_that_fits_gives_no_findings(string kind) =>
        Found(Law(Good.Replace("soort: toestaan", kind, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Findings_are_all_told_at_once() =>
        Found(Law(Good.Replace("fase: dag", "fase: dagg", StringComparison.Ordinal) + Good.Replace("id: mag", "id: nog", StringComparison.Ordinal).Replace("w:2", "w:22", StringComparison.Ordinal))).Length.ShouldBe(2);

    [Fact]
    public void Rules_stand_in_a_layer_that_there_is()
    {
        Found(Law(Good), new RuleFile("x.yaml", "laag: modelen\nregels: []\n")).ShouldContain("onbekende-code: De laag 'modelen' bestaat niet. Bedoelde u 'model'?");
        Found(Law(Good), new RuleFile("x.yaml", "laag: model\nregels: [tja]\n")).ShouldContain("verkeerde-soort: 'regels' moet sleutels hebben, en is nu een losse waarde.");
        Found(Law(Good), new RuleFile("x.yaml", "laag: model\nregels: []\nnog: iets\n")).ShouldContain("onbekende-sleutel: Een bestand met regels: de sleutel 'nog' bestaat niet.");
        Found(new RuleFile("x.yaml", "laag: wet\nregels: []\n")).ShouldContain("ontbrekend-bestand: Er is geen enkele regel.");
    }

    [Fact]
    public void The_highest_layer_shuts_and_a_lower_one_need_not()
    {
        Found(new RuleFile("wet.yaml", "laag: wet\nregels:\n" + Good)).ShouldContain("laag-slot: De hoogste laag 'wet' heeft een regel met 'soort: slot' nodig: wat geen regel toestaat, blijft dicht.");
        Found(Law(Good), RulesFile("model", Rule("m", "verbod", "{fase: nacht}"))).ShouldBeEmpty();
        var shut = Load(Law(Good), RulesFile("model", "- {id: m-dicht, soort: slot, grondslag: \"w:1\", zekerheid: vastgesteld, toelichting: Dicht.}\n", Rule("m", "toestaan", "{partij: bakker}")));
        shut.Decide(Item()).Said().ShouldBe("Zichtbaar");
        shut.Decide(Item()).Receipt.Rules.ShouldBe(["mag", "m"]);
        shut.Decide(Item("partij=smid")).Rule.ShouldBe("m-dicht");
        shut.Decide(Item("fase=nacht")).Rule.ShouldBe("dicht");
    }

    [Fact]
    public void A_permission_in_a_layer_that_only_narrows_is_a_claim()
    {
        var village = Load(Law(Good), RulesFile("model", Rule("claim", "toestaan", "{fase: dag, partij: smid}"), Rule("m", "verbod", "{fase: nacht}")));
        var layer = village.Rules.Layers[1];
        layer.Claims.ShouldHaveSingleItem().Id.ShouldBe("claim");
        layer.Rules.ShouldHaveSingleItem().Id.ShouldBe("m");
        layer.Default.ShouldBeNull();
        village.Rules.Rules.Select(r => r.Id).ShouldBe(["mag", "dicht", "m", "claim"]);
        layer.Only(r => r.Id == "claim").IsEmpty.ShouldBeFalse();
        layer.Only(r => r.Id == "m").IsEmpty.ShouldBeFalse();
        layer.Only(_ => false).IsEmpty.ShouldBeTrue();
        village.Decide(Item()).Receipt.Rules.ShouldBe(["mag"]);
        Found(Law(Good), RulesFile("model", Rule("claim", "toestaan", "{fase: nacht}"))).ShouldContain(f => f.StartsWith("laag-verruimt", StringComparison.Ordinal));
    }

    [Fact]
    public void A_layer_lifts_no_rules_of_another() =>
        Found(Law(Good.Replace("soort: toestaan", "soort: verbod", StringComparison.Ordinal)), RulesFile("model", Rule("toch", "uitzondering", "{fase: dag}", "op: mag")))
            .ShouldContain("regel-past-niet: 'mag' staat in de laag 'wet' en 'toch' in 'model': een laag heft geen regels van een andere laag op.");

    [Fact]
    public void A_lower_layer_may_name_an_axis_of_its_own_and_change_on_days_of_its_own() =>
        Found(Law(Good), RulesFile("model", Rule("m", "verbod", "{rol: smid}", "geldig: {van: 2021-05-05}")), RulesFile("lokaal", Rule("l", "verbod", "{fase: nacht, rol: smid}"))).ShouldBeEmpty();

    [Fact]
    public void What_opens_rests_on_law_in_force_and_what_closes_needs_none()
    {
        RuleFile Sources() => new("bronnen.yaml", VillageWords.Sources.Replace("titel: Twee}", "titel: Twee, geldig: {van: 2024-01-01}}", StringComparison.Ordinal));
        string[] Of(string rules) => [.. CompiledConvenant.Load([new RuleFile("v.yaml", VillageWords.Vocabulary), Sources(), Law(rules)]).Diagnostics.Where(d => d.Code == Finding.ArticleNotInForce).Select(d => d.Message)];
        Of(Good).ShouldBe(["De regel 'mag' geldt op dagen waarop artikel 2 W niet in werking is."]);
        Of(Good.Replace("{fase: dag}", "{fase: dag}, geldig: {van: 2024-01-01}", StringComparison.Ordinal)).ShouldBeEmpty();
        Of(Good.Replace("soort: toestaan", "soort: verbod", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Two_municipalities_may_use_one_name_for_a_rule_of_their_own_but_not_one_of_the_land()
    {
        RuleFile Local(string municipality, string id, string kind = "verbod") => new($"lokaal/{municipality}.yaml", LocalVillage.Covenant(municipality, "1", "2024-01-01",
            rules: $"      - {{id: {id}, soort: {kind}, waar: {{rol: smid}}, toelichting: Eigen.}}\n"));
        Found(Law(Good), LocalVillage.Text, LocalVillage.Model(), Local("1001", "eigen-regel"), Local("1002", "eigen-regel")).ShouldBeEmpty();
        Found(Law(Good), LocalVillage.Text, LocalVillage.Model(), Local("1001", "mag")).ShouldContain(f => f.StartsWith("dubbele-regel: De regel 'mag' bestaat al op wet.yaml:4:", StringComparison.Ordinal));
        Found(Law(Good), LocalVillage.Text, LocalVillage.Model(), Local("1001", "eigen-regel", "slot")).ShouldContain(f => f.StartsWith("laag-slot: Een slot geldt voor een hele laag en hoort niet in een artikel; maak van 'eigen-regel' een verbod.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_holds_in_its_municipality_under_its_covenant_with_what_was_chosen()
    {
        var none = new Dictionary<string, string>();
        var yes = new Dictionary<string, string> { ["keus"] = "ja" };
        RuleScope.Everywhere.Holds(null, null, none).ShouldBeTrue();
        var local = new RuleScope("1001@1", null, none);
        (local.Holds("1001", "1001@1", none), local.Holds("1001", "1001@2", none), local.Holds("1001", null, none)).ShouldBe((true, false, false));
        var trial = new RuleScope(null, ["1001"], none);
        (trial.Holds("1001", null, none), trial.Holds("1002", null, none), trial.Holds(null, null, none)).ShouldBe((true, false, false));
        var chosen = new RuleScope(null, null, yes);
        (chosen.Holds(null, null, yes), chosen.Holds(null, null, none), chosen.Holds(null, null, new Dictionary<string, string> { ["keus"] = "nee" })).ShouldBe((true, false, false));
    }
}
