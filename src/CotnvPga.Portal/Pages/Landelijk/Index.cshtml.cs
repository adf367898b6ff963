using System.Globalization;
using System.Text;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>The national tables of a year, as they were published: chart, table and file show the same words.</summary>
public sealed class IndexModel(UniformityDesk desk, UniformityPages pages, ArchivePages archive) : PortalPage
{
    /// <summary>The years that were published.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The report; null when nothing was published of the year.</summary>
    public PublishedReport? Report { get; private set; }

    /// <summary>Whether this person works on releases.</summary>
    public bool WorksOnReleases { get; private set; }

    public IReadOnlyList<NationalTable> Tables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? jaar, CancellationToken cancel)
    {
        Years = await desk.YearsAsync(cancel);
        WorksOnReleases = desk.WorksOnReleases(Actor);
        if (jaar is { } asked && !Years.Contains(asked))
            return NotFound();
        if (Years.Count > 0)
            Report = await desk.PublishedAsync(jaar ?? Years[0], cancel);
        Tables = Report is null ? [] : [.. Report.Tabellen.Select(pages.Of)];
        return Page();
    }

    /// <summary>The whole report as a document (<c>docx</c>) or as one page to print (<c>html</c>); 404 for another form.</summary>
    public async Task<IActionResult> OnGetRapportAsync(int? jaar, string? vorm, CancellationToken cancel)
    {
        if (jaar is not { } year || !ReportFile.Knows(vorm) || await desk.PublishedAsync(year, cancel) is not { } report)
            return NotFound();
        return ReportFile.Of(NationalDocument.Of(report), vorm!, string.Create(CultureInfo.InvariantCulture, $"landelijk-beeld-{year}"));
    }

    /// <summary>The whole report as a package for an archive.</summary>
    public async Task<IActionResult> OnGetArchiefAsync(int? jaar, CancellationToken cancel) =>
        jaar is { } year && await desk.PublishedAsync(year, cancel) is { } report
            ? File(archive.Package(report), "application/zip", string.Create(CultureInfo.InvariantCulture, $"archief-landelijk-beeld-{year}.zip"))
            : NotFound();

    /// <summary>One table as a file; 404 for what is not in the catalogue.</summary>
    public async Task<IActionResult> OnGetBestandAsync(int? jaar, string? tabel, CancellationToken cancel)
    {
        if (jaar is not { } year || await desk.PublishedAsync(year, cancel) is not { } report || report.Tabellen.FirstOrDefault(t => t.Code == tabel) is not { } table)
            return NotFound();
        return File(Encoding.UTF8.GetBytes(UniformityPages.Csv(table)), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{table.Code}-{year}.csv"));
    }
}
