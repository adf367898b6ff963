using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain.Matrix;
using NodaTime;

namespace CotnvPga.Domain.Tests.Matrix;

/// <summary>The matrix says what the engine says, cell by cell.</summary>
public sealed class MatrixFinderTests
{
    private static readonly LocalDate Today = new(2026, 11, 1);
    private static readonly MatrixQuestion Weighing = new(Rules.Convenant.Editions[0], Today, "weging", "raadplegen", "persoonsgericht", "geen", null);

    [Fact]
    public void In_the_weighing_the_three_see_signals_a_consulted_participant_under_a_condition_and_no_guest()
    {
        Cell(Weighing, "politie", "signaal").Kind.ShouldBe(CellKind.Ja);
        Cell(Weighing, "reclassering", "signaal").Kind.ShouldBe(CellKind.Als);
        Find(Weighing).Parties.ShouldNotContain("derde");
    }

    [Fact]
    public void What_only_the_party_itself_supplied_is_its_own() => Cell(Weighing, "college", "plan").Kind.ShouldBe(CellKind.Eigen);

    [Fact]
    public void A_guest_gets_a_column_where_something_can_be_handed_over_to_him() =>
        Find(Weighing with { Act = "ontvangen" }).Parties.ShouldContain("derde");

    [Fact]
    public void Before_the_law_nobody_may_anything() => Find(Weighing with { Day = new LocalDate(2024, 1, 1) }).Parties.ShouldBeEmpty();

    [Fact]
    public void What_every_open_cell_asks_for_is_said_once()
    {
        var matrix = Find(Weighing);

        matrix.Common.ShouldContain("geautoriseerd");
        matrix.Common.ShouldContain("noodzakelijk");
        foreach (var extra in matrix.Conditions.SelectMany(c => c).SelectMany(set => set))
            matrix.Common.ShouldNotContain(extra);
    }

    /// <summary>With what the legend says a cell opens, and with one circumstance less it does not: for every cell of every phase.</summary>
    [Fact]
    public void A_cell_opens_with_what_the_legend_says_and_with_nothing_less()
    {
        foreach (var phase in Rules.Convenant.CodesOf("fase"))
        {
            var question = Weighing with { Phase = phase };
            var matrix = Find(question);
            foreach (var row in matrix.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    var sets = cell.Condition is { } number ? matrix.Conditions[number] : cell.Kind == CellKind.Nee ? [] : [[]];
                    foreach (var set in sets)
                    {
                        string[] given = [.. matrix.Common, .. set];
                        Outcomes(question, cell, row.Category, given).ShouldBe(Outcome.Zichtbaar, $"{phase} {cell.Party} {row.Category}");
                        foreach (var one in given)
                            Outcomes(question, cell, row.Category, [.. given.Except([one])]).ShouldNotBe(Outcome.Zichtbaar, $"{phase} {cell.Party} {row.Category} without {one}");
                    }
                    if (cell.Kind == CellKind.Nee)
                        Outcomes(question, cell, row.Category, [.. Rules.Convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code)]).ShouldBe(Outcome.Afgeschermd);
                }
            }
        }
    }

    [Fact]
    public void The_slider_steps_over_the_days_of_law_and_of_the_local_covenant()
    {
        var days = ChangeDays.Of(Rules.Convenant, "9901").Select(d => d.Day).ToList();

        days.ShouldBe(days.Order());
        days.ShouldContain(new LocalDate(2025, 7, 1));
        days.ShouldContain(new LocalDate(2026, 10, 1));
        ChangeDays.Of(Rules.Convenant, null).Select(d => d.Day).ShouldNotContain(new LocalDate(2026, 10, 1));
    }

    private static Outcome Outcomes(MatrixQuestion question, MatrixCell cell, string category, string[] given) => Rules.Convenant.Decide(new Question(
        "gegeven",
        new Dictionary<string, string>
        {
            ["partij"] = cell.Party,
            ["handeling"] = question.Act,
            ["doel"] = question.Purpose,
            ["fase"] = question.Phase,
            ["categorie"] = category,
            ["bijzonder"] = question.Nature,
            ["verstrekker"] = cell.Supplier,
        },
        question.Day,
        given.ToHashSet(),
        Edition: question.Edition)).Outcome;

    private static RightsMatrix Find(MatrixQuestion question) => new MatrixFinder(Rules.Convenant).Find(question);

    private static MatrixCell Cell(MatrixQuestion question, string party, string category) =>
        Find(question).Rows.Single(r => r.Category == category).Cells.Single(c => c.Party == party);
}
