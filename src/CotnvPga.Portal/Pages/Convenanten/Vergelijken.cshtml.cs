using CotnvPga.Convenant;
using CotnvPga.Convenant.Comparing;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>What differs between two days or two municipalities, in words for a member of the council. The engine compares every cell.</summary>
public sealed class VergelijkenModel(CompiledConvenant convenant, Municipalities municipalities, DutchClock clock) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Gemeente { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Dag { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? AndereGemeente { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? AndereDag { get; set; }

    /// <summary>The municipalities.</summary>
    public IReadOnlyList<Choice> Municipalities => [.. municipalities.All.Select(m => new Choice(m.Code, m.Name))];

    /// <summary>What differs; null before anything was compared.</summary>
    public Difference? Found { get; private set; }

    /// <summary>The answers that change, per cause.</summary>
    public IReadOnlyList<DifferenceStory> Stories { get; private set; } = [];

    /// <summary>An article as people cite it.</summary>
    public string Citation(string article) => convenant.Sources.Citation(article);

    public IActionResult OnGet()
    {
        if (Request.Query.Count == 0)
        {
            (Dag, AndereDag) = (LocalDatePattern.Iso.Format(clock.Today.PlusYears(-1)), LocalDatePattern.Iso.Format(clock.Today));
            return Page();
        }
        var before = Side(Gemeente, nameof(Gemeente), Dag, nameof(Dag));
        var after = Side(AndereGemeente, nameof(AndereGemeente), AndereDag, nameof(AndereDag));
        if (before is null || after is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Found = Comparison.Of(before, after);
        Stories = DifferenceText.StoriesOf(Found);
        return Page();
    }

    private ComparedSide? Side(string? municipality, string municipalityField, string? day, string dayField)
    {
        if (municipality is not null && !municipalities.Exists(municipality))
            ModelState.AddModelError(municipalityField, "Kies een gemeente uit de lijst.");
        var parsed = LocalDatePattern.Iso.Parse(day ?? "");
        if (!parsed.Success || parsed.Value.Year is < 2000 or > 2099)
            ModelState.AddModelError(dayField, "Dit is geen datum tussen 2000 en 2099. Schrijf jjjj-mm-dd.");
        return ModelState.IsValid ? new ComparedSide(convenant, parsed.GetValueOrThrow(), municipality) : null;
    }
}
