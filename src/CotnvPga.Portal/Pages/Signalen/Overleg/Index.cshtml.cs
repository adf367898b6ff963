using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>The case consultation: who sits at the table, the plan, what was handed over, and the items as this viewer may see them.</summary>
public sealed class IndexModel(CaseDesk desk, TableSight sight, CasePages pages, TablePages tables) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    public TablePage Table { get; private set; } = null!;

    /// <summary>Whether this viewer's party decides who is let in.</summary>
    public bool MayAdmit { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var warned = await sight.WarnAsync(Actor, new SignalId(id), null, cancel);
        if (!warned.IsDone)
            return Show(warned.Refusal);
        var opened = await desk.OpenAsync(Actor, new SignalId(id), null, cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = tables.Warned(pages.Of(opened.Value), warned.Value);
        Table = tables.Of(warned.Value.Table);
        MayAdmit = tables.MayAdmit(opened.Value.Viewer);
        return Page();
    }
}
