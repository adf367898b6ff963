using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>Who does the work with me, when I am away, and where I arrange that for a municipality.</summary>
public sealed class IndexModel(ContinuityBoard board, AbsenceDesk absences, ContinuityRules rules, ContinuityPages pages) : FormPage<AbsenceInput>
{
    public IReadOnlyList<BenchRow> Rows { get; private set; } = [];

    /// <summary>The own days that are still to come.</summary>
    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    /// <summary>Municipalities in which this person arranges it.</summary>
    public IReadOnlyList<Municipality> Arranged => rules.ArrangedBy(Actor, pages.Today);

    public ContinuityPages Words => pages;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
            return BadForm();
        var marked = await absences.MarkAsync(Actor, Input.ToAbsence(), cancel);
        if (!marked.IsDone)
            return Show(marked.Refusal);
        Done = "Uw dagen zijn genoteerd. Uw collega's zien dat u er dan niet bent.";
        return RedirectToPage("/Continuiteit/Index");
    }

    public async Task<IActionResult> OnPostEindeAsync(Guid dagen, CancellationToken cancel)
    {
        var withdrawn = await absences.WithdrawAsync(Actor, dagen, cancel);
        if (!withdrawn.IsDone)
            return NotFound();
        Done = "De dagen zijn ingetrokken.";
        return RedirectToPage("/Continuiteit/Index");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Rows = pages.Of(await board.OfAsync(Actor, cancel));
        Absences = await absences.MineAsync(Actor, cancel);
    }
}
