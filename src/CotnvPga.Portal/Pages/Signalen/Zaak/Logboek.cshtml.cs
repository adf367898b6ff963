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
    private const int MostLines = 250;

    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<LogRow> Rows { get; private set; } = [];

    /// <summary>Where the older lines begin; null when there are none.</summary>
    public long? Older { get; private set; }

    /// <summary>Whether newer lines were left out.</summary>
    public bool IsOlder { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, long? voor, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        var log = await logbook.ReadAsync(Actor, new SignalId(id), null, voor, MostLines + 1, cancel);
        if (!log.IsDone)
            return Show(log.Refusal);
        Case = pages.Of(opened.Value);
        IsOlder = voor is not null;
        Older = log.Value.Count > MostLines ? log.Value[MostLines - 1].Number : null;
        Rows = lines.Of([.. log.Value.Take(MostLines)], Actor);
        return Page();
    }
}
