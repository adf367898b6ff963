using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>A covenant to read, with the choices of the municipality filled in.</summary>
public sealed class LezenModel(
    CompiledConvenant convenant, SharingEditions editions, Municipalities municipalities, DutchClock clock, CovenantPages pages)
    : CovenantPage(convenant, editions, municipalities, clock)
{
    /// <summary>The national covenant.</summary>
    public CovenantText? Model => Convenant.Covenants.Model;

    /// <summary>The chapters.</summary>
    public IReadOnlyList<ChapterView> Chapters { get; private set; } = [];

    /// <summary>Hash of the rule data.</summary>
    public string Hash => Convenant.Hash;

    public IActionResult OnGet()
    {
        if (!ReadPlace())
            return NotFound();
        Chapters = pages.Chapters(Edition, Day);
        return Page();
    }
}
