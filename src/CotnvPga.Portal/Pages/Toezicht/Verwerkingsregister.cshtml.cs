using System.Text;
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
        var lines = new StringBuilder();
        Row(lines, ["verwerking", "soort gegevens", "ook bijzonder", "kan het zien", "kan het verstrekt krijgen", "grondslag", "bewaren"]);
        foreach (var (processing, line) in Processings.SelectMany(p => p.Categories, (p, c) => (p, c)))
            Row(lines, [processing.Label, line.Category, string.Join(", ", line.Natures), string.Join(", ", line.Sees), string.Join(", ", line.Receives), processing.Articles, string.Join(" ", processing.Retention)]);
        return File(Encoding.UTF8.GetBytes(lines.ToString()), "text/csv; charset=utf-8", "verwerkingsregister.csv");
    }

    private void Load() => Processings = [.. register.On(Today).Select(pages.Processing)];

    private static void Row(StringBuilder lines, IEnumerable<string> cells) =>
        lines.AppendJoin(';', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
