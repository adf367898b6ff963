using CotnvPga.Data.Meetings;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Overleggen;

/// <summary>The calendar of the weegploeg and the consultations: per municipality the meetings, with the numbers of the cases that the viewer knows of.</summary>
[KeepsTyped]
public sealed class IndexModel(MeetingDesk desk, MeetingPages pages) : FormPage<MeetingInput>
{
    public IReadOnlyList<MeetingGroup> Groups { get; private set; } = [];

    /// <summary>Municipalities for which the viewer plans meetings; empty when none.</summary>
    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => MeetingPages.Kinds;

    /// <summary>Meetings ahead, to put a case on.</summary>
    public IReadOnlyList<Choice> Ahead { get; private set; } = [];

    /// <summary>Cases that the viewer's party can put on an agenda.</summary>
    public IReadOnlyList<Choice> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? actie, Guid? bijeenkomst, Guid? zaak, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
            return BadForm();
        var (refused, said) = actie switch
        {
            "vervallen" => (await desk.CancelAsync(Actor, bijeenkomst ?? Guid.Empty, cancel) is { IsDone: false } no ? no.Refusal : null, "De bijeenkomst is vervallen."),
            "eraf" => (await desk.PutAsync(Actor, new SignalId(zaak ?? Guid.Empty), bijeenkomst, off: true, cancel) is { IsDone: false } no ? no.Refusal : null, "De zaak staat niet meer op de agenda."),
            "agenda" => (await desk.PutAsync(Actor, new SignalId(Input.Zaak ?? Guid.Empty), Input.Bijeenkomst, off: false, cancel) is { IsDone: false } no ? no.Refusal : null, "De zaak staat op de agenda."),
            _ => (await desk.PlanAsync(Actor, Input.ToMeeting(), cancel) is { IsDone: false } no ? no.Refusal : null, "De bijeenkomst is gepland."),
        };
        if (refused is NotKnown)
            return Show(new NotValid("zaak", "Kies een zaak."));
        if (refused is not null)
            return Show(refused);
        Done = said;
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var listed = await desk.ListAsync(Actor, cancel);
        if (!listed.IsDone)
            return;
        Groups = pages.Groups(listed.Value.Meetings);
        Places = pages.Places(Actor);
        Ahead = pages.Ahead(listed.Value.Meetings);
        Cases = pages.Cases(listed.Value.Cases);
    }
}
