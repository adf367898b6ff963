using System.Globalization;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Documents;
using CotnvPga.Data.AnnualReports;
using CotnvPga.Portal.Components.Text;

namespace CotnvPga.Portal.Mapping;

/// <summary>The public report of a consultation as a document: its own words, and of figures only those that were published of its area.</summary>
internal static class AnnualDocument
{
    /// <summary>The questions, by the name of their field.</summary>
    public static IReadOnlyList<(string Field, string Question)> Questions { get; } =
    [
        ("opbrengst", "Wat leverde de aanpak op?"),
        ("werkteNiet", "Wat werkte niet?"),
        ("gelijk", "Worden alle vormen van extremisme even goed gezien, en vrouwen even goed als mannen?"),
        ("verbetering", "Wat veranderen wij?"),
    ];

    /// <summary>The report.</summary>
    /// <param name="report">A report with words.</param>
    /// <param name="name">Name of the municipality.</param>
    /// <param name="local">The local covenant that holds; null when only the national one does.</param>
    public static CovenantDocument Of(AnnualReport report, string name, LocalCovenant? local)
    {
        var year = report.Year.ToString(CultureInfo.InvariantCulture);
        var standing = report.AdoptedOn is { } day ? $"vastgesteld op {day.ToDateText()}" : "concept, niet vastgesteld";
        return new CovenantDocument(
            $"Jaarverslag {year} van het casusoverleg",
            $"Gemeente {name}",
            standing,
            report.AdoptedOn is null,
            $"Jaarverslag {year}, {name} · {standing} · versie {report.Version}",
            [new Fact("Gemeente", name), new Fact("Jaar", year), new Fact("Stand", standing), new Fact("Convenant", local is null ? "Modelconvenant" : $"Lokaal convenant {local.Version}")],
            [
                new Paragraph("De burgemeester, de politie en het openbaar ministerie maken elk jaar openbaar wat de persoonsgerichte aanpak opleverde (artikel 18 Wet PGA). In dit verslag staat niemand. Van één gemeente zegt ook een klein aantal, of nul, al iets over iemand. Daarom staan hier geen aantallen van de gemeente, maar de klassen die landelijk van het gebied zijn gepubliceerd."),
                .. Words(report),
                .. Figures(report),
            ]);
    }

    private static IEnumerable<Block> Words(AnnualReport report)
    {
        var answers = report.Words?.Answers().ToDictionary(a => a.Field, a => a.Text, StringComparer.Ordinal) ?? [];
        foreach (var (field, question) in Questions.Where(q => answers.GetValueOrDefault(q.Field) is not null))
        {
            yield return new Heading(Heading.Part, question, field);
            foreach (var paragraph in answers[field]!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return new Paragraph(paragraph);
        }
    }

    private static IEnumerable<Block> Figures(AnnualReport report)
    {
        yield return new Heading(Heading.Part, "Cijfers van het gebied en van het land", "cijfers");
        if (report.National is not { } national)
        {
            yield return new Paragraph($"Van {report.Year} is nog geen landelijk beeld gepubliceerd.");
            yield break;
        }
        yield return new Bullets(NationalDocument.Reading);
        foreach (var table in national.Tabellen)
        {
            yield return new Heading(Heading.Article, table.Naam, table.Code);
            yield return NationalDocument.Cells(table, [.. table.PerGebied ? table.Rijen.Where(r => r.Code == report.Area) : table.Rijen, NationalDocument.Whole(table)]);
            yield return new Paragraph($"Dit zegt de tabel niet: {table.KanNiet}");
        }
    }
}
