using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>The records of a case that this viewer may read, and the kinds that can be made now. 404 for who has neither.</summary>
public sealed class IndexModel(CaseDesk desk, RecordDesk records, CasePages pages, RecordPages layout) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<RecordPart> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        if (read.Value is { Records.Count: 0, Offered.Count: 0 })
            return NotFound();
        Case = pages.Of(opened.Value);
        Parts = layout.Parts(read.Value);
        return Page();
    }
}
