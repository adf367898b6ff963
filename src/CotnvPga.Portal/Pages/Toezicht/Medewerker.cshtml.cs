using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>The lines of one person, under a look that was opened for a purpose of the law. 404 for another's look, and when it is over.</summary>
public sealed class MedewerkerModel(LogReview review, OversightPages pages) : PortalPage
{
    public UserLog Log { get; private set; } = null!;

    public IReadOnlyList<UserLine> Lines { get; private set; } = [];

    /// <summary>Where the older lines begin; null when there are none.</summary>
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid inzage, long? voor, CancellationToken cancel)
    {
        var read = await review.OfAsync(Actor, inzage, voor, cancel);
        if (!read.IsDone)
            return NotFound();
        Log = read.Value;
        Lines = [.. Log.Lines.Select(pages.Line)];
        Older = Log.Lines.Count == LogReview.PageSize ? Log.Lines[^1].Id : null;
        return Page();
    }
}
