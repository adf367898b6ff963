using CotnvPga.Data.Oversight;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>The contact point decides on a request. 404 for everybody else, and for a request that is not open.</summary>
[KeepsTyped]
public sealed class BesluitModel(CaseDesk desk, OversightDesk oversight, RecordDesk records, CasePages pages, RightsPages rights) : FormPage<DecisionInput>
{
    public CasePage Case { get; private set; } = null!;

    public RequestLine Asked { get; private set; } = null!;

    public IReadOnlyList<Choice> Outcomes => rights.WhatCanBeDecided;

    public IReadOnlyList<Choice> Grounds => rights.Grounds;

    public static IReadOnlyList<Choice> YesNo { get; } = [new("ja", "Ja"), new("nee", "Nee")];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid verzoek, CancellationToken cancel) => await LoadAsync(id, verzoek, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid verzoek, CancellationToken cancel)
    {
        if (!await LoadAsync(id, verzoek, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        if (Input.Uitkomst is null)
            return Show(new NotValid("uitkomst", "Kies wat u besluit."));
        var decision = new NewDecision(Input.Besluit, Input.Uitkomst, Input.Gronden, Input.GrondenNoemen switch { "ja" => true, "nee" => false, _ => null });
        var decided = await oversight.DecideRequestAsync(Actor, new SignalId(id), verzoek, decision, cancel);
        if (!decided.IsDone)
            return Show(decided.Refusal);
        Done = "Het besluit is vastgelegd. De gegevens zijn voor dit verzoek weer dicht.";
        return RedirectToPage("/Signalen/Rechten/Brief", new { id, verzoek });
    }

    private async Task<bool> LoadAsync(Guid id, Guid verzoek, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone || !rights.IsContactPoint(opened.Value.Viewer))
            return false;
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone || rights.Requests(read.Value).FirstOrDefault(r => r.Id == verzoek && r.Decided is null) is not { } request)
            return false;
        (Case, Asked) = (pages.Of(opened.Value), request);
        return true;
    }
}

/// <summary>A decision as it is typed.</summary>
public sealed class DecisionInput
{
    public string? Uitkomst { get; set; }

    public List<string> Gronden { get; set; } = [];

    public string? GrondenNoemen { get; set; }

    public string? Besluit { get; set; }
}
