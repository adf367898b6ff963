using CotnvPga.Convenant.Deciding;
using NodaTime;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>What an answer rests on, what it says, and by which receipt it can be given again.</summary>
public sealed class AnswerTests
{
    private static readonly string Bread = Rule("brood", "toestaan", "{categorie: brood}", "mits: zegel", "w:3");

    [Fact]
    public void A_permission_that_is_met_shows()
    {
        var answer = Law(Bread).Decide(Item(given: "zegel"));
        answer.Decision.ShouldBeTrue();
        answer.Said().ShouldBe("Zichtbaar");
        answer.Grounds.ShouldBe(["w:3", "w:9"]);
        (answer.Layer, answer.Rule, answer.Certainty).ShouldBe(("wet", "brood", "vastgesteld"));
        answer.Explanation.ShouldBe("De bakker mag brood van de smid zien (artikel 3 W). Zo is brood.");
    }

    [Fact]
    public void A_permission_that_lacks_something_says_what()
    {
        var answer = Law(Bread).Decide(Item());
        answer.Decision.ShouldBeFalse();
        answer.Said().ShouldBe("Voorwaardelijk zegel");
        (answer.Layer, answer.Rule).ShouldBe(("wet", "brood"));
        answer.Explanation.ShouldBe("De bakker ziet brood zodra de bakker een zegel heeft (artikel 3 W).");
    }

    [Fact]
    public void What_nothing_allows_is_withheld_by_the_rule_that_shuts()
    {
        var answer = Law(Bread).Decide(Item("categorie=munt partij=smid"));
        answer.Said().ShouldBe("Afgeschermd");
        answer.Grounds.ShouldBe(["w:1"]);
        (answer.Layer, answer.Rule, answer.Certainty).ShouldBe(("wet", "dicht", "vastgesteld"));
        answer.Receipt.Rules.ShouldBe(["dicht"]);
        answer.Explanation.ShouldBe("De smid ziet munt niet (artikel 1 W). Dicht tenzij.");
    }

    [Fact]
    public void A_phrase_for_a_code_that_says_nothing_leaves_one_space() =>
        Law(Bread).Decide(Item("bijzonder=brood", "zegel")).Explanation.ShouldStartWith("De bakker mag brood zoet van de smid zien");

    [Fact]
    public void An_axis_that_the_question_does_not_have_is_left_out_of_the_sentence()
    {
        var village = Law(Rule("praten", "toestaan", "{handeling: praten}", "mits: klok"));
        village.Decide(Table()).Explanation.ShouldBe("Aan tafel praat de bakker  zodra de klok luidt (artikel 2 W).");
        village.Decide(Table(given: "klok")).Explanation.ShouldBe("Aan tafel praat de bakker (artikel 2 W). Zo is praten.");
        village.Decide(Table("partij=smid", given: "klok")).Grounds.ShouldBe(["w:2"]);
    }

    [Fact]
    public void Sets_that_help_are_told_from_few_to_many_and_then_by_code()
    {
        var village = Law(
            Rule("a", "toestaan", "{fase: dag}", "mits: [klok, zegel]"),
            Rule("b", "toestaan", "{fase: dag}", "mits: [klok, brief]"),
            Rule("c", "toestaan", "{fase: dag}", "mits: [zegel, brief]"),
            Rule("d", "toestaan", "{fase: dag}", "mits: anker"));
        var answer = village.Decide(Item());
        answer.Said().ShouldBe("Voorwaardelijk anker|brief+klok|brief+zegel|klok+zegel");
        answer.Explanation.ShouldBe(
            "De bakker ziet brood zodra het anker ligt (artikel 2 W), of zodra er een brief is en de klok luidt (artikel 2 W), "
            + "of zodra de bakker een zegel heeft en er een brief is (artikel 2 W), of op een andere manier.");
        village.Decide(Item(given: "klok")).Said().ShouldBe("Voorwaardelijk anker|brief|zegel");
        village.Decide(Item(given: "klok")).Explanation.ShouldEndWith(", of zodra de bakker een zegel heeft (artikel 2 W).");
    }

    [Fact]
    public void Facts_that_one_article_asks_for_stand_together()
    {
        var village = Law(
            Rule("mag", "toestaan", "{fase: dag}", "mits: [zegel, anker]"),
            Rule("ook", "voorwaarde", "{fase: dag}", "mits: brief", "w:3"),
            Rule("klokt", "voorwaarde", "{fase: dag}", "mits: klok"));
        var answer = village.Decide(Item());
        answer.Said().ShouldBe("Voorwaardelijk anker+brief+klok+zegel");
        answer.Explanation.ShouldBe("De bakker ziet brood zodra de bakker een zegel heeft en het anker ligt en de klok luidt (artikel 2 W) en er een brief is (artikel 3 W).");
        answer.Grounds.ShouldBe(["w:2", "w:9", "w:3"]);
        answer.Receipt.Rules.ShouldBe(["mag", "klokt", "ook"]);
        village.Decide(Item(given: "brief klok")).Receipt.Rules.ShouldBe(["mag"]);
        village.Decide(Item(given: "brief klok zegel anker")).Receipt.Rules.ShouldBe(["mag", "klokt", "ook"]);
    }

    [Fact]
    public void What_a_lower_layer_asks_is_asked_as_well()
    {
        var village = Load(LawFile(Bread), RulesFile("model", Rule("brieven", "voorwaarde", "{fase: dag}", "mits: brief", "w:8", "afgeleid")));
        village.Decide(Item()).Said().ShouldBe("Voorwaardelijk brief+zegel");
        village.Decide(Item()).Explanation.ShouldBe("De bakker ziet brood zodra de bakker een zegel heeft (artikel 3 W) en er een brief is (artikel 8 W).");
        var half = village.Decide(Item(given: "zegel"));
        half.Said().ShouldBe("Voorwaardelijk brief");
        (half.Layer, half.Rule, half.Certainty).ShouldBe(("model", "brieven", "afgeleid"));
        half.Grounds.ShouldBe(["w:8", "w:9"]);
        var whole = village.Decide(Item(given: "zegel brief"));
        (whole.Layer, whole.Rule, whole.Certainty).ShouldBe(("wet", "brood", "afgeleid"));
        whole.Receipt.Rules.ShouldBe(["brood", "brieven"]);
        village.Decide(Item(given: "brief")).Rule.ShouldBe("brood");
    }

    [Fact]
    public void A_ban_of_a_lower_layer_is_named()
    {
        var village = Load(LawFile(Bread), RulesFile("model", Rule("nooit", "verbod", "{verstrekker: smid}", "", "w:8", "niet_geverifieerd")));
        var answer = village.Decide(Item(given: "zegel"));
        (answer.Said(), answer.Layer, answer.Rule, answer.Certainty).ShouldBe(("Afgeschermd", "model", "nooit", "niet_geverifieerd"));
        answer.Explanation.ShouldBe("De bakker ziet brood niet (artikel 8 W). Zo is nooit.");
        village.Decide(Item("categorie=munt")).Rule.ShouldBe("dicht");
        village.Decide(Item("verstrekker=schout", "zegel")).Decision.ShouldBeTrue();
    }

    [Fact]
    public void The_lowest_certainty_counts()
    {
        var village = Law(
            Rule("a", "toestaan", "{fase: dag}", certainty: "afgeleid"),
            Rule("b", "voorwaarde", "{fase: dag}", "mits: zegel", certainty: "niet_geverifieerd"),
            Rule("c", "voorwaarde", "{fase: dag}", "mits: brief"));
        village.Decide(Item(given: "zegel brief")).Certainty.ShouldBe("niet_geverifieerd");
        village.Decide(Item(given: "zegel")).Certainty.ShouldBe("afgeleid");
    }

    [Fact]
    public void Of_two_permissions_the_one_that_asks_least_decides_and_else_the_first_by_id()
    {
        var village = Law(
            Rule("b", "toestaan", "{fase: dag}", "mits: [zegel, klok]", "w:3"),
            Rule("c", "toestaan", "{fase: dag}", "mits: brief"),
            Rule("a", "toestaan", "{fase: dag}", "mits: anker", "w:8"));
        village.Decide(Item(given: "zegel klok brief")).Rule.ShouldBe("c");
        village.Decide(Item(given: "zegel klok")).Rule.ShouldBe("b");
        village.Decide(Item(given: "zegel klok brief anker")).Rule.ShouldBe("a");
        village.Decide(Item()).Rule.ShouldBe("a");
    }

    [Fact]
    public void Of_two_bans_the_one_that_always_counts_is_named_and_of_those_the_widest()
    {
        var village = Law(
            Rule("mag", "toestaan", "{fase: dag}"),
            Rule("a-smal", "verbod", "{partij: bakker, categorie: brood}"),
            Rule("b-breed", "verbod", "{partij: bakker}"),
            Rule("a-storm", "verbod", "{partij: [bakker, smid]}", "bij: storm"),
            Rule("b-mist", "verbod", "[{partij: smid, fase: dag}, {fase: dag}]", "bij: mist", "w:3"));
        village.Decide(Item()).Rule.ShouldBe("b-breed");
        village.Decide(Item(given: "storm")).Rule.ShouldBe("b-breed");
        village.Decide(Item("partij=smid")).Decision.ShouldBeTrue();
        village.Decide(Item("partij=smid", "storm")).Rule.ShouldBe("a-storm");
        village.Decide(Item("partij=smid", "mist")).Rule.ShouldBe("b-mist");
        village.Decide(Item("partij=smid", "mist storm")).Rule.ShouldBe("b-mist");
        village.Decide(Item("partij=schout", "storm")).Decision.ShouldBeTrue();
    }

    [Fact]
    public void A_closing_condition_is_silent_until_its_circumstance_holds()
    {
        var village = Law(
            Rule("mag", "toestaan", "{fase: dag}"),
            Rule("mistig", "voorwaarde", "{fase: dag}", "mits: klok, bij: mist", "w:3"),
            Rule("storm-mist", "voorwaarde", "{fase: dag}", "mits: anker, bij: [storm, mist]", "w:8"));
        village.Decide(Item()).Receipt.Rules.ShouldBe(["mag"]);
        village.Decide(Item(given: "mist klok")).Receipt.Rules.ShouldBe(["mag", "mistig"]);
        village.Decide(Item(given: "mist")).Said().ShouldBe("Voorwaardelijk klok");
        village.Decide(Item(given: "storm")).Said().ShouldBe("Zichtbaar");
        village.Decide(Item(given: "mist storm")).Said().ShouldBe("Voorwaardelijk anker+klok");
        village.Decide(Item(given: "mist storm")).Explanation.ShouldBe("De bakker ziet brood zodra het anker ligt (artikel 8 W) en de klok luidt (artikel 3 W).");
    }

    [Fact]
    public void An_exception_belongs_to_what_the_answer_rests_on()
    {
        var village = Load(
            LawFile(
                Rule("mag", "toestaan", "{fase: dag}", "mits: klok"),
                Rule("niet", "verbod", "{categorie: brood}"),
                Rule("toch", "uitzondering", "{partij: [bakker, smid]}", "op: niet", "w:3")),
            RulesFile("model",
                Rule("m-niet", "voorwaarde", "{partij: bakker}", "mits: anker"),
                Rule("m-toch", "uitzondering", "{doel: markt}", "op: m-niet", "w:8")));
        village.Decide(Item(given: "klok")).Receipt.Rules.ShouldBe(["mag", "toch", "m-toch"]);
        village.Decide(Item(given: "klok")).Grounds.ShouldBe(["w:2", "w:9", "w:3", "w:8"]);
        village.Decide(Item()).Receipt.Rules.ShouldBe(["mag", "toch"]);
        village.Decide(Item("categorie=hamer", "klok")).Receipt.Rules.ShouldBe(["mag", "m-toch"]);
        village.Decide(Item("partij=schout", "klok")).Rule.ShouldBe("niet");
        village.Decide(Item("doel=brand", "klok")).Said().ShouldBe("Voorwaardelijk anker");
        village.Decide(Item("doel=brand categorie=hamer", "klok")).Receipt.Rules.ShouldBe(["m-niet"]);
    }

    [Fact]
    public void A_receipt_names_the_period_in_which_the_day_falls()
    {
        var village = Load(
            LawFile(Bread, Rule("oud", "toestaan", "{fase: nacht}", "geldig: {tot: 2024-01-01}")),
            RulesFile("model", Rule("brieven", "voorwaarde", "{categorie: munt}", "mits: brief, geldig: {van: 2022-03-01}")));
        Receipt At(int year, int month, int day, params string[] layers) =>
            village.Decide(Item(given: "zegel", day: new LocalDate(year, month, day)) with { Layers = layers.Length > 0 ? layers : null }).Receipt;

        At(2019, 12, 31).Period.ShouldBeNull();
        At(2020, 1, 1).Period.ShouldBe(new LocalDate(2020, 1, 1));
        At(2022, 2, 28).Period.ShouldBe(new LocalDate(2020, 1, 1));
        At(2022, 3, 1).Period.ShouldBe(new LocalDate(2022, 3, 1));
        At(2022, 3, 1, "wet").Period.ShouldBe(new LocalDate(2020, 1, 1));
        At(2024, 1, 1).Period.ShouldBe(new LocalDate(2024, 1, 1));
        At(2030, 12, 31, "wet").Period.ShouldBe(new LocalDate(2024, 1, 1));
        At(2019, 12, 31, "wet").Period.ShouldBeNull();
        At(2030, 1, 1).Convenant.ShouldBe(village.Hash);
        At(2030, 1, 1).Model.ShouldBeNull();
        At(2030, 1, 1).Edition.ShouldBe("");
    }

    [Fact]
    public void Before_the_first_period_nothing_is_allowed_and_from_its_first_day_it_is()
    {
        var village = Law(Bread);
        village.Decide(Item(given: "zegel", day: new LocalDate(2019, 12, 31))).Said().ShouldBe("Afgeschermd");
        village.Decide(Item(given: "zegel", day: new LocalDate(2020, 1, 1))).Decision.ShouldBeTrue();
    }

    [Fact]
    public void The_same_answer_is_given_once_and_another_question_has_another()
    {
        var village = Load(LawFile(Bread, Rule("later", "toestaan", "{categorie: munt}", "geldig: {van: 2024-01-01}")), RulesFile("model", Rule("brieven", "voorwaarde", "{fase: dag}", "mits: brief")));
        var answer = village.Decide(Item(given: "zegel"));
        village.Decide(Item(given: "zegel")).ShouldBeSameAs(answer);
        village.Decide(Item(given: "zegel", day: Day.PlusDays(1))).ShouldBeSameAs(answer);
        village.Decide(Item(given: "zegel brief")).Said().ShouldBe("Zichtbaar");
        village.Decide(Item(given: "zegel") with { Layers = ["wet"] }).Said().ShouldBe("Zichtbaar");
        village.Decide(Item("categorie=munt", "brief")).Said().ShouldBe("Zichtbaar");
        village.Decide(Item("categorie=munt", "brief", new LocalDate(2023, 12, 31))).Said().ShouldBe("Afgeschermd");
        village.Decide(Table(given: "zegel")).Said().ShouldBe("Afgeschermd");
        answer.Explanation.ShouldBeSameAs(answer.Explanation);
    }

    [Fact]
    public void An_answer_is_not_changed_by_what_is_asked_after_it()
    {
        var village = Law(Bread);
        var question = village.Code(Item());
        var answer = village.Decide(question);
        village.Code(question, "gegeven", ["smid", "lezen", "brand", "nacht", "munt", "geen", "smid", "geen"], Day, [], 1, village.Editions[0]);
        village.Decide(question).Said().ShouldBe("Afgeschermd");
        answer.Explanation.ShouldBe("De bakker ziet brood zodra de bakker een zegel heeft (artikel 3 W).");
    }

    [Fact]
    public void An_answer_made_by_hand_says_what_it_was_given() =>
        new Answer(Outcome.Zichtbaar, [], [], "wet", "r", "vastgesteld", new Receipt("", null, "", null, [])).Explanation.ShouldBe("");

    [Fact]
    public void Every_rule_that_was_weighed_is_told()
    {
        var village = Load(
            LawFile(
                Rule("mag", "toestaan", "{fase: dag}", "mits: [zegel, klok]"),
                Rule("ook", "voorwaarde", "{fase: dag}", "mits: brief, bij: mist"),
                Rule("nooit", "verbod", "{fase: dag}", "bij: storm"),
                Rule("niet", "verbod", "{categorie: brood}"),
                Rule("toch", "uitzondering", "{categorie: brood}", "op: niet")),
            RulesFile("model", Rule("anker", "voorwaarde", "{fase: dag}", "mits: anker")));
        var told = village.Explain(village.Code(Item(given: "zegel mist")));
        told.Answer.Said().ShouldBe("Voorwaardelijk anker+brief+klok");
        told.Layers.Select(l => (l.Layer, l.Outcome, l.Default?.Id)).ShouldBe([("wet", Outcome.Voorwaardelijk, "dicht"), ("model", Outcome.Voorwaardelijk, null)]);
        told.Layers[0].Rules.Select(r => $"{r.Rule.Id} {r.Counts} {string.Join('+', r.Missing)}".TrimEnd()).ShouldBe(["mag True klok", "ook True brief", "nooit False", "toch True"]);
        told.Layers[1].Rules.Select(r => $"{r.Rule.Id} {r.Counts} {string.Join('+', r.Missing)}").ShouldBe(["anker True anker"]);

        village.Explain(village.Code(Item(given: "zegel klok anker"))).Layers.Select(l => l.Outcome).ShouldBe([Outcome.Zichtbaar, Outcome.Zichtbaar]);
        village.Explain(village.Code(Item(given: "storm"))).Layers.Select(l => l.Outcome).ShouldBe([Outcome.Afgeschermd, Outcome.Voorwaardelijk]);
        village.Explain(village.Code(Item("fase=nacht"))).Layers.Select(l => l.Outcome).ShouldBe([Outcome.Afgeschermd, Outcome.Zichtbaar]);
    }

    [Fact]
    public void What_a_rule_asks_twice_is_asked_once() =>
        Law(Rule("mag", "toestaan", "{fase: dag}", "mits: [zegel, zegel]")).Decide(Item()).Said().ShouldBe("Voorwaardelijk zegel");

    [Fact]
    public void What_all_alternatives_ask_has_the_article_of_their_rule()
    {
        var village = Law(Rule("mag", "toestaan", "{fase: dag}"), Rule("eist", "voorwaarde", "{fase: dag}", "mits: zegel, een_van: [brief, klok]", ground: "w:3"));
        var answer = village.Decide(Item(given: "brief"));
        answer.Said().ShouldBe("Voorwaardelijk zegel");
        answer.Explanation.ShouldEndWith("zegel heeft (artikel 3 W).");
    }
}
