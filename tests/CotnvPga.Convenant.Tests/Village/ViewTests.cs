using CotnvPga.Convenant.Deciding;
using NodaTime;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>A view of the village says of every item what the engine says of it alone, also in the bits that the database reads.</summary>
public sealed class ViewTests
{
    // Made anew for each test, so that a test of mutations reaches what made it.
    private static CompiledConvenant Village => EveryQuestionTests.Village();

    private static ViewQuestion View(string party, string purpose = "markt", string phase = "dag", string given = "", string? role = null, LocalDate? day = null, params string[] layers) =>
        new(party, "lezen", purpose, phase, day ?? Day, Words(given), layers.Length > 0 ? layers : null, role);

    [Theory]
    [InlineData("bakker", "markt", "dag", "zegel", null)]
    [InlineData("smid", "brand", "nacht", "klok", "smid")]
    [InlineData("schout", "brand", "dag", "zegel klok", null)]
    [InlineData("schout", "markt", "dag", "", null)]
    [InlineData("smid", "brand", "nacht", "storm zegel", null)]
    public void Every_cell_under_all_flags_is_what_the_engine_decides(string party, string purpose, string phase, string given, string? role)
    {
        var village = EveryQuestionTests.Village();
        var view = village.View(View(party, purpose, phase, given, role));
        view.ItemCircumstances.ShouldBe(["brief", "anker", "mist"]);
        (view.FlagCombinations, view.CellCount).ShouldBe((8, 18));
        var (allowed, promised, any) = (view.AllowedBits(), view.PromisedBits(), false);
        (allowed.Length, promised.Length).ShouldBe((18, 18));
        var cell = 0;
        foreach (var category in new[] { "brood", "hamer", "munt" })
        {
            foreach (var special in new[] { "geen", "brood" })
            {
                foreach (var from in new[] { "bakker", "smid", "schout" })
                {
                    view.CellOf(category, special, from).ShouldBe(cell);
                    for (var flags = 0; flags < 8; flags++)
                    {
                        var holds = view.ItemCircumstances.Where((_, i) => (flags >> i & 1) != 0);
                        var codes = $"partij={party} doel={purpose} fase={phase} categorie={category} bijzonder={special} verstrekker={from} rol={role ?? "geen"}";
                        var answer = village.Decide(Item(codes, $"{given} {string.Join(' ', holds)}"));
                        view.Explain(category, special, from, flags).Said().ShouldBe(answer.Said());
                        view.Allows(cell, flags).ShouldBe(answer.Decision);
                        var promises = answer.Missing.Any(set => set.All(code => code == "brief"));
                        view.Promises(cell, flags).ShouldBe(promises);
                        (allowed[cell] >> flags & 1).ShouldBe(answer.Decision ? 1 : 0);
                        (promised[cell] >> flags & 1).ShouldBe(promises ? 1 : 0);
                        any |= answer.Decision;
                    }
                    cell++;
                }
            }
        }
        view.IsEmpty.ShouldBe(!any);
    }

    [Fact]
    public void A_view_in_which_nothing_is_allowed_is_empty() =>
        Law(Rule("mag", "toestaan", "{partij: smid}"), Rule("niet", "verbod", "{doel: brand}")).View(View("bakker")).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_view_of_one_cell_that_is_open_is_not_empty() =>
        Law(Rule("mag", "toestaan", "{partij: bakker, categorie: munt, bijzonder: brood, verstrekker: schout}", "mits: [anker, brief]")).View(View("bakker")).IsEmpty.ShouldBeFalse();

    [Fact]
    public void A_view_is_made_once_for_whom_it_is_the_same()
    {
        var village = Village;
        var view = village.View(View("bakker"));
        village.View(View("bakker", day: new LocalDate(2025, 1, 1))).ShouldBeSameAs(view);
        village.View(View("bakker", layers: ["wet", "model"])).ShouldBeSameAs(view);
        foreach (var other in new[]
        {
            View("smid"), View("bakker", "brand"), View("bakker", phase: "nacht"), View("bakker", given: "zegel"), View("bakker", role: "smid"),
            View("bakker", role: "geen"), View("bakker", day: new LocalDate(2023, 12, 31)), View("bakker", layers: ["wet"]), View("bakker") with { Act = "schrijven" },
        })
            village.View(other).ShouldNotBeSameAs(view);
    }

    [Fact]
    public void Views_that_fell_out_are_made_again()
    {
        var village = EveryQuestionTests.Village();
        var first = village.View(View("bakker"));
        var made = 0;
        foreach (var party in new[] { "bakker", "smid", "schout" })
        {
            foreach (var purpose in new[] { "markt", "brand" })
            {
                foreach (var phase in new[] { "dag", "nacht" })
                {
                    foreach (var act in new[] { "lezen", "schrijven" })
                    {
                        for (var given = 0; given < 32; given++)
                        {
                            var circumstances = VillageWords.Circumstances.Where((_, i) => (given >> i & 1) != 0).ToHashSet();
                            village.View(new ViewQuestion(party, act, purpose, phase, Day, circumstances));
                            if (++made == 500)
                                village.View(View("bakker")).ShouldBeSameAs(first);
                        }
                    }
                }
            }
        }
        village.View(View("bakker")).ShouldNotBeSameAs(first);
    }

    [Theory]
    [InlineData("partij", "bakkers", "Onbekende partij: 'bakkers'. Bedoelde u 'bakker'?")]
    [InlineData("handeling", "leze", "Onbekende handeling: 'leze'. Bedoelde u 'lezen'?")]
    [InlineData("doel", "markten", "Onbekende doel: 'markten'. Bedoelde u 'markt'?")]
    [InlineData("fase", "nachten", "Onbekende fase: 'nachten'. Bedoelde u 'nacht'?")]
    [InlineData("rol", "smit", "Onbekende rol: 'smit'. Bedoelde u 'smid'?")]
    [InlineData("omstandigheid", "klokk", "Onbekende omstandigheid: 'klokk'. Bedoelde u 'klok'?")]
    public void Unknown_code_in_a_view_is_a_fault_of_the_caller(string axis, string code, string says)
    {
        string Of(string name, string otherwise) => axis == name ? code : otherwise;
        var view = new ViewQuestion(Of("partij", "bakker"), Of("handeling", "lezen"), Of("doel", "markt"), Of("fase", "dag"), Day, Words(axis == "omstandigheid" ? code : ""), null, axis == "rol" ? code : null);
        Should.Throw<ArgumentException>(() => Village.View(view)).Message.ShouldStartWith(says);
    }

    [Fact]
    public void Unknown_item_or_flags_are_a_fault_of_the_caller()
    {
        var view = Village.View(View("bakker"));
        Should.Throw<ArgumentException>(() => view.CellOf("broot", "geen", "smid")).Message.ShouldStartWith("Onbekende categorie: 'broot'. Bedoelde u 'brood'?");
        Should.Throw<ArgumentException>(() => view.CellOf("brood", "geen", "niemand")).Message.ShouldStartWith("Onbekende verstrekker: 'niemand'.");
        Should.Throw<ArgumentOutOfRangeException>(() => view.Allows(0, 8));
        Should.Throw<ArgumentOutOfRangeException>(() => view.Promises(0, 8));
        Should.Throw<ArgumentOutOfRangeException>(() => view.Allows(0, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => view.Explain("brood", "geen", "smid", 8));
        view.Allows(17, 7).ShouldBe(view.Explain("munt", "brood", "schout", 7).Decision);
    }

    [Fact]
    public void An_item_is_named_by_a_code_of_each_of_its_kinds() =>
        Should.Throw<ArgumentException>(() => new CotnvPga.Convenant.Deciding.ViewFrame(Village.Vocabulary).CellOf("brood", "geen")).Message.ShouldContain("3 assen");

    [Fact]
    public void In_words_without_parties_there_are_no_views()
    {
        const string Words = """
            lagen: {wet: {label: Wet}}
            perioden: [2020-01-01]
            vraag: {onderwerp: x, peildatum: {pad: context.dag, verplicht: ja}}
            assen:
              wie: {codes: wie, pad: subject.id}
            soorten:
              tafel: {zichtbaar: "ja", voorwaardelijk: "straks", afgeschermd: "nee"}
            wie: {a: {label: A}}
            omstandigheden:
              p: {soort: kijker, label: P}
            """;
        var convenant = CompiledConvenant.Load([new RuleFile("vocabulaire.yaml", Words), new RuleFile("bronnen.yaml", VillageWords.Sources), LawFile(Rule("mag", "toestaan", "{wie: a}", "mits: p"))]).Valid();
        Should.Throw<ArgumentException>(() => convenant.View(View("a"))).Message.ShouldContain("geen as 'partij'");
    }

    [Fact]
    public void A_view_of_somebody_unknown_is_refused_with_the_code_that_was_meant() =>
        Should.Throw<ArgumentException>(() => Village.View(View("bakkers"))).Message.ShouldStartWith("Onbekende partij: 'bakkers'. Bedoelde u 'bakker'?");
}
