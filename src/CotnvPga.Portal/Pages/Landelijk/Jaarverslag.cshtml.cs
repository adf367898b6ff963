using System.Globalization;
using CotnvPga.Convenant.Documents;
using CotnvPga.Data.AnnualReports;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.AnnualReports;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>The public report of a consultation about a year: written here, saved in versions, downloaded as a file. 404 for who has no such task.</summary>
[KeepsTyped]
public sealed class JaarverslagModel(AnnualReportDesk desk, SharingEditions editions, Municipalities municipalities, DutchClock clock) : FormPage<JaarverslagModel.Verslag>
{
    public AnnualReport Report { get; private set; } = null!;

    /// <summary>The years that a report can be about.</summary>
    public IReadOnlyList<int> Years => desk.Years;

    /// <summary>Name of the municipality.</summary>
    public string Name => municipalities.NameOf(Report.Municipality);

    public async Task<IActionResult> OnGetAsync(int? jaar, CancellationToken cancel)
    {
        if (!await LoadAsync(jaar, cancel))
            return NotFound();
        if (Report.Words is { } words)
            Input = new Verslag { Opbrengst = words.Opbrengst, WerkteNiet = words.WerkteNiet, Gelijk = words.Gelijk, Verbetering = words.Verbetering, VastgesteldOp = Report.AdoptedOn };
        return Page();
    }

    /// <summary>The report as a file (<c>docx</c> or <c>html</c>); 404 when there is none.</summary>
    public async Task<IActionResult> OnGetBestandAsync(int? jaar, string? vorm, CancellationToken cancel) =>
        ReportFile.Knows(vorm) && await LoadAsync(jaar, cancel) && Report.Words is not null
            ? ReportFile.Of(Document(), vorm!, string.Create(CultureInfo.InvariantCulture, $"jaarverslag-{Report.Municipality.Code}-{Report.Year}"))
            : NotFound();

    public async Task<IActionResult> OnPostAsync(int? jaar, CancellationToken cancel)
    {
        if (!await LoadAsync(jaar, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var saved = await desk.SaveAsync(Actor, Report.Year, new AnnualWords(Input.Opbrengst, Input.WerkteNiet, Input.Gelijk, Input.Verbetering), Input.VastgesteldOp, cancel);
        if (!saved.IsDone)
            return Show(saved.Refusal);
        Done = Input.VastgesteldOp is null ? "Het concept is bewaard." : "Het verslag is vastgelegd. Publiceer het op de website van uw gemeente.";
        return RedirectToPage(new { jaar = saved.Value });
    }

    private CovenantDocument Document() => AnnualDocument.Of(Report, Name, editions.Of(Report.Municipality.Code, clock.Today).Local);

    private async Task<bool> LoadAsync(int? year, CancellationToken cancel)
    {
        if ((year ?? desk.Years.Cast<int?>().FirstOrDefault()) is not { } asked)
            return false;
        var read = await desk.OpenAsync(Actor, asked, cancel);
        if (!read.IsDone)
            return false;
        Report = read.Value;
        return true;
    }

    /// <summary>What is typed on this page.</summary>
    public sealed class Verslag
    {
        public string? Opbrengst { get; set; }

        public string? WerkteNiet { get; set; }

        public string? Gelijk { get; set; }

        public string? Verbetering { get; set; }

        public LocalDate? VastgesteldOp { get; set; }
    }
}
