using CotnvPga.Data.PriorCases;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.LopendeZaken;

/// <summary>The running cases that this person entered or must confirm, and a file with many at once.</summary>
public sealed class IndexModel(RunningCaseDesk desk, PriorCasePages pages, RegistrationPlaces places) : PortalPage
{
    private const int LargestFile = 2_000_000;

    public IReadOnlyList<PriorCaseRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Municipalities => places.Municipalities(Actor);

    [BindProperty]
    public string? Gemeente { get; set; }

    /// <summary>A file with cases.</summary>
    [BindProperty]
    public IFormFile? Bestand { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowListAsync(cancel);
        var imported = await desk.ImportAsync(Actor, Municipalities is [var only] ? only.Value : Gemeente, await TextAsync(cancel), cancel);
        if (!imported.IsDone)
            return Show(imported.Refusal);
        Done = imported.Value.Count == 1 ? "1 zaak is als concept bewaard." : $"{imported.Value.Count} zaken zijn als concept bewaard.";
        return RedirectToPage();
    }

    protected override string FieldName(string field) => field == "gemeente" ? nameof(Gemeente) : nameof(Bestand);

    private async Task<string?> TextAsync(CancellationToken cancel)
    {
        if (Bestand is null || Bestand.Length > LargestFile)
            return Bestand is null ? null : new string('x', LargestFile + 1);
        using var reader = new StreamReader(Bestand.OpenReadStream());
        return await reader.ReadToEndAsync(cancel);
    }

    private async Task<IActionResult> ShowListAsync(CancellationToken cancel)
    {
        var listed = await desk.ListAsync(Actor, cancel);
        if (!listed.IsDone)
            return Show(listed.Refusal);
        Rows = [.. listed.Value.Select(pages.Row)];
        return Page();
    }
}
