using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>The steps that a case went through, for who works on it now.</summary>
public sealed class TijdlijnModel(CaseDesk desk, CaseHistory history, CasePages pages) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var steps = await history.ReadAsync(Actor, new SignalId(id), cancel);
        if (!steps.IsDone)
            return Show(steps.Refusal);
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        Entries = pages.Timeline(opened.Value.State, steps.Value);
        return Page();
    }
}
