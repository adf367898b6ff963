using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Components.Text;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>A page about the covenant of one municipality, or the national one alone, as it stands on a day.</summary>
public abstract class CovenantPage(CompiledConvenant convenant, SharingEditions editions, Municipalities municipalities, DutchClock clock) : PortalPage
{
    /// <summary>Stands in the address in the place of a municipality for the national covenant alone.</summary>
    public const string National = "landelijk";

    /// <summary>Code of the municipality, or <see cref="National"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Gemeente { get; set; } = National;

    /// <summary>The day as it was typed; null for today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Dag { get; set; }

    /// <summary>The day for which the page holds.</summary>
    public LocalDate Day { get; private set; }

    /// <summary>What holds there on that day.</summary>
    public Edition Edition { get; private set; } = null!;

    /// <summary>Name of the place: the municipality, or the country.</summary>
    public string PlaceName { get; private set; } = "";

    /// <summary>Code of the municipality; null for the national covenant alone.</summary>
    public string? Municipality => Gemeente == National ? null : Gemeente;

    /// <summary>Today, in the Netherlands.</summary>
    public LocalDate Today => clock.Today;

    /// <summary>The rule data.</summary>
    protected CompiledConvenant Convenant => convenant;

    /// <summary>Reads place and day; false when the place does not exist.</summary>
    protected bool ReadPlace()
    {
        if (Municipality is { } code && !municipalities.Exists(code))
            return false;
        Day = Today;
        if (!string.IsNullOrEmpty(Dag))
        {
            var parsed = LocalDatePattern.Iso.Parse(Dag);
            if (parsed.Success && parsed.Value.Year is >= 2000 and <= 2099)
                Day = parsed.Value;
            else
                ModelState.AddModelError(nameof(Dag), "Dit is geen datum tussen 2000 en 2099. Schrijf jjjj-mm-dd.");
        }
        // The field shows the day; links leave today out, so that they still mean today tomorrow.
        Dag = LocalDatePattern.Iso.Format(Day);
        Edition = editions.Of(Municipality, Day);
        PlaceName = Municipality is null ? "Landelijk" : municipalities.NameOf(new Domain.Municipality(Municipality));
        return true;
    }
}
