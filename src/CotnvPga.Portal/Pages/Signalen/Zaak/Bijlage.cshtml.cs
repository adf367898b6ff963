using CotnvPga.Data.Attachments;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Calls;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>A document of an item, to be saved; 404 for who does not see the item in this case.</summary>
public sealed class BijlageModel(AttachmentDesk attachments) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid gegeven, Guid bijlage, CancellationToken cancel)
    {
        var found = await attachments.DownloadAsync(Actor, new ItemId(gegeven), bijlage, null, cancel);
        if (!found.IsDone || found.Value.Signal.Value != id)
            return NotFound();
        FileAnswer.WriteHeaders(Response, found.Value.Name);
        return File(found.Value.Content, found.Value.MediaType);
    }
}
