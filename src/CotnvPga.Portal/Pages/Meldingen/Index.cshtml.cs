using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Werkvoorraad;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>The inbox of reports that nobody took up yet, and the person-free lines of those that were not brought.</summary>
public sealed class IndexModel(Worklist worklist, ReportDesk reports, WorklistPages pages) : PortalPage
{
    private const int MostReports = 200;

    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];

    /// <summary>Cases that were registered and wait to be brought to the three: numbers only.</summary>
    public IReadOnlyList<RegisteredRow> Registered { get; private set; } = [];

    public IReadOnlyList<NotBroughtRow> NotBrought { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var unread = await worklist.PageAsync(Actor, 0, MostReports, unread: true, cancel);
        if (!unread.IsDone)
            return Show(unread.Refusal);
        var lines = await reports.NotBroughtAsync(Actor, cancel);
        if (!lines.IsDone)
            return Show(lines.Refusal);
        var registered = await reports.RegisteredAsync(Actor, cancel);
        if (!registered.IsDone)
            return Show(registered.Refusal);
        Registered = pages.Registered(registered.Value);
        Rows = pages.Rows(unread.Value.Lines);
        NotBrought = pages.NotBrought(lines.Value);
        return Page();
    }
}
