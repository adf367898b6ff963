using CotnvPga.Data.Continuity;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>What somebody works on, to hand it over in bulk: a page and a CSV file, without a name, subject or reason.</summary>
public sealed class OverdrachtModel(WorkHandovers handovers, WorkReportPages pages) : FormPage<HandoverInput>
{
    /// <summary>Whose work; the own when not given.</summary>
    [FromQuery]
    public Guid? Persoon { get; set; }

    public WorkReport Report { get; private set; } = null!;

    public IReadOnlyList<WorkReportRow> Rows => pages.Rows(Report);

    /// <summary>Who could take over.</summary>
    public IReadOnlyList<Choice> Successors => pages.Choices(Report.Successors);

    /// <summary>Whose work can be looked at.</summary>
    public IReadOnlyList<Choice> Colleagues => pages.Choices(Report.Colleagues);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ?? Page();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ?? File(pages.Csv(Report), "text/csv; charset=utf-8", "werkoverdracht.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
            return refused;
        if (!ModelState.IsValid)
            return BadForm();
        var handed = await handovers.HandOverAsync(Actor, Input.ToHandover(Persoon), cancel);
        if (!handed.IsDone)
            return Show(handed.Refusal);
        Done = handed.Value == 1 ? "1 zaak is overgedragen." : $"{handed.Value} zaken zijn overgedragen.";
        return RedirectToPage("/Continuiteit/Overdracht", new { persoon = Persoon });
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var report = await handovers.ReportAsync(Actor, Persoon is { } who ? new AccountId(who) : null, cancel);
        if (!report.IsDone)
            return NotFound();
        Report = report.Value;
        return null;
    }

    // Which cases go along is one question, however many rows there are.
    protected override string FieldName(string field) => base.FieldName(field.StartsWith("zaken", StringComparison.Ordinal) ? "Zaken" : field);
}
