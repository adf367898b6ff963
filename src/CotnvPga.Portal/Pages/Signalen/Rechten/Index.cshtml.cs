using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Stukken;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>The rights of the person concerned in one case: was that person told, what was asked, what was answered. 404 for who reads and makes nothing of it.</summary>
public sealed class IndexModel(CaseDesk desk, RecordDesk records, CasePages pages, RightsPages rights) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    public RecordPart Part { get; private set; } = null!;

    public IReadOnlyList<RequestLine> Requests { get; private set; } = [];

    /// <summary>Whether this viewer's party takes requests in and decides on them.</summary>
    public bool IsContactPoint { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        IsContactPoint = rights.IsContactPoint(opened.Value.Viewer) && RightsTab.IsOpen(opened.Value);
        if (rights.Part(read.Value) is not { } part && !IsContactPoint)
            return NotFound();
        Case = pages.Of(opened.Value);
        Part = rights.Part(read.Value) ?? new RecordPart("", [], []);
        Requests = rights.Requests(read.Value);
        return Page();
    }
}
