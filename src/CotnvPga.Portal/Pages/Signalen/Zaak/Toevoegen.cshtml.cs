using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>Adds items to a case: all or nothing. 404 for who may not record anything in this phase.</summary>
[KeepsTyped]
public sealed class ToevoegenModel(CaseDesk desk, SignalDesk signals, CasePages pages, RecordingRules rules) : FormPage<ToevoegenModel.Aanvulling>
{
    public CasePage Case { get; private set; } = null!;

    /// <summary>What must be written beside an item, by field.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        Input.Gegevens.Add(new ItemInput());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? actie, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        if (ItemRows.Rearrange(actie, Input.Gegevens))
            return AsTyped();
        if (!ModelState.IsValid)
            return BadForm();
        var added = await signals.AddAsync(Actor, new SignalId(id), null, [.. Input.Gegevens.Select(g => g.ToItem())], cancel);
        if (!added.IsDone)
            return Show(added.Refusal);
        Done = added.Value.Count == 1 ? "1 gegeven is bewaard." : $"{added.Value.Count} gegevens zijn bewaard.";
        return RedirectToPage("/Signalen/Zaak/Index", new { id });
    }

    protected override string? Place(string field) => ItemInput.Place(field);

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        Asked = rules.ForCase(opened.Value);
        return Case.MayRecord ? null : NotFound();
    }

    /// <summary>Items as they are typed.</summary>
    public sealed class Aanvulling
    {
        public List<ItemInput> Gegevens { get; set; } = [];
    }
}
