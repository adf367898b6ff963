using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Meldpunt;

/// <summary>The reporting points, for anybody: 112 and other desks first.</summary>
[AllowAnonymous]
public sealed class IndexModel(Municipalities municipalities, PublicDesks desks) : PageModel
{
    public IReadOnlyList<NamedMunicipality> Municipalities => municipalities.All;

    public IReadOnlyList<PublicDesk> Desks => desks.All;
}
