using CotnvPga.Data.Signals;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>The functions of a municipality, and appointing a deputy for a period.</summary>
public sealed class GemeenteModel(ContinuityBoard board, DeputyDesk deputies, ContinuityPages pages, Municipalities municipalities)
    : ArrangingPage<DeputyInput>(board, pages, municipalities)
{
    /// <summary>Who can be replaced.</summary>
    public IReadOnlyList<Choice> Replaced => Words.Seats(Benches, s => s.DeputyFor is null, s => s.Membership);

    /// <summary>Who can stand in: screened, authorised and trained for the same party.</summary>
    public IReadOnlyList<Choice> Deputies => Words.Seats(Benches, s => s.DeputyFor is null && s.CanWork && s.IsTrained, s => s.Account.Value);

    public async Task<IActionResult> OnGetAsync(string gemeente, CancellationToken cancel) => await LoadAsync(gemeente, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string gemeente, CancellationToken cancel)
    {
        if (await LoadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        if (!ModelState.IsValid)
            return BadForm();
        var appointed = await deputies.AppointAsync(Actor, Where, Input.ToDeputy(), cancel);
        if (!appointed.IsDone)
            return Show(appointed.Refusal);
        Done = "De plaatsvervanger is aangewezen. Beide namen staan straks bij elke stap en in het logboek.";
        return RedirectToPage("/Continuiteit/Gemeente", new { gemeente });
    }

    public async Task<IActionResult> OnPostEindeAsync(string gemeente, Guid lidmaatschap, CancellationToken cancel)
    {
        if (await LoadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var ended = await deputies.EndAsync(Actor, Where, lidmaatschap, cancel);
        if (!ended.IsDone)
            return Show(ended.Refusal);
        Done = "De vervanging is beëindigd.";
        return RedirectToPage("/Continuiteit/Gemeente", new { gemeente });
    }
}
