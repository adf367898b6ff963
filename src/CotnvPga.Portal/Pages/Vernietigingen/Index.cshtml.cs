using CotnvPga.Data.Retention;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Vernietigingen;

/// <summary>The cases that were destroyed, without a person: a certificate each. Empty for who may not destroy.</summary>
public sealed class IndexModel(Certificates certificates, CertificatePages pages) : PortalPage
{
    private const int MostShown = 100;

    /// <summary>Which part of a list that does not fit on one page.</summary>
    [FromQuery]
    public int? Pagina { get; set; }

    public PagedList Paged { get; private set; } = null!;

    public IReadOnlyList<CertificateRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var number = PagedList.NumberOf(Pagina);
        var read = await certificates.ReadAsync(Actor, PagedList.SkipOf(number, MostShown), MostShown, cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        var rows = new List<CertificateRow>();
        foreach (var one in read.Value.Certificates)
            rows.Add(await pages.OfAsync(one, cancel));
        Rows = rows;
        Paged = new PagedList("/Vernietigingen/Index", "vernietigde zaken", number, MostShown, read.Value.Total, List: null) { InFront = "die het laatst zijn vernietigd" };
        return Page();
    }
}
