using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>A case: what this viewer may see of it now, and what can be done next.</summary>
public sealed class IndexModel(CaseDesk desk, StepHistory history, CasePages pages) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    /// <summary>What the three ask this viewer's party; null when they ask nothing.</summary>
    public string? Question { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(Actor, new SignalId(id), null, cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        if (opened.Value.Viewer.Circumstances.Contains(Circumstance.Geraadpleegd) && await history.ReadAsync(Actor, new SignalId(id), cancel) is { IsDone: true, Value: var steps })
            Question = steps.LastOrDefault(s => s.Words?.Vraag is not null)?.Words?.Vraag;
        return Page();
    }
}
