using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>Shows the receipt code once; after that the page goes back to the form.</summary>
[AllowAnonymous]
public sealed class OntvangenModel : PageModel
{
    /// <summary>Where the code travels from the form to here: sealed, and gone once read.</summary>
    internal const string Code = "ontvangstcode";

    public string Receipt { get; private set; } = string.Empty;

    public IActionResult OnGet()
    {
        if (TempData[Code] is not string code)
            return RedirectToPage("/Meldingen/Melden");
        Receipt = code;
        return Page();
    }
}
