using CotnvPga.Data.Oversight;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Datalekken;

/// <summary>The register of breaches: what there is, and a new one for who keeps it. 404 for who has no task in it.</summary>
public sealed class IndexModel(BreachRegister register, BreachPages pages, DateTimeZone zone) : FormPage<BreachInput>
{
    public IReadOnlyList<BreachView> Breaches { get; private set; } = [];

    /// <summary>Whether this person keeps the register.</summary>
    public bool Keeps { get; private set; }

    public IReadOnlyList<Choice> Kinds => pages.WhatHappened;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var added = await register.AddAsync(Actor, Input.ToBreach(zone), cancel);
        if (!added.IsDone)
            return Show(added.Refusal);
        Done = "Het datalek staat in het register. Leg nu vast of u het meldt.";
        return RedirectToPage("/Datalekken/Lek", new { lek = added.Value });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var read = await register.ReadAsync(Actor, cancel);
        if (!read.IsDone)
            return false;
        Breaches = [.. read.Value.Select(pages.Of)];
        Keeps = register.PlacesOf(Actor, BreachRegister.Keep).Count > 0;
        return true;
    }
}

/// <summary>A breach as it is typed.</summary>
public sealed class BreachInput
{
    public string? Soort { get; set; }

    public LocalDate? OntdektOp { get; set; }

    /// <summary>The hour of the day, such as 14:30; empty counts from the beginning of the day.</summary>
    public string? Tijd { get; set; }

    public string? Omschrijving { get; set; }

    public string? Gevolgen { get; set; }

    public string? AantalMensen { get; set; }

    /// <summary>What is sent. A time that cannot be read counts as the beginning of the day: then the term ends sooner, never later.</summary>
    public NewBreach ToBreach(DateTimeZone zone)
    {
        var time = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(Tijd ?? "") is { Success: true, Value: var known } ? known : LocalTime.Midnight;
        int? people = string.IsNullOrWhiteSpace(AantalMensen) ? null
            : int.TryParse(AantalMensen, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;
        return new NewBreach(null, Soort, OntdektOp is { } day ? day.At(time).InZoneLeniently(zone).ToInstant() : null, Omschrijving?.Trim(), Gevolgen?.Trim(), people);
    }
}
