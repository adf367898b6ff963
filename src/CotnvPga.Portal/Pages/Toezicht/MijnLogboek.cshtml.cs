using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>What the log says of the person itself.</summary>
public sealed class MijnLogboekModel(LogReview review, OversightPages pages) : PortalPage
{
    public IReadOnlyList<UserLine> Lines { get; private set; } = [];

    /// <summary>Where the older lines begin; null when there are none.</summary>
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? voor, CancellationToken cancel)
    {
        var read = await review.OwnAsync(Actor, voor, cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        var lines = read.Value;
        Lines = [.. lines.Select(pages.Line)];
        Older = lines.Count == LogReview.PageSize ? lines[^1].Id : null;
        return Page();
    }
}
