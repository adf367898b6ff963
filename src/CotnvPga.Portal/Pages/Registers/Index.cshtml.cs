using CotnvPga.Convenant.Registers;
using CotnvPga.Data.Registers;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Registers;

/// <summary>The registers of which this person reads something. 404 for who reads none.</summary>
public sealed class IndexModel(RegisterDesk desk, RegisterRecordPages pages) : PortalPage
{
    public IReadOnlyList<RegisterDefinition> Registers { get; private set; } = [];

    public string Articles(RegisterDefinition register) => pages.Articles(register.Grounds);

    public IActionResult OnGet()
    {
        Registers = desk.Of(Actor);
        return Registers.Count == 0 ? NotFound() : Page();
    }
}
