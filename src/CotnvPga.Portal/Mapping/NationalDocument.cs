using System.Globalization;
using CotnvPga.Convenant.Documents;
using CotnvPga.Domain.Uniformity;

namespace CotnvPga.Portal.Mapping;

/// <summary>The national tables as a document to print or to send on: the same words as in the page and the files.</summary>
internal static class NationalDocument
{
    /// <summary>The whole report of a year.</summary>
    public static CovenantDocument Of(PublishedReport report) => new(
        "Landelijk beeld van de persoonsgerichte aanpak",
        report.Jaar.ToString(CultureInfo.InvariantCulture),
        "",
        false,
        $"Landelijk beeld {report.Jaar} · kenmerk {report.Kenmerk[..12]}",
        [new Fact("Jaar", report.Jaar.ToString(CultureInfo.InvariantCulture)), new Fact("Kenmerk", report.Kenmerk)],
        [new Heading(Heading.Part, "Zo leest u de tabellen", "lezen"), new Bullets(Reading), .. report.Tabellen.SelectMany(Blocks)]);

    /// <summary>How to read a table.</summary>
    public static IReadOnlyList<string> Reading { get; } =
    [
        "Een cel noemt een klasse van vijf, zoals 10 tot 14. Het precieze aantal staat nergens.",
        "‘Te klein’ betekent: geen of minder dan tien zaken, minder dan drie gemeenten, één gemeente die bijna alles heeft, of een cel die een andere zou verraden. Welke van deze het is, blijkt niet.",
        "Een aandeel staat er bij ten minste dertig zaken, in stappen van tien procent.",
        "Gebieden met weinig zaken zijn niet te vergelijken. Dit is geen ranglijst.",
    ];

    /// <summary>One table with what it asks and what it cannot show.</summary>
    private static IEnumerable<Block> Blocks(PublishedTable table)
    {
        yield return new Heading(Heading.Part, table.Naam, table.Code);
        yield return new Paragraph($"{table.Vraag} {table.Waarom}".TrimEnd());
        if (UniformityPages.Spread(table) is { } spread)
            yield return new Paragraph(spread);
        yield return Cells(table, table.Rijen.Append(Whole(table)));
        yield return new Paragraph($"Dit zegt de tabel niet: {table.KanNiet}");
    }

    /// <summary>Some rows of a table.</summary>
    public static Table Cells(PublishedTable table, IEnumerable<PublishedRow> rows) => new(
        $"{table.Naam}{(table.Norm is { } norm ? $". Norm: {norm}% (artikel {table.Artikel} van het modelconvenant)" : "")}",
        [table.PerGebied ? "Gebied" : "Soort", .. table.Kolommen.Select(c => c.Naam), .. table.AandeelVan is null ? [] : new[] { $"Aandeel {table.AandeelNaam}" }],
        [.. rows.Select(r => (IReadOnlyList<string>)[r.Naam, .. r.Klassen.Select(UniformityPages.Words), .. table.AandeelVan is null ? [] : new[] { UniformityPages.ShareWords(r.Aandeel) }])]);

    /// <summary>The row of all rows together.</summary>
    public static PublishedRow Whole(PublishedTable table) => new("land", table.NaamVanHetGeheel, table.Land, table.LandAandeel);
}
