using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>A new second step for a colleague who lost both telephone and paper: one asks, another confirms and gets a code to hand over.</summary>
public sealed class HerstelModel(ContinuityBoard board, RecoveryDesk recovery, ContinuityPages pages, Municipalities municipalities)
    : ArrangingPage<NoInput>(board, pages, municipalities)
{
    /// <summary>The colleagues.</summary>
    public IReadOnlyList<Recoverable> People { get; private set; } = [];

    /// <summary>The code that was made just now: it is shown this once.</summary>
    public RecoveryCode? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(string gemeente, CancellationToken cancel) => await LoadPeopleAsync(gemeente, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string gemeente, Guid account, CancellationToken cancel)
    {
        if (await LoadPeopleAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var asked = await recovery.AskAsync(Actor, Where, new AccountId(account), cancel);
        if (!asked.IsDone)
            return Show(asked.Refusal);
        Done = "Uw vraag ligt vast. Een tweede collega die de toegang regelt, bevestigt hem binnen een dag.";
        return RedirectToPage(new { gemeente });
    }

    public async Task<IActionResult> OnPostBevestigAsync(string gemeente, Guid verzoek, CancellationToken cancel)
    {
        if (await LoadPeopleAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var confirmed = await recovery.ConfirmAsync(Actor, Where, verzoek, cancel);
        if (!confirmed.IsDone)
            return Show(confirmed.Refusal);
        Code = confirmed.Value;
        return await LoadPeopleAsync(gemeente, cancel) ?? Page();
    }

    private async Task<IActionResult?> LoadPeopleAsync(string gemeente, CancellationToken cancel)
    {
        if (await LoadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        People = (await recovery.ReadAsync(Actor, Where, cancel)).Value ?? [];
        return null;
    }
}
