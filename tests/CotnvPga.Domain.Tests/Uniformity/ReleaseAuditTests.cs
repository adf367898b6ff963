using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Domain.Tests.Uniformity;

/// <summary>
/// No table gives a person away: an attacker that writes down every table that fits what is published, works out nothing of what is
/// protected. The same attacker does, as soon as one of the rules is left out.
/// </summary>
public sealed class ReleaseAuditTests
{
    private const int Seed = 20261126;

    [Theory]
    [InlineData(0, null)]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, "10-14")]
    [InlineData(14, "10-14")]
    [InlineData(15, "15-19")]
    public void Below_ten_and_nothing_look_alike_and_from_ten_a_class_is_told(int count, string? label)
    {
        // Twelve small municipalities: without the largest enough is left, when there is enough.
        var cell = new CellCount(Enumerable.Range(0, 12).ToDictionary(m => $"m{m}", m => (long)(count / 12) + (m < count % 12 ? 1 : 0)));
        var ofAll = new CellCount(new Dictionary<string, long>(cell.ByMunicipality) { ["x"] = 0 });

        // Ten cases are nine for who knows one of them: eleven of different municipalities are the fewest that can be told.
        (ofAll.IsLargeEnough ? CountClass.Of(count).Label : null).ShouldBe(label);
    }

    [Fact]
    public void Ten_cases_of_two_municipalities_are_not_published() =>
        new CellCount(new Dictionary<string, long> { ["a"] = 20, ["b"] = 20 }).IsLargeEnough.ShouldBeFalse();

    [Fact]
    public void What_the_largest_municipality_could_subtract_to_less_than_ten_is_not_published() =>
        new CellCount(new Dictionary<string, long> { ["a"] = 20, ["b"] = 4, ["c"] = 5 }).IsLargeEnough.ShouldBeFalse();

    [Fact]
    public void The_country_is_withheld_where_it_gives_a_cell_away()
    {
        // Zuid would be what is left of the country: between 1 and 9.
        var table = SmallCountry.Table("a", 5, [20], [5]);

        var released = ReleaseAudit.Run([table])[0];

        released.Cells[0][0]!.Value.Label.ShouldBe("20-24");
        released.Cells[1][0].ShouldBeNull();
        released.National[0].ShouldBeNull();
    }

    [Fact]
    public void The_country_is_told_where_two_areas_are_hidden_in_it()
    {
        var table = new CountedTable("a", "signalen", ["noord", "midden", "zuid"], ["a0"],
            [.. new long[] { 60, 7, 6 }.Select(n => (IReadOnlyList<CellCount>)[SmallCountry.Table("a", 6, [n]).Cells[0][0]])]);

        ReleaseAudit.Run([table])[0].National[0]!.Value.Label.ShouldBe("70-74");
    }

    [Fact]
    public void A_second_table_of_the_same_cases_withholds_what_would_be_left()
    {
        // By outcome all is told, by kind one is hidden: what all outcomes are together would tell it.
        var outcomes = SmallCountry.Table("a", 6, [30, 30]);
        var kinds = SmallCountry.Table("b", 6, [57, 3]);

        var released = ReleaseAudit.Run([outcomes, kinds]);

        released.SelectMany(t => t.Cells[0]).Count(c => c is null).ShouldBeGreaterThan(1);
        Attacker.Finds([outcomes, kinds], Published.Of(released), null).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_that_splits_one_column_further_withholds_what_would_be_left()
    {
        // Of what was not submitted all but one reason is told, and so is how often nothing was: the difference would tell the other reason.
        var choices = SmallCountry.Table("a", 6, [40, 39]);
        var reasons = new CountedTable("b", "signalen", choices.Rows, ["b0", "b1"], [[Less(choices.Cells[0][1], 7), new CellCount(One(7))]]) { PartOf = "a1" };
        var naively = Published.Naively([choices, reasons], c => c.IsLargeEnough);
        Attacker.Finds([choices, reasons], naively, null).ShouldNotBeEmpty("the attack would not find anything, so that it proves nothing");

        var released = ReleaseAudit.Run([choices, reasons]);

        Attacker.Finds([choices, reasons], Published.Of(released), null).ShouldBeEmpty();
        released[0].Cells[0][0]!.Value.Label.ShouldBe("40-44", "the other column has nothing to do with it");

        static Dictionary<string, long> One(int n) => Enumerable.Range(0, n).GroupBy(i => $"0-{i % 6}").ToDictionary(g => g.Key, g => g.LongCount());
        static CellCount Less(CellCount all, int n) => new(all.ByMunicipality.ToDictionary(m => m.Key, m => m.Value - One(n).GetValueOrDefault(m.Key)));
    }

    [Fact]
    public void Tables_that_cannot_be_true_together_are_not_audited()
    {
        var (one, other) = (SmallCountry.Table("a", 6, [30, 30]), SmallCountry.Table("b", 6, [30, 29]));

        ReleaseAudit.Contradictions([one, other]).ShouldBe(["b"]);
        Should.Throw<ArgumentException>(() => ReleaseAudit.Run([one, other]));
    }

    [Fact]
    public void A_part_of_what_is_not_published_is_refused() =>
        Should.Throw<ArgumentException>(() => ReleaseAudit.Run([SmallCountry.Table("a", 5, [20]) with { PartOf = "b0" }]));

    [Fact]
    public void More_than_two_tables_of_the_same_cases_are_refused() =>
        Should.Throw<ArgumentException>(() => ReleaseAudit.Run([SmallCountry.Table("a", 5, [20]), SmallCountry.Table("b", 5, [20]), SmallCountry.Table("c", 5, [20])]));

    [Fact]
    public void Nothing_that_is_protected_can_be_worked_out() => Attack(60, 4);

    [Fact]
    [Trait("Category", "Lang")]
    public void Nothing_that_is_protected_can_be_worked_out_of_a_thousand_data_sets() => Attack(1000, 60);

    [Fact]
    [Trait("Category", "Lang")]
    public void Nothing_that_is_protected_can_be_worked_out_of_any_table_of_two_by_two()
    {
        for (var a = 0; a <= 20; a++)
        {
            for (var b = 0; b <= 20; b++)
            {
                for (var c = 0; c <= 20; c++)
                {
                    var table = SmallCountry.Table("a", 6, [a, b], [c, 20 - c]);
                    Attacker.Finds([table], Published.Of(ReleaseAudit.Run([table])), null).ShouldBeEmpty($"{a} {b} / {c} {20 - c}");
                }
            }
        }
    }

    [Fact]
    public void Who_only_hides_what_is_small_gives_cells_away()
    {
        var random = new Random(Seed);
        var given = Enumerable.Range(0, 60).Select(_ => SmallCountry.Random(random, columns: 3))
            .Count(t => Attacker.Finds(t, Published.Naively(t, c => c.Total >= CountClass.Threshold), null).Count > 0);

        given.ShouldBeGreaterThan(30, "the attack would not find anything, so that it proves nothing");
    }

    [Fact]
    public void Without_the_rule_of_the_largest_a_municipality_works_out_others()
    {
        // The largest one knows 11 of the 14: the class tells it that there are 0 to 3 others.
        var table = new CountedTable("a", "signalen", ["noord"], ["a0"], [[new CellCount(new Dictionary<string, long> { ["0-0"] = 11, ["0-1"] = 2, ["0-2"] = 1 })]]);
        var told = Published.Naively([table], c => c.Total >= CountClass.Threshold);
        var others = (told.Cells[0][0]!.Value.High - 11) - Math.Max(0, told.Cells[0][0]!.Value.Low - 11) + 1;

        others.ShouldBeLessThan(ReleaseAudit.FewestValues);
        ReleaseAudit.Run([table])[0].Cells[0][0].ShouldBeNull();
    }

    [Fact]
    public void One_person_more_changes_only_what_passes_a_boundary()
    {
        var random = new Random(Seed);
        for (var n = 0; n < 40; n++)
        {
            var before = SmallCountry.Random(random, columns: 3)[0];
            var after = WithOneMore(before, random.Next(2), random.Next(3));
            var (was, becomes) = (ReleaseAudit.Run([before])[0], ReleaseAudit.Run([after])[0]);
            for (var i = 0; i < 2; i++)
            {
                for (var j = 0; j < 3; j++)
                {
                    if (before.Cells[i][j] == after.Cells[i][j])
                        becomes.Cells[i][j].ShouldBe(was.Cells[i][j]);
                }
            }
            Attacker.Finds([after], Published.Of([becomes]), null).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_order_of_municipalities_makes_no_difference()
    {
        var random = new Random(Seed);
        var tables = SmallCountry.Linked(random);
        var turned = tables.Select(t => t with { Cells = [.. t.Cells.Select(row => (IReadOnlyList<CellCount>)[.. row.Select(c => new CellCount(c.ByMunicipality.Reverse().ToDictionary()))])] }).ToList();

        ReleaseAudit.Run(turned).Select(Words).ShouldBe(ReleaseAudit.Run(tables).Select(Words));
    }

    private static void Attack(int alone, int linked)
    {
        var random = new Random(Seed);
        for (var n = 0; n < alone + linked; n++)
        {
            var tables = n < alone ? SmallCountry.Random(random, columns: 3) : n % 2 == 0 ? SmallCountry.Linked(random) : SmallCountry.Nested(random);
            var published = Published.Of(ReleaseAudit.Run(tables));
            Attacker.Finds(tables, published, null).ShouldBeEmpty($"data set {n}");
            // Two whole tables of a municipality that knows much are too many to write down; one is not.
            foreach (var municipality in n >= alone ? [] : new[] { "0-0", "1-0", "0-3" })
                Attacker.Finds(tables, published, municipality).ShouldBeEmpty($"data set {n}, {municipality}");
        }
    }

    private static CountedTable WithOneMore(CountedTable table, int row, int column) => table with
    {
        Cells = [.. table.Cells.Select((cells, i) => (IReadOnlyList<CellCount>)[.. cells.Select((c, j) => i == row && j == column
            ? new CellCount(c.ByMunicipality.Append(new($"{i}-new", 1)).ToDictionary())
            : c)])],
    };

    private static string Words(ReleasedTable table) => string.Join(' ', table.Cells.SelectMany(c => c).Concat(table.National).Select(c => c?.Label ?? "-"));
}
