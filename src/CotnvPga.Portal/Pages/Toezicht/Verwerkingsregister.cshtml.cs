using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>The register of processings (avg:30), made from the rule data.</summary>
public sealed class VerwerkingsregisterModel(ProcessingRegister register, OversightPages pages, DutchClock clock) : PortalPage
{
    public LocalDate Today => clock.Today;

    public IReadOnlyList<ProcessingView> Processings { get; private set; } = [];

    public void OnGet() => Load();

    /// <summary>The register as a file.</summary>
    public IActionResult OnGetBestand()
    {
        Load();
        return File(
            SpreadsheetFile.Of(
                ["verwerking", "soort gegevens", "ook bijzonder", "kan het zien", "kan het verstrekt krijgen", "grondslag", "bewaren"],
                Processings.SelectMany(p => p.Categories, (processing, line) => new[]
                {
                    processing.Label, line.Category, string.Join(", ", line.Natures), string.Join(", ", line.Sees), string.Join(", ", line.Receives), processing.Articles, string.Join(" ", processing.Retention),
                })),
            "text/csv; charset=utf-8", "verwerkingsregister.csv");
    }

    private void Load() => Processings = [.. register.On(Today).Select(pages.Processing)];
}
