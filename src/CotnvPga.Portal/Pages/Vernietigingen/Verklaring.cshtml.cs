using CotnvPga.Data.Retention;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Vernietigingen;

/// <summary>The certificate of one destroyed case, to print and keep. 404 for who may not destroy.</summary>
public sealed class VerklaringModel(Certificates certificates, CertificatePages pages) : PortalPage
{
    public CertificateRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string nummer, CancellationToken cancel)
    {
        var read = await certificates.FindAsync(Actor, nummer, cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        if (read.Value is not { } found)
            return NotFound();
        Row = await pages.OfAsync(found, cancel);
        return Page();
    }
}
