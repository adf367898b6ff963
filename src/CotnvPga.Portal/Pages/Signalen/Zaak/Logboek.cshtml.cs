using CotnvPga.Data.Oversight;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>Who saw what in a case, as far as this reader may know.</summary>
public sealed class LogboekModel(CaseDesk desk, Logbook logbook, CasePages pages, LogPages lines) : PortalPage
{
    private const int MostLines = 1_000;

    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<LogRow> Rows { get; private set; } = [];

    /// <summary>True when there are more lines than are shown.</summary>
    public bool IsCut { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        var log = await logbook.ReadAsync(Actor, new SignalId(id), null, cancel);
        if (!log.IsDone)
            return Show(log.Refusal);
        Case = pages.Of(opened.Value);
        IsCut = log.Value.Count > MostLines;
        Rows = lines.Of([.. log.Value.Take(MostLines)], Actor);
        return Page();
    }
}
