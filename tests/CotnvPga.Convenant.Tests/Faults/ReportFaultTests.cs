using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Reporting;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Slips in the list of national tables: above all those that would publish what no audit looks at.</summary>
public sealed class ReportFaultTests
{
    private const string Tables = "landelijk/tabellen.yaml";

    [Theory]
    [InlineData("telt: [soort_melder/school]", "telt: [¶soort_meldr/school]", Finding.UnknownCode, "Bedoelde u 'soort_melder'?")]
    [InlineData("telt: [\"stuk:betrokkene_geinformeerd\"]", "telt: [¶\"stuk:betrokkene_ingelicht\"]", Finding.UnknownCode, "De teller")]
    [InlineData("telt: [afsluiten]", "telt: [¶aanmelden]", Finding.CountedElsewhere, "verzameling 'keuzes'")]
    [InlineData("telt: [overdragen]", "telt: [¶oordeel/past]", Finding.CountedElsewhere, "verzameling 'wegingen'")]
    [InlineData("    deel_van: niet\n", "    deel_van: ¶nooit\n", Finding.UnknownCode, "De kolom")]
    [InlineData("    verzameling: eindes\n", "    verzameling: eindes\n    deel_van: ¶niet\n", Finding.MissingKey, "heeft geen andere tabel")]
    [InlineData("    verzameling: eindes\n", "    verzameling: ¶wegingen\n", Finding.TooManyTables, "al 2 tabellen")]
    [InlineData("    verzameling: eindes\n", "    verzameling: ¶interventies\n", Finding.TooManyTables, "gaan allebei over de gebieden")]
    [InlineData("    norm: 80\n    artikel: \"4.7\"\n", "    norm: ¶80\n", Finding.MissingKey, "noemt niet bij welk artikel")]
    [InlineData("    aandeel: op_tijd\n    norm: 80\n    artikel: \"4.7\"\n", "    norm: ¶80\n    artikel: \"4.7\"\n", Finding.MissingKey, "geen aandeel")]
    [InlineData("    aandeel: geinformeerd\n", "    aandeel: ¶geinformeert\n", Finding.UnknownCode, "Bedoelde u 'geinformeerd'?")]
    [InlineData("telt: [\"afwijking/*\"]", "telt: [¶afwijking]", Finding.WrongKind, "met een ster")]
    [InlineData("telt: [geen_aanwijzingen]", "telt: [¶\"geen_aanwijzingen/*\"]", Finding.WrongKind, "geen rijen")]
    [InlineData("      - {code: plan, naam: \"Plan, evaluatie en afsluiten (hoofdstuk 9)\", bij: [\"9.*\"]}\n      - {code: overig", "      - {code: plan, naam: \"Plan, evaluatie en afsluiten (hoofdstuk 9)\"}\n      - ¶{code: overig", Finding.ToldTwice, "telt nooit")]
    [InlineData("  - code: eindes\n", "  - code: ¶evaluaties\n", Finding.DuplicateCode, "bestaat al")]
    [InlineData("  - {code: limburg, naam: Limburg}", "  - {code: ¶rotterdam, naam: Limburg}", Finding.DuplicateCode, "bestaat al")]
    public void Slip_is_found_where_it_was_made(string old, string changed, string code, string says) => Slip.InTheProcess().Change(Tables, old, changed).MustBeFoundAs(code, says);

    [Fact]
    public void There_are_at_most_twelve_tables() => Slip.InTheProcess()
        .Change(Tables, "tabellen:\n  - code: begin\n", "tabellen:\n  - {code: eerste, naam: A, vraag: A?, waarom: A., verzameling: nieuw, kolommen: [{code: a, naam: A, telt: [datalek]}], kan_niet: A., doen: A., grondslag: [wet-pga:18], zekerheid: niet_geverifieerd}\n  - code: begin\n")
        .PointingAt(Tables, "  - ¶code: afwijkingen")
        .MustBeFoundAs(Finding.TooManyTables, "ten hoogste 12 tabellen");

    [Fact]
    public void A_norm_is_about_a_clause_that_exists() =>
        TheConvenant.Loaded.Process.Report.Tables.Where(t => t.Clause is not null).ShouldAllBe(t => TheConvenant.Loaded.Covenants.Clauses.Any(c => c.Number == t.Clause));

    [Fact]
    public void A_counter_counts_in_the_first_column_that_names_it_and_the_first_row()
    {
        var report = TheConvenant.Loaded.Process.Report;
        ReportTable Table(string code) => report.Tables.Single(t => t.Code == code);

        report.PlaceOf(Table("begin"), "limburg", "soort_melder", "school").ShouldBe((9, 0));
        report.PlaceOf(Table("begin"), "limburg", "soort_melder", "anoniem").ShouldBe((9, 3));
        report.PlaceOf(Table("interventies"), "limburg", "interventie", "mentor/deels").ShouldBe((0, 1));
        report.PlaceOf(Table("interventies"), "limburg", "interventie", "ter_toezicht/gelukt").ShouldBe((3, 0));
        report.PlaceOf(Table("afwijkingen"), "limburg", "afwijking", "4.7").ShouldBe((1, 0));
        report.PlaceOf(Table("afwijkingen"), "limburg", "afwijking", "13.2").ShouldBe((4, 0));
        report.PlaceOf(Table("weging"), "limburg", "keuze", "niet").ShouldBeNull();
        report.PlaceOf(Table("weging"), "elders", "weging", "niet").ShouldBeNull();
    }
}
