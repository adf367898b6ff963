using CotnvPga.Data.Signals;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>The review of access: each quarter each membership of a municipality is confirmed or ended.</summary>
public sealed class ToegangModel(ContinuityBoard board, AccessReviewDesk reviews, ContinuityPages pages, Municipalities municipalities)
    : ArrangingPage<NoInput>(board, pages, municipalities)
{
    /// <summary>How many are left to decide about.</summary>
    public int Left => Rows.SelectMany(r => r.People).Count(p => p.MayBeReviewed);

    public async Task<IActionResult> OnGetAsync(string gemeente, CancellationToken cancel) => await LoadAsync(gemeente, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string gemeente, Guid lidmaatschap, string? besluit, CancellationToken cancel)
    {
        if (await LoadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var decided = await reviews.DecideAsync(Actor, Where, lidmaatschap, besluit, cancel);
        if (!decided.IsDone)
            return Show(decided.Refusal);
        Done = besluit == AccessReviewDesk.Decisions[0] ? "De toegang is bevestigd." : "De toegang is beëindigd.";
        return RedirectToPage("/Continuiteit/Toegang", new { gemeente });
    }
}
