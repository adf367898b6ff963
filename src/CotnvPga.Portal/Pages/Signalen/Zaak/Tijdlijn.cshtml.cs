using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>The steps that a case went through, for who works on it now; their words only for who sits at the table.</summary>
public sealed class TijdlijnModel(CaseDesk desk, StepHistory history, CasePages pages) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        if (!opened.Value.WorksOn)
            return NotFound();
        var steps = await history.ReadAsync(Actor, new SignalId(id), cancel);
        if (!steps.IsDone)
            return Show(steps.Refusal);
        Case = pages.Of(opened.Value);
        Entries = pages.Timeline(opened.Value.State, steps.Value);
        return Page();
    }
}
