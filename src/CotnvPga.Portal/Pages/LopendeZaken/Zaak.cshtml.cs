using CotnvPga.Data.PriorCases;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.LopendeZaken;

/// <summary>One running case that is not open yet: lay it before the three, confirm it, open it, or throw it away.</summary>
public sealed class ZaakModel(RunningCaseDesk desk, PriorCasePages pages) : PortalPage
{
    public PriorCaseRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid concept, CancellationToken cancel) => await LoadAsync(concept, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid concept, string? actie, CancellationToken cancel)
    {
        if (await LoadAsync(concept, cancel) is { } refused)
            return refused;
        if (actie == "open")
        {
            var opened = await desk.OpenAsync(Actor, concept, cancel);
            if (!opened.IsDone)
                return Show(opened.Refusal);
            Done = $"Zaak {opened.Value.Number} is open. Wat nog ontbreekt, staat bij de stukken als taak.";
            return RedirectToPage("/Signalen/Zaak/Index", new { id = concept });
        }
        if (actie == "trek-in")
        {
            var gone = await desk.WithdrawAsync(Actor, concept, cancel);
            if (!gone.IsDone)
                return Show(gone.Refusal);
            Done = "Het concept is weg.";
            return RedirectToPage("/LopendeZaken/Index");
        }
        var done = actie == "leg-voor" ? await desk.SubmitAsync(Actor, concept, cancel) : await desk.AgreeAsync(Actor, concept, cancel);
        if (!done.IsDone)
            return Show(done.Refusal);
        Done = actie == "leg-voor" ? "De zaak is aan de drie voorgelegd." : "Uw partij heeft bevestigd.";
        return RedirectToPage(new { concept });
    }

    private async Task<IActionResult?> LoadAsync(Guid concept, CancellationToken cancel)
    {
        var read = await desk.ReadAsync(Actor, concept, cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        Row = pages.Row(read.Value);
        return null;
    }
}
