using System.Text;
using CotnvPga.Data.Meetings;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Overleggen;

/// <summary>A meeting as a file for somebody's own calendar: when and where, nothing of a case. 404 for a meeting of another municipality.</summary>
public sealed class AgendabestandModel(MeetingDesk desk, MeetingPages pages) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid bijeenkomst, CancellationToken cancel)
    {
        var listed = await desk.ListAsync(Actor, cancel);
        if (!listed.IsDone || listed.Value.Meetings.FirstOrDefault(m => m.Meeting.Id == bijeenkomst) is not { } planned)
            return NotFound();
        return File(Encoding.UTF8.GetBytes(pages.CalendarFile(planned.Meeting)), "text/calendar; charset=utf-8", "overleg.ics");
    }
}
