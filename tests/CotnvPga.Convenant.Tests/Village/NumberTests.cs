using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using NodaTime;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>The small numbers that the tables are made of.</summary>
public sealed class NumberTests
{
    [Fact]
    public void Of_two_sets_of_which_one_holds_the_other_the_smaller_stays()
    {
        List<ulong> Sets(params ulong[] candidates)
        {
            var sets = new List<ulong>();
            foreach (var candidate in candidates)
                MinimalSets.Add(sets, candidate);
            return sets;
        }
        Sets(0b011, 0b111).ShouldBe([0b011UL]);
        Sets(0b111, 0b011).ShouldBe([0b011UL]);
        Sets(0b011, 0b110).ShouldBe([0b011UL, 0b110UL]);
        Sets(0b011, 0b011).ShouldBe([0b011UL]);
        Sets(0b1001, 0b0110, 0b1010, 0b0010).ShouldBe([0b1001UL, 0b0010UL]);
        Sets(0b0110, 0b1010, 0b0010).ShouldBe([0b0010UL]);
        Sets(0b1, 0).ShouldBe([0UL]);
        Sets(0, 0b1).ShouldBe([0UL]);
    }

    [Fact]
    public void Both_of_two_formulas_is_every_pair_in_its_shortest_form()
    {
        MinimalSets.And([0b0001, 0b0010], [0b0100, 0b0001]).ShouldBe([0b0001UL, 0b0110UL]);
        MinimalSets.And([], [0b1]).ShouldBeEmpty();
        MinimalSets.And([0], [0b1]).ShouldBe([0b1UL]);
    }

    [Fact]
    public void What_is_missing_is_what_is_not_given()
    {
        MinimalSets.Missing([0b0011, 0b0110], 0b0010).ShouldBe([0b0001UL, 0b0100UL]);
        MinimalSets.Missing([0b0011, 0b1110], 0b0011).ShouldBe([0UL]);
        MinimalSets.Holds([0b0011], 0b0001).ShouldBeFalse();
        MinimalSets.Holds([0b1000, 0b0001], 0b0001).ShouldBeTrue();
        MinimalSets.Holds([], 0b0001).ShouldBeFalse();
        MinimalSets.Holds([0], 0).ShouldBeTrue();
    }

    [Fact]
    public void Formulas_have_one_order_by_size_and_then_by_bits()
    {
        MinimalSets.Compare(0b1000, 0b0011).ShouldBeLessThan(0);
        MinimalSets.Compare(0b0011, 0b1000).ShouldBeGreaterThan(0);
        MinimalSets.Compare(0b0101, 0b0011).ShouldBeGreaterThan(0);
        MinimalSets.Compare(0b0101, 0b0101).ShouldBe(0);
    }

    [Fact]
    public void An_opening_holds_when_one_of_its_sets_does_and_never_when_there_are_none()
    {
        Opening.Of([]).Holds(ulong.MaxValue >> 1).ShouldBeFalse();
        Opening.Of([]).Holds(0).ShouldBeFalse();
        Opening.Of([0]).Holds(0).ShouldBeTrue();
        Opening.Of([0b01]).Holds(0b10).ShouldBeFalse();
        Opening.Of([0b01]).Holds(0b11).ShouldBeTrue();
        Opening.Of([0b01, 0b10, 0b100]).Holds(0b10).ShouldBeTrue();
        Opening.Of([0b01, 0b10, 0b100]).Holds(0b100).ShouldBeTrue();
        Opening.Of([0b01, 0b10, 0b100]).Holds(0b01).ShouldBeTrue();
        Opening.Of([0b01, 0b10, 0b100]).Holds(0b1000).ShouldBeFalse();
    }

    [Fact]
    public void Days_as_numbers_have_the_order_of_days()
    {
        var days = new[] { new LocalDate(2019, 12, 31), new LocalDate(2020, 1, 1), new LocalDate(2020, 1, 31), new LocalDate(2020, 2, 1), new LocalDate(2020, 11, 30), new LocalDate(2020, 12, 1), new LocalDate(2021, 1, 1) };
        days.Select(Periods.Number).ShouldBeInOrder(SortDirection.Ascending);
        days.Select(Periods.Number).Distinct().Count().ShouldBe(days.Length);
        Periods.Number(new LocalDate(2020, 2, 3)).ShouldBe((((2020 * 16) + 2) * 32) + 3);
    }

    [Fact]
    public void A_period_begins_on_each_day_on_which_a_rule_does()
    {
        var village = Law(
            Rule("a", "toestaan", "{fase: dag}", "geldig: {van: 2021-05-05, tot: 2022-06-06}"),
            Rule("b", "verbod", "{fase: dag}", "geldig: {tot: 2020-01-01}"));
        var periods = village.Decider.Periods;
        periods.Starts.ShouldBe([new(2020, 1, 1), new(2021, 5, 5), new(2022, 6, 6), new(2024, 1, 1)]);
        periods.Count.ShouldBe(5);
        int Of(int year, int month, int day) => periods.Of(Periods.Number(new LocalDate(year, month, day)));
        (Of(2019, 12, 31), Of(2020, 1, 1), Of(2021, 5, 4), Of(2021, 5, 5), Of(2022, 6, 5), Of(2022, 6, 6), Of(2024, 1, 1), Of(2100, 1, 1)).ShouldBe((0, 1, 1, 2, 2, 3, 4, 4));
        foreach (var (day, open) in new[] { (new LocalDate(2021, 5, 4), false), (new LocalDate(2021, 5, 5), true), (new LocalDate(2022, 6, 5), true), (new LocalDate(2022, 6, 6), false) })
            village.Decide(Item(day: day)).Decision.ShouldBe(open);
        village.Decide(Item(day: new LocalDate(2019, 12, 31))).Rule.ShouldBe("b");
        village.Decide(Item(day: new LocalDate(2020, 1, 1))).Rule.ShouldBe("dicht");
    }

    [Fact]
    public void A_village_without_periods_is_open_from_the_beginning()
    {
        var village = CompiledConvenant.Load(
        [
            new RuleFile("vocabulaire.yaml", VillageWords.Vocabulary.Replace("perioden: [2020-01-01, 2024-01-01]\n", "", StringComparison.Ordinal)),
            new RuleFile("bronnen.yaml", VillageWords.Sources),
            LawFile(Rule("mag", "toestaan", "{fase: dag}")),
        ]).Valid();
        village.Decide(Item(day: new LocalDate(1800, 1, 1))).Decision.ShouldBeTrue();
        village.Decide(Item(day: new LocalDate(1800, 1, 1))).Receipt.Period.ShouldBeNull();
    }

    [Fact]
    public void Closing_circumstances_are_counted_alike_by_machine_and_by_hand()
    {
        var layer = Law(
            Rule("a", "verbod", "{fase: dag}", "bij: mist"),
            Rule("b", "voorwaarde", "{fase: dag}", "mits: brief, bij: storm")).Decider.Layers(0)[0];
        for (var given = 0UL; given < 64; given++)
        {
            var expected = (int)(given >> 4 & 3);
            layer.Closing(given).ShouldBe(expected);
            layer.Extract(given).ShouldBe(expected);
        }
        var mist = Law(Rule("a", "verbod", "{fase: dag}", "bij: storm")).Decider.Layers(0)[0];
        (mist.Closing(0b100000), mist.Closing(0b010000), mist.Extract(0b100000), mist.Extract(0b010000)).ShouldBe((1, 0, 1, 0));
    }

    [Fact]
    public void Cells_about_which_the_same_is_said_are_one()
    {
        var village = Law(Rule("a", "toestaan", "{partij: [bakker, smid]}", "mits: zegel"), Rule("b", "voorwaarde", "{categorie: munt}", "mits: klok, bij: mist"));
        CellRules Cell(string differs) => village.Decider.Cells(village.Code(Item(differs)))[0];
        Cell("").ShouldBeSameAs(Cell("partij=smid doel=brand verstrekker=schout categorie=hamer"));
        Cell("categorie=munt").ShouldNotBeSameAs(Cell(""));
        Cell("partij=schout").IsClosed.ShouldBeTrue();
        Cell("").IsClosed.ShouldBeFalse();
        Cell("categorie=munt").Pattern.ShouldBe("1|9");
        Cell("partij=schout").Pattern.ShouldBe("|");
        village.Decider.Layers(0)[0].Table(1).All().Distinct().Count().ShouldBe(4);
        village.Decider.Layers(0)[0].Table(1).ShouldBeSameAs(village.Decider.Layers(0)[0].Table(2));
        village.Decider.Layers(0)[0].Table(1).ShouldNotBeSameAs(village.Decider.Layers(0)[0].Table(0));
    }

    [Fact]
    public void What_is_compiled_at_once_is_what_is_compiled_when_asked()
    {
        var village = EveryQuestionTests.Village();
        foreach (var layer in village.Decider.Distinct)
            layer.Fill();
        var naive = new NaiveInterpreter(village.Rules);
        foreach (var party in new[] { "bakker", "smid", "schout" })
            village.Decide(Item($"partij={party}", "zegel klok")).Said().ShouldBe(naive.Decide(Item($"partij={party}", "zegel klok")).Said());
    }

    [Fact]
    public void A_mask_numbers_its_patterns_and_writes_them_out()
    {
        var mask = new ViewMask(3, 16);
        mask.Set(0, [0b1, 0]);
        mask.Set(1, [0, 0b1000_0000]);
        mask.Set(2, [0b1, 0]);
        mask.IsEmpty.ShouldBeFalse();
        (mask[0, 0], mask[0, 1], mask[0, 8], mask[1, 15], mask[1, 7], mask[2, 0]).ShouldBe((true, false, false, true, false, true));
        mask.ToBits().ShouldBe([1, 0, 0, 128, 1, 0]);
        new ViewMask(1, 8).IsEmpty.ShouldBeTrue();
        var small = new ViewMask(5, 2);
        byte[][] patterns = [[0b01], [0b10], [0b11], [0b00], [0b10]];
        for (var cell = 0; cell < 5; cell++)
            small.Set(cell, patterns[cell]);
        small.ToBits().ShouldBe([0b00_11_10_01, 0b10]);
        (small[0, 0], small[0, 1], small[4, 1]).ShouldBe((true, false, true));
    }

    [Fact]
    public void A_mask_holds_two_hundred_and_fifty_six_kinds_of_cell_and_no_more()
    {
        var mask = new ViewMask(300, 16);
        for (var i = 0; i < 256; i++)
            mask.Set(i, [(byte)i, 0]);
        mask.Set(256, [7, 0]);
        mask[255, 7].ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => mask.Set(257, [0, 1])).Message.ShouldContain("256");
    }

    [Fact]
    public void Nine_axes_and_two_facts_of_an_item_give_the_same_answers()
    {
        var words = VillageWords.Vocabulary
            .Replace("  rol: {codes: rollen, pad: subject.rol, standaard: geen, vanaf: model}", "  rol: {codes: rollen, pad: subject.rol, standaard: geen, vanaf: model}\n  plek: {codes: plekken, pad: context.plek, standaard: plein}", StringComparison.Ordinal)
            .Replace("rollen: {geen", "plekken: {plein: {label: plein}, brug: {label: brug}}\nrollen: {geen", StringComparison.Ordinal)
            .Replace("anker: {soort: gegeven", "anker: {soort: kijker", StringComparison.Ordinal);
        var village = CompiledConvenant.Load(
        [
            new RuleFile("v.yaml", words), new RuleFile("b.yaml", VillageWords.Sources),
            LawFile(Rule("a", "toestaan", "{plek: brug, eigen: nee}", "mits: brief"), Rule("b", "toestaan", "{plek: plein, categorie: munt}"), Rule("c", "verbod", "{fase: nacht}", "bij: mist")),
            RulesFile("model", Rule("d", "voorwaarde", "{plek: brug, rol: smid}", "mits: klok")),
        ]).Valid();
        village.Vocabulary.Axes.Count.ShouldBe(9);
        var naive = new NaiveInterpreter(village.Rules);
        foreach (var place in new[] { "plein", "brug" })
        {
            foreach (var differs in new[] { "", "categorie=munt", "verstrekker=bakker", "rol=smid", "fase=nacht" })
            {
                foreach (var given in new[] { "", "brief", "brief klok", "mist brief" })
                {
                    var question = Item($"plek={place} {differs}", given);
                    village.Decide(question).Said().ShouldBe(naive.Decide(question).Said());
                    village.Allows(village.Code(question)).ShouldBe(naive.Decide(question).Outcome == Outcome.Zichtbaar);
                }
            }
        }
        village.Code(Item()).Packed.ShouldBeNull();
        village.Code(Item("plek=brug")).Copy(village.Vocabulary).Values.ToArray().ShouldBe([0, 0, 0, 0, 0, 0, 1, 0, 1]);

        var view = village.View(new ViewQuestion("bakker", "lezen", "markt", "nacht", Day, Words("")));
        (view.FlagCombinations, view.CellCount).ShouldBe((4, 18));
        var bits = view.AllowedBits();
        bits.Length.ShouldBe(9);
        for (var cell = 0; cell < 18; cell++)
        {
            for (var flags = 0; flags < 4; flags++)
            {
                var expected = cell >= 12 && flags < 2;
                view.Allows(cell, flags).ShouldBe(expected);
                (bits[((cell * 4) + flags) / 8] >> (((cell * 4) + flags) % 8) & 1).ShouldBe(expected ? 1 : 0);
            }
        }
    }

    [Fact]
    public void Sixty_three_circumstances_fit()
    {
        var more = string.Concat(Enumerable.Range(0, 57).Select(i => $"\n  c{i:00}: {{soort: kijker, label: C, zin: zin {i:00}}}"));
        var village = CompiledConvenant.Load(
        [
            new RuleFile("v.yaml", VillageWords.Vocabulary + more), new RuleFile("b.yaml", VillageWords.Sources),
            LawFile(Rule("a", "toestaan", "{fase: dag}", "mits: [c56, c00, zegel]"), Rule("b", "toestaan", "{fase: nacht}", $"mits: [{string.Join(", ", Enumerable.Range(0, 57).Select(i => $"c{i:00}"))}]")),
        ]).Valid();
        village.Vocabulary.Circumstances.Count.ShouldBe(63);
        village.Decide(Item()).Said().ShouldBe("Voorwaardelijk c00+c56+zegel");
        village.Decide(Item()).Explanation.ShouldBe("De bakker ziet brood zodra de bakker een zegel heeft en zin 00 en zin 56 (artikel 2 W).");
        village.Decide(Item(given: "c56 zegel")).Said().ShouldBe("Voorwaardelijk c00");
        village.Allows(village.Code(Item(given: "c56 c00 zegel"))).ShouldBeTrue();
        village.Allows(village.Code(Item(given: "c55 c00 zegel"))).ShouldBeFalse();
        var most = string.Join(' ', Enumerable.Range(0, 57).Select(i => $"c{i:00}"));
        village.Decide(Item("fase=nacht", most)).Decision.ShouldBeTrue();
        village.Decide(Item("fase=nacht", most[..^4])).Said().ShouldBe("Voorwaardelijk c56");
        village.Decide(Table("fase=dag", "c56 c00 zegel")).Decision.ShouldBeTrue();
    }
}
