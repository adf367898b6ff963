using CotnvPga.Data.Oversight;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>The contact point takes a request in. 404 for everybody else.</summary>
[KeepsTyped]
public sealed class VerzoekModel(CaseDesk desk, OversightDesk oversight, CasePages pages, RightsPages rights) : FormPage<RequestInput>
{
    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds => rights.WhatCanBeAsked;

    public IReadOnlyList<Choice> Requesters => rights.WhoCanAsk;

    /// <summary>The items that this viewer sees now: a relation is shown only those about itself.</summary>
    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var items = Input.Verzoeker == "relatie" ? Input.Gegevens.Select(g => Guid.TryParseExact(g, "D", out var item) ? item : Guid.Empty).ToList() : [];
        var opened = await oversight.OpenRequestAsync(Actor, new SignalId(id), new NewRequest(Input.Soort, Input.Verzoeker, items), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Done = "Het verzoek is vastgelegd. Vraag nu de betrokken deelnemers, en beslis binnen de termijn.";
        return RedirectToPage("/Signalen/Rechten/Index", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(Actor, new SignalId(id), null, cancel);
        if (!opened.IsDone || !rights.IsContactPoint(opened.Value.Viewer) || !RightsTab.IsOpen(opened.Value))
            return false;
        Case = pages.Of(opened.Value);
        Items = [.. opened.Value.Items.Select(i => new Choice(i.Id.ToString(), Named(i)))];
        return true;
    }

    private static string Named(VisibleItem item) => $"{item.FieldLabel}: {(item.Value.Length > 80 ? $"{item.Value[..80]}…" : item.Value)}";
}

/// <summary>A request as it is typed.</summary>
public sealed class RequestInput
{
    public string? Soort { get; set; }

    public string? Verzoeker { get; set; }

    public List<string> Gegevens { get; set; } = [];
}
