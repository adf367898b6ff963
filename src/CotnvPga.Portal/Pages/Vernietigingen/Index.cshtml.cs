using CotnvPga.Data.Retention;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Vernietigingen;

/// <summary>The cases that were destroyed, without a person: a certificate each. Empty for who may not destroy.</summary>
public sealed class IndexModel(Certificates certificates, CertificatePages pages) : PortalPage
{
    private const int MostShown = 100;

    public IReadOnlyList<CertificateRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var read = await certificates.ReadAsync(Actor, cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        var rows = new List<CertificateRow>();
        foreach (var one in read.Value.Take(MostShown))
            rows.Add(await pages.OfAsync(one, cancel));
        Rows = rows;
        return Page();
    }
}
