using CotnvPga.Convenant;
using CotnvPga.Convenant.Reporting;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>The exact figures of one's own municipality beside what was published of its area. 404 for who has no such task.</summary>
public sealed class SpiegelModel(UniformityDesk desk, CompiledConvenant convenant, CaseDoor door) : PortalPage
{
    private const string NotPublished = "niet gepubliceerd";

    public MunicipalMirror Mirror { get; private set; } = null!;

    public ReportCatalogue Catalogue => convenant.Process.Report;

    /// <summary>The years that can be looked at.</summary>
    public IEnumerable<int> Years => Enumerable.Range(UniformityDesk.FirstYear, door.Today.Year - UniformityDesk.FirstYear + 1).Reverse();

    /// <summary>The class that was published of the own area.</summary>
    public string AreaWords(ReportTable table, int column) =>
        table.Rows.Count > 0 ? "alleen landelijk" : ClassWords(Published(table)?.Rijen.FirstOrDefault(r => r.Code == Mirror.Area)?.Klassen.ElementAtOrDefault(column));

    /// <summary>The class that was published of the whole country.</summary>
    public string CountryWords(ReportTable table, int column) => ClassWords(Published(table)?.Land.ElementAtOrDefault(column));

    /// <summary>The share that was published of the own area.</summary>
    public string AreaShare(ReportTable table) =>
        Published(table) is { } known ? UniformityPages.ShareWords(known.Rijen.FirstOrDefault(r => r.Code == Mirror.Area)?.Aandeel) : NotPublished;

    /// <summary>The share that was published of the whole country.</summary>
    public string CountryShare(ReportTable table) => Published(table) is { } known ? UniformityPages.ShareWords(known.LandAandeel) : NotPublished;

    /// <summary>The share of the own municipality, exact; null when nothing was counted.</summary>
    public static int? OwnShare(ReportTable table, MirrorTable own)
    {
        var column = table.Columns.Select((c, j) => (c.Code, j)).Where(c => c.Code == table.Share).Select(c => (int?)c.j).SingleOrDefault();
        return column is { } at && own.Counts.Sum() > 0 ? (int)Math.Round(100.0 * own.Counts[at] / own.Counts.Sum()) : null;
    }

    private PublishedTable? Published(ReportTable table) => Mirror.Published?.Tabellen.FirstOrDefault(t => t.Code == table.Code);

    private static string ClassWords(string? label) => label is null ? NotPublished : UniformityPages.Words(label);

    public async Task<IActionResult> OnGetAsync(int? jaar, CancellationToken cancel)
    {
        var year = jaar ?? door.Today.Year;
        if (!Years.Contains(year))
            return NotFound();
        var read = await desk.MirrorAsync(Actor, year, cancel);
        if (!read.IsDone)
            return NotFound();
        Mirror = read.Value;
        return Page();
    }
}
