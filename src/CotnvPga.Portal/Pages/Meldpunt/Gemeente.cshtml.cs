using CotnvPga.Convenant;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Meldpunt;

/// <summary>The reporting point of one municipality, for anybody: what to report, what happens with it, and what not to report.</summary>
[AllowAnonymous]
public class GemeenteModel(Municipalities municipalities, PublicDesks desks, CompiledConvenant convenant) : PageModel
{
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public ReportingPoint? Point { get; private set; }

    public IReadOnlyList<PublicDesk> Desks => desks.All;

    /// <summary>The closed list of who reports.</summary>
    public IEnumerable<string> Kinds => convenant.Process.Reasons["soort_melder"].Select(r => r.Label);

    public IActionResult OnGet(string gemeente)
    {
        if (municipalities.All.FirstOrDefault(m => m.Code == gemeente) is not { } found)
            return NotFound();
        (Code, Name, Point) = (found.Code, found.Name, found.ReportingPoint);
        return Page();
    }
}
