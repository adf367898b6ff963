using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Shared;
using CotnvPga.Portal.Pages.Werkvoorraad;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>The inbox of reports that nobody took up yet, and the person-free lines of those that were not brought.</summary>
public sealed class IndexModel(Worklist worklist, ReportDesk reports, WorklistPages pages) : PortalPage
{
    private const int MostReports = 200;

    /// <summary>Which part of a list that does not fit on one page.</summary>
    [FromQuery]
    public int? Pagina { get; set; }

    public PagedList Paged { get; private set; } = null!;

    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];

    /// <summary>Cases that were registered and wait to be brought to the three: numbers only.</summary>
    public IReadOnlyList<RegisteredRow> Registered { get; private set; } = [];

    public IReadOnlyList<NotBroughtRow> NotBrought { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var number = PagedList.NumberOf(Pagina);
        var unread = await worklist.PageAsync(Actor, PagedList.SkipOf(number, MostReports), MostReports, unread: true, cancel);
        if (!unread.IsDone)
            return Show(unread.Refusal);
        Paged = new PagedList("/Meldingen/Index", "meldingen", number, MostReports, unread.Value.Total, List: null);
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
