using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>A case: what this viewer may see of it now, and what can be done next.</summary>
public sealed class IndexModel(CaseDesk desk, CasePages pages) : PortalPage
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
        Question = opened.Value.Question;
        return Page();
    }
}
