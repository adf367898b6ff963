using CotnvPga.Data.Reports;
using CotnvPga.Portal.Api.V1;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>Received or handled, for who has the code. The code travels in the body, never in an address.</summary>
[AllowAnonymous]
[EnableRateLimiting(ReportRate.Policy)]
[IgnoreAntiforgeryToken]
public sealed class StandModel(ReportDesk desk) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public string? Standing { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Vul uw code in.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Standing = await desk.StandingAsync(Code, cancel) switch
        {
            "ontvangen" => "Uw melding is ontvangen.",
            "behandeld" => "Uw melding is behandeld.",
            _ => "Wij kennen deze code niet. Kijk of u hem goed hebt overgenomen.",
        };
        return Page();
    }
}
