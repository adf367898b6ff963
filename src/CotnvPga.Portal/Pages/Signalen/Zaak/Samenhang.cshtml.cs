using CotnvPga.Data.Households;
using CotnvPga.Data.Recognition;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Recognition;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>What joins this case with others: the same person, where the law lets this viewer see it, and one household, by number.</summary>
public sealed class SamenhangModel(CaseDesk desk, RecognitionDesk recognition, HouseholdDesk households, CasePages pages) : PortalPage
{
    public CasePage Case { get; private set; } = null!;

    /// <summary>Other cases about the same person.</summary>
    public IReadOnlyList<KnownHere> Known { get; private set; } = [];

    /// <summary>Numbers of the cases of one household; null for who does not link cases.</summary>
    public IReadOnlyList<string>? Linked { get; private set; }

    [BindProperty]
    public string? Nummer { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, string? los, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        var changed = los is null
            ? await households.LinkAsync(Actor, new SignalId(id), Nummer, cancel)
            : await households.UnlinkAsync(Actor, new SignalId(id), los, cancel);
        if (!changed.IsDone)
            return Show(changed.Refusal);
        Done = los is null ? "De zaken zijn verbonden." : "De zaken zijn los van elkaar.";
        return RedirectToPage(new { id });
    }

    protected override string FieldName(string field) => field == "nummer" ? nameof(Nummer) : field;

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var looked = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!looked.IsDone)
            return Show(looked.Refusal);
        Case = pages.Of(looked.Value);
        var known = await recognition.FindAsync(Actor, new SignalId(id), null, cancel);
        if (!known.IsDone)
            return Show(known.Refusal);
        Known = known.Value;
        if (await households.ReadAsync(Actor, new SignalId(id), cancel) is { IsDone: true, Value: var linked })
            Linked = linked;
        return null;
    }
}
