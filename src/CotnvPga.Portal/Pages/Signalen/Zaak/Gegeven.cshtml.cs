using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>Why an item is needed, party by party, and the supplier's holding it back. 404 for an item that the viewer does not see listed.</summary>
[KeepsTyped]
public sealed class GegevenModel(CaseDesk desk, ItemDesk items, CasePages pages, ItemRights rights) : FormPage<GegevenModel.Wijziging>
{
    public CasePage Case { get; private set; } = null!;

    /// <summary>The item, as it stands in the list.</summary>
    public IReadOnlyList<ItemGroup> Shown { get; private set; } = [];

    /// <summary>The parties for which necessity can be recorded; first the one entry for the three and the supplier.</summary>
    public IReadOnlyList<Choice> Parties => rights.Parties;

    public IReadOnlyList<Choice> YesNo { get; } = Stap.StepForm.YesNo;

    public bool MayShield { get; private set; }

    /// <summary>Whether the item waits for a second person of this party to look at it.</summary>
    public bool MayLookAgain { get; private set; }

    /// <summary>Whether the form for holding back came back.</summary>
    public bool IsShielding { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid gegeven, CancellationToken cancel) => await LoadAsync(id, gegeven, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid gegeven, string? actie, CancellationToken cancel)
    {
        if (await LoadAsync(id, gegeven, cancel) is { } refused)
            return refused;
        IsShielding = actie == "afscherming";
        if (!ModelState.IsValid)
            return BadForm();
        var changed = actie switch
        {
            "afscherming" => await items.ShieldAsync(Actor, new ItemId(gegeven), Input.ZwaarwegendeRedenen, Input.Reden, cancel),
            "tweede-blik" => await items.LookAgainAsync(Actor, new ItemId(gegeven), Input.Toelichting, cancel),
            _ => await SetNecessityAsync(gegeven, cancel),
        };
        if (!changed.IsDone)
            return Show(changed.Refusal);
        Done = actie is "afscherming" or "tweede-blik" ? "Bewaard. Wie dit gegeven nu ziet, is direct bijgewerkt." : "De noodzaak is bewaard.";
        return RedirectToPage("/Signalen/Zaak/Index", new { id });
    }

    private Task<Result<ItemId>> SetNecessityAsync(Guid gegeven, CancellationToken cancel)
    {
        var (ordinary, special) = (Input.Noodzaak ?? string.Empty, Input.NoodzaakBijzonder ?? string.Empty);
        return Input.Partij is null or ItemRights.Standard
            ? items.SetNecessityAsync(Actor, new ItemId(gegeven), ordinary, special, [], cancel)
            : items.SetNecessityAsync(Actor, new ItemId(gegeven), null, null, [new PartyNecessity(Input.Partij, ordinary, special)], cancel);
    }

    private async Task<IActionResult?> LoadAsync(Guid id, Guid gegeven, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(Actor, new SignalId(id), null, cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        Shown = pages.Only(Case, gegeven);
        MayShield = rights.MayShield(opened.Value, gegeven);
        MayLookAgain = MayShield && opened.Value.Items.Any(i => i.Id.Value == gegeven && i.WaitsForSecondLook);
        return Shown.Count > 0 && rights.MayExplain(opened.Value, gegeven) ? null : NotFound();
    }

    /// <summary>A change as it is typed. The names are those of the API.</summary>
    public sealed class Wijziging
    {
        public string? Partij { get; set; }

        public string? Noodzaak { get; set; }

        public string? NoodzaakBijzonder { get; set; }

        public bool? ZwaarwegendeRedenen { get; set; }

        public string? Reden { get; set; }

        public string? Toelichting { get; set; }
    }
}
