using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using NodaTime;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>What holds in one municipality of the land of villages and not in another.</summary>
public sealed class EditionTests
{
    // Made anew for each test, so that a test of mutations reaches what made it.
    private static CompiledConvenant Land => Load(
        LawFile(Rule("mag", "toestaan", "{doel: markt}")),
        LocalVillage.Text,
        LocalVillage.Model(),
        new RuleFile("lokaal/b.yaml", LocalVillage.Covenant("1002", "2", "2024-06-01", choices: "met_brief: nee")),
        new RuleFile("lokaal/c.yaml", LocalVillage.Covenant("1002", "1", "2024-01-01", "2024-06-01", rules: "      - {id: l-zegel, soort: voorwaarde, waar: {partij: bakker, rol: geen}, mits: zegel, toelichting: Eigen.}\n")),
        new RuleFile("lokaal/a.yaml", LocalVillage.Covenant("1001", "1", "2024-01-01", choices: "met_brief: nee")));

    [Fact]
    public void Nowhere_first_then_trials_then_local_covenants_by_municipality_and_day() =>
        Land.Editions.Select(e => $"{e.Index} {e.Municipality} {e.Key}").ShouldBe(["0  ", "1 1001 1001", "2 1003 1003", "3 1001 1001@1", "4 1002 1002@1", "5 1002 1002@2"]);

    [Fact]
    public void What_was_not_chosen_is_the_strictest() =>
        Land.Editions.Select(e => e.Choices["met_brief"]).ShouldBe(["ja", "ja", "ja", "nee", "ja", "nee"]);

    [Fact]
    public void Rules_hold_where_they_were_made_for()
    {
        string Ids(int edition) => string.Join(' ', Land.Editions[edition].Rules.Rules.Select(r => r.Id).Order(StringComparer.Ordinal));
        Ids(0).ShouldBe("dicht m-altijd m-brief mag");
        Ids(1).ShouldBe("dicht m-altijd m-brief m-proef mag");
        Ids(2).ShouldBe("dicht m-altijd m-brief m-proef mag");
        Ids(3).ShouldBe("dicht m-altijd m-proef mag");
        Ids(4).ShouldBe("dicht l-zegel m-altijd m-brief mag");
        Ids(5).ShouldBe("dicht m-altijd mag");
        Land.Editions.Select(e => string.Join(' ', e.Clauses.Select(c => c.Id))).ShouldBe(
        [
            "model:1.1 model:1.2", "model:1.1 model:1.2 model:1.3", "model:1.1 model:1.2 model:1.3",
            "model:1.1 model:1.2 model:1.3", "model:1.1 model:1.2 lokaal-1002:1", "model:1.1 model:1.2",
        ]);
    }

    [Fact]
    public void Layers_that_are_alike_are_one()
    {
        var layers = Land.Editions.Select(e => e.Rules.Layers).ToList();
        layers.ShouldAllBe(l => ReferenceEquals(l[0], layers[0][0]));
        layers[1][1].ShouldBeSameAs(layers[2][1]);
        layers[4][1].ShouldBeSameAs(layers[0][1]);
        layers[3][1].ShouldNotBeSameAs(layers[1][1]);
        layers[5][2].ShouldBeSameAs(layers[0][2]);
        layers[4][2].ShouldNotBeSameAs(layers[0][2]);
        Land.Decider.Distinct.Count.ShouldBe(7);
    }

    [Fact]
    public void A_rule_of_a_clause_has_its_grounds_and_certainty_from_it()
    {
        var rules = Land.Editions[1].Rules.Rules.ToDictionary(r => r.Id);
        rules["m-brief"].Grounds.ShouldBe(["model:1.1", "w:2"]);
        rules["m-brief"].Certainty.ShouldBe(Certainty.Afgeleid);
        rules["m-brief"].Clause.ShouldBe("model:1.1");
        rules["m-altijd"].Grounds.ShouldBe(["model:1.2", "w:8"]);
        rules["m-altijd"].Certainty.ShouldBe(Certainty.NietGeverifieerd);
        rules["m-altijd"].Validity.ShouldBe(new Validity(new LocalDate(2020, 1, 1), null));
        rules["m-proef"].Validity.ShouldBe(new Validity(new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1)));
        rules["mag"].Clause.ShouldBeNull();
    }

    [Fact]
    public void The_edition_of_a_day_is_the_covenant_in_force_and_else_the_strictest()
    {
        string Key(string? municipality, int year, int month, int day) => Land.EditionOf(municipality, new LocalDate(year, month, day)).Key;
        Key(null, 2024, 1, 1).ShouldBe("");
        Key("1009", 2024, 1, 1).ShouldBe("");
        Key("1001", 2023, 12, 31).ShouldBe("1001");
        Key("1001", 2024, 1, 1).ShouldBe("1001@1");
        Key("1002", 2023, 12, 31).ShouldBe("");
        Key("1002", 2024, 5, 31).ShouldBe("1002@1");
        Key("1002", 2024, 6, 1).ShouldBe("1002@2");
        Key("1003", 2024, 6, 1).ShouldBe("1003");
        Land.WithoutLocal("1001").Index.ShouldBe(1);
        Land.WithoutLocal("1002").Index.ShouldBe(0);
        Land.WithoutLocal(null).Index.ShouldBe(0);
    }

    [Fact]
    public void Each_edition_says_what_its_rules_say()
    {
        foreach (var edition in Land.Editions)
        {
            var naive = new NaiveInterpreter(edition.Rules);
            foreach (var day in new[] { new LocalDate(2019, 12, 31), new LocalDate(2023, 12, 31), new LocalDate(2024, 12, 31), new LocalDate(2025, 1, 1) })
            {
                foreach (var party in new[] { "bakker", "smid" })
                {
                    foreach (var frame in new[] { "fase=dag", "fase=nacht", "fase=dag categorie=munt", "doel=brand", "fase=nacht rol=smid" })
                    {
                        foreach (var given in new[] { "", "brief", "klok", "zegel brief klok" })
                        {
                            var question = Item($"partij={party} {frame}", given, day) with { Edition = edition };
                            Land.Decide(question).Said().ShouldBe(naive.Decide(question).Said());
                            Land.Allows(Land.Code(question)).ShouldBe(naive.Decide(question).Outcome == Outcome.Zichtbaar);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void A_receipt_names_model_and_edition_where_they_were_asked()
    {
        var receipt = Land.Decide(Item(given: "brief zegel") with { Edition = Land.Editions[4] }).Receipt;
        (receipt.Model, receipt.Edition).ShouldBe(("0.7", "1002@1"));
        receipt.Rules.ShouldBe(["mag", "m-brief", "l-zegel"]);
        var law = Land.Decide(Item() with { Edition = Land.Editions[4], Layers = ["wet"] });
        (law.Receipt.Model, law.Receipt.Edition, law.Said()).ShouldBe((null, "", "Zichtbaar"));
        var second = Land.Decide(Item() with { Edition = Land.Editions[4], Layers = ["wet", "model"] });
        (second.Receipt.Edition, second.Said(), second.Layer).ShouldBe(("1002@1", "Voorwaardelijk brief", "model"));
        Land.Decide(Item(given: "brief") with { Edition = Land.Editions[4] }).Layer.ShouldBe("lokaal");
        Land.Decide(Item(given: "brief") with { Edition = Land.Editions[5] }).Said().ShouldBe("Zichtbaar");
    }

    [Fact]
    public void A_term_has_the_number_that_was_chosen_and_else_the_strictest()
    {
        var land = Load(
            LawFile(Rule("mag", "toestaan", "{doel: markt}")), LocalVillage.Text, LocalVillage.Process, LocalVillage.Model(LocalVillage.Term),
            new RuleFile("lokaal.yaml", LocalVillage.Covenant("1001", "1", "2024-01-01", choices: "wachttijd: 7")));
        land.Process.Terms["wachten"].Value.ShouldBe(3);
        land.Editions.Select(e => $"{e.Key} {e.Terms["wachten"].Value} {e.Terms["lopen"].Value}").ShouldBe([" 2 4", "1001 2 4", "1003 2 4", "1001@1 7 4"]);
    }

    [Fact]
    public void A_view_is_of_one_edition()
    {
        ViewTable View(int edition, string given) => Land.View(new ViewQuestion("bakker", "lezen", "markt", "dag", Day, Words(given), null, null, Land.Editions[edition]));
        View(4, "").IsEmpty.ShouldBeTrue();
        View(4, "zegel").IsEmpty.ShouldBeFalse();
        View(5, "").IsEmpty.ShouldBeFalse();
        View(0, "").ShouldNotBeSameAs(View(4, ""));
        View(4, "zegel").Allows(0, 0).ShouldBeFalse();
        View(4, "zegel").Allows(0, 1).ShouldBeTrue();
    }
}
