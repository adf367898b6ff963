using CotnvPga.Data.Oversight;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Datalekken;

/// <summary>One breach, and what was done about it. 404 for who has no task in the register of that municipality.</summary>
public sealed class LekModel(BreachRegister register, BreachPages pages) : FormPage<BreachLineInput>
{
    public BreachView Breach { get; private set; } = null!;

    /// <summary>Whether this person keeps the register.</summary>
    public bool Keeps { get; private set; }

    public IReadOnlyList<Choice> Acts => pages.WhatWasDone;

    public async Task<IActionResult> OnGetAsync(Guid lek, CancellationToken cancel) => await LoadAsync(lek, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid lek, CancellationToken cancel)
    {
        if (!await LoadAsync(lek, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var added = await register.AddLineAsync(Actor, lek, new NewBreachLine(Input.Soort, Input.Tekst?.Trim()), cancel);
        if (!added.IsDone)
            return Show(added.Refusal);
        Done = "Vastgelegd.";
        return RedirectToPage(new { lek });
    }

    private async Task<bool> LoadAsync(Guid lek, CancellationToken cancel)
    {
        var read = await register.ReadAsync(Actor, cancel);
        if (!read.IsDone || read.Value.FirstOrDefault(b => b.Id == lek) is not { } found)
            return false;
        Breach = pages.Of(found);
        Keeps = register.PlacesOf(Actor, BreachRegister.Keep).Any(p => p.Code == found.Municipality) && !found.IsDone;
        return true;
    }
}

/// <summary>What was done about a breach, as it is typed.</summary>
public sealed class BreachLineInput
{
    public string? Soort { get; set; }

    public string? Tekst { get; set; }
}
