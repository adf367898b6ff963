using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Documents;

namespace CotnvPga.Convenant.Tests.Documents;

/// <summary>What must stand in the covenant of any municipality.</summary>
public sealed class DocumentTests
{
    [Theory]
    [MemberData(nameof(Municipal.All), MemberType = typeof(Municipal))]
    public void Every_article_in_force_stands_in_it_once_with_its_choices_filled_in(string code)
    {
        var (document, request) = (Municipal.Document(code), Municipal.Request(code));
        var clauses = request.Edition.Clauses.Where(c => c.Validity.Includes(request.Day)).ToList();

        clauses.Count.ShouldBeGreaterThan(80);
        foreach (var clause in clauses)
        {
            document.Blocks.OfType<Heading>().Count(h => h.Level == Heading.Article && h.Text.EndsWith($"artikel {clause.Number}. {clause.Title}", StringComparison.OrdinalIgnoreCase)).ShouldBe(1, clause.Id);
            document.Blocks.OfType<Paragraph>().Count(p => p.Text == ClauseText.Of(clause, request.Edition)).ShouldBe(1, clause.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Municipal.All), MemberType = typeof(Municipal))]
    public void No_word_is_left_open(string code)
    {
        var text = MarkdownWriter.Write(Municipal.Document(code));
        text.ShouldNotContain("{");
        text.ShouldNotContain("}");
        text.ShouldNotContain("modelconvenant:", Case.Sensitive);
        text.ShouldNotContain("wet-pga:", Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Municipal.All), MemberType = typeof(Municipal))]
    public void Every_choice_is_shown_with_what_holds_its_bounds_and_what_holds_without(string code)
    {
        var (document, request) = (Municipal.Document(code), Municipal.Request(code));
        var table = document.Blocks.OfType<Table>().Single(t => t.Headers.Contains("Zonder keuze"));
        var choices = TheConvenant.Loaded.Covenants.Clauses.Select(c => c.Choice).OfType<Choice>().ToList();

        table.Rows.Count.ShouldBe(choices.Count);
        foreach (var choice in choices)
        {
            var row = table.Rows.Single(r => r[0] == choice.Question);
            row[1].ShouldStartWith(request.Edition.Choices[choice.Code]);
            row[3].ShouldStartWith(choice.Kind == ChoiceKind.JaNee ? "ja of nee" : $"{choice.From} tot en met {choice.To}");
            row[4].ShouldStartWith(choice.Strictest);
        }
    }

    [Fact]
    public void A_municipality_without_a_covenant_is_told_that_the_strictest_choices_hold()
    {
        var document = Municipal.Document(Municipal.WithoutCovenant);
        document.Blocks.OfType<Banner>().ShouldContain(b => b.Text.Contains("strengste keuzes"));
        document.Blocks.OfType<Table>().Single(t => t.Headers.Contains("Zonder keuze")).Rows.ShouldAllBe(r => r[1] == r[4] && r[2] == "nee");
        Municipal.Document(Municipal.WithCovenant).Blocks.OfType<Banner>().ShouldNotContain(b => b.Text.Contains("strengste keuzes"));
    }

    [Fact]
    public void A_trial_stands_only_in_the_covenant_of_a_municipality_that_takes_part()
    {
        var trial = TheConvenant.Loaded.Covenants.Clauses.First(c => c.Trial is not null);
        var there = trial.Trial!.Municipalities[0];
        bool Has(string code) => Municipal.Document(code).Blocks.OfType<Heading>().Any(h => h.Text.EndsWith($"{trial.Number}. {trial.Title}", StringComparison.Ordinal));

        Has(there).ShouldBeTrue();
        Has(Municipal.WithoutCovenant).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Municipal.All), MemberType = typeof(Municipal))]
    public void While_nobody_adopted_it_every_page_says_so_with_version_and_hash(string code)
    {
        var document = Municipal.Document(code);
        document.IsDraft.ShouldBeTrue();
        document.PageLine.ShouldContain("Ontwerp, niet vastgesteld");
        document.PageLine.ShouldContain(TheConvenant.Loaded.Covenants.Model!.Version);
        document.PageLine.ShouldContain(TheConvenant.Loaded.Hash[..12]);
        document.Blocks.OfType<Banner>().ShouldContain(b => b.Text.Contains("ontwerp, niet vastgesteld"));
    }

    [Fact]
    public void The_three_sign_it()
    {
        var table = Municipal.Document(Municipal.WithCovenant).Blocks.OfType<Table>().Single(t => t.ToWriteIn);
        table.Rows.Select(r => r[0]).ShouldBe(["Burgemeester", "Politie", "OM"]);
        table.Headers.ShouldBe(["Partij", "Naam", "Functie en mandaat", "Plaats en datum", "Handtekening"]);
        table.Rows.ShouldAllBe(r => r.Skip(1).All(cell => cell.Length == 0));
    }

    [Fact]
    public void Every_open_term_has_what_must_be_recorded_and_its_examples()
    {
        var document = Municipal.Document(Municipal.WithCovenant);
        var bullets = document.Blocks.OfType<Bullets>().SelectMany(b => b.Items).ToHashSet();
        foreach (var clause in Municipal.Request(Municipal.WithCovenant).Edition.Clauses)
            clause.Examples.ShouldAllBe(e => bullets.Contains(e));
        document.Blocks.OfType<Heading>().ShouldContain(h => h.Text.StartsWith("Bijlage 4.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_step_and_term_is_in_an_annex()
    {
        var cells = Municipal.Document(Municipal.WithCovenant).Blocks.OfType<Table>().SelectMany(t => t.Rows).Select(r => r[0]).ToHashSet();
        var process = TheConvenant.Loaded.Process;
        TheConvenant.Loaded.Fields.Values.Select(f => f.Label).ShouldAllBe(l => cells.Contains(l));
        process.Steps.Concat(process.Acts).Select(s => s.Label).ShouldAllBe(l => cells.Contains(l));
        process.Terms.Values.Select(t => t.Label).ShouldAllBe(l => cells.Contains(l));
    }

    [Fact]
    public void Each_heading_has_a_name_of_its_own_and_no_level_is_skipped()
    {
        var headings = Municipal.Document(Municipal.WithCovenant).Blocks.OfType<Heading>().ToList();
        headings.Select(h => h.Anchor).ShouldBeUnique();
        headings[0].Level.ShouldBe(Heading.Part);
        headings.ShouldAllBe(h => h.Level == Heading.Part || h.Level == Heading.Article);
    }
}
