using CotnvPga.Data.Meetings;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Overleggen;

/// <summary>The view of who chairs without items: agenda, attendance and actions by number. Who may is process data; 404 for everybody else.</summary>
public sealed class VoorzittenModel(MeetingDesk desk, MeetingPages pages) : PortalPage
{
    public string Title { get; private set; } = "";

    public string When { get; private set; } = "";

    public IReadOnlyList<ChairedLine> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid bijeenkomst, CancellationToken cancel)
    {
        var chaired = await desk.ChairAsync(Actor, bijeenkomst, cancel);
        if (!chaired.IsDone)
            return Show(chaired.Refusal);
        (Title, When) = pages.Head(chaired.Value.Meeting);
        Cases = pages.Chaired(chaired.Value);
        return Page();
    }
}
