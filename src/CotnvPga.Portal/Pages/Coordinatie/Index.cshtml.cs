using CotnvPga.Data.Coordination;
using CotnvPga.Domain.Coordination;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Coordinatie;

/// <summary>The desk without persons: seats asked, granted and ended, municipalities that ask for help, good practices. 404 for who has no task here.</summary>
[KeepsTyped]
public sealed class IndexModel(CoordinationDesk desk, CoordinationPages pages) : FormPage<CoordinationInput>
{
    public CoordinationView View { get; private set; } = null!;

    public IReadOnlyList<SeatLine> Seats { get; private set; } = [];

    public IReadOnlyList<HelpLine> Help { get; private set; } = [];

    public IReadOnlyList<GoodPractice> Practices => View.Practices;

    public IReadOnlyList<Choice> Laws => pages.Laws;

    public IReadOnlyList<Choice> Subjects => pages.Subjects;

    public IReadOnlyList<Choice> Places => pages.Places(Actor);

    /// <summary>Seats that wait for a first look, to choose from.</summary>
    public IReadOnlyList<Choice> Open => [.. Seats.Where(s => s.Stage == SeatStage.Gevraagd).Select(s => new Choice(s.Id.ToString(), $"{s.Number}, {s.Municipality}, {s.Meeting}"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? actie, Guid? zetel, Guid? vraag, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var (done, said) = actie switch
        {
            "beoordeel" => (await desk.AssessAsync(Actor, Input.Zetel ?? Guid.Empty, Input.Wet, Input.Toelichting, cancel), "De beoordeling ligt vast. Een tweede persoon bevestigt haar."),
            "akkoord" => (await desk.ConfirmAsync(Actor, zetel ?? Guid.Empty, true, cancel), "U stemde in."),
            "niet-akkoord" => (await desk.ConfirmAsync(Actor, zetel ?? Guid.Empty, false, cancel), "U stemde niet in. De zetel is niet toegestaan."),
            "vernietigd" => (await desk.DestroyedAsync(Actor, zetel ?? Guid.Empty, cancel), "De vernietiging is bevestigd."),
            "opgepakt" => (await desk.TakeUpAsync(Actor, vraag ?? Guid.Empty, cancel), "De hulpvraag is opgepakt."),
            "hulp" => (await desk.AskHelpAsync(Actor, Input.Gemeente, Input.Onderwerp, cancel), "Uw vraag staat bij de NCTV."),
            _ => (await desk.ShareAsync(Actor, Input.Titel, Input.Tekst, cancel), "Het voorbeeld is gedeeld."),
        };
        if (!done.IsDone)
            return Show(done.Refusal);
        Done = said;
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(Actor, cancel);
        if (!opened.IsDone)
            return false;
        View = opened.Value;
        Seats = [.. View.Seats.Select(s => pages.Line(s, Actor))];
        Help = [.. View.Help.Select(pages.Line)];
        return true;
    }
}
