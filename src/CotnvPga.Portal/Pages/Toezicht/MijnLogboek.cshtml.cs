using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Mapping;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>What the log says of the person itself.</summary>
public sealed class MijnLogboekModel(LogReview review, OversightPages pages) : PortalPage
{
    public IReadOnlyList<UserLine> Lines { get; private set; } = [];

    /// <summary>Where the older lines begin; null when there are none.</summary>
    public long? Older { get; private set; }

    public async Task OnGetAsync(long? voor, CancellationToken cancel)
    {
        var lines = await review.OwnAsync(Actor, voor, cancel);
        Lines = [.. lines.Select(pages.Line)];
        Older = lines.Count == LogReview.PageSize ? lines[^1].Id : null;
    }
}
