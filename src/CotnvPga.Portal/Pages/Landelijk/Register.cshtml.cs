using CotnvPga.Data.Accession;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Mapping;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>How every municipality stands today as an organisation: covenant, people, training. Exact, because nothing in it is about a case or a person.</summary>
public sealed class RegisterModel(AccessionDesk accessions, ContinuityBoard board, Municipalities municipalities, RegisterPages pages) : PortalPage
{
    /// <summary>The municipalities by region of their Zorg- en Veiligheidshuis.</summary>
    public IReadOnlyList<RegisterRegion> Regions { get; private set; } = [];

    /// <summary>What the country does, in one sentence each.</summary>
    public IReadOnlyList<string> Spread { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await accessions.AllAsync(cancel);
        var benches = await board.FactsAsync([.. municipalities.All.Select(m => new Municipality(m.Code))], cancel);
        Regions = pages.Regions(all, benches);
        Spread = RegisterPages.Spread([.. Regions.SelectMany(r => r.Lines)]);
    }
}
