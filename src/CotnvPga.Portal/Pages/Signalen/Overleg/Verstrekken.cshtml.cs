using CotnvPga.Data.Consultation;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>Hands items over outside the system: to whom, what may go along and why not, then the literal text to confirm.</summary>
public sealed class VerstrekkenModel(CaseDesk desk, ConsultationDesk consultations, Handovers handovers, QualityDesk quality, CasePages pages, HandoverPages lines) : PortalPage
{
    /// <summary>Code of the receiving party.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Aan { get; set; }

    /// <summary>The chosen items.</summary>
    [BindProperty]
    public List<Guid> Gegevens { get; set; } = [];

    /// <summary>Whether somebody said to have checked the literal text; never ticked beforehand.</summary>
    [BindProperty]
    public bool Gecontroleerd { get; set; }

    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Receivers { get; private set; } = [];

    /// <summary>Name of the receiver; null while nobody was chosen.</summary>
    public string? Receiver => Receivers.FirstOrDefault(r => r.Value == Aan)?.Label;

    public IReadOnlyList<HandoverText> Allowed { get; private set; } = [];

    public IReadOnlyList<HandoverRefusal> Refusals { get; private set; } = [];

    /// <summary>What goes along, when it is to be confirmed.</summary>
    public IReadOnlyList<HandoverText> Chosen => [.. Allowed.Where(a => Gegevens.Contains(a.Id))];

    /// <summary>Whether the literal text is shown to be confirmed.</summary>
    public bool IsCheck { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, string? actie, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        if (Chosen.Count == 0)
            return Show(new NotValid("Gegevens", "Kies minstens één gegeven."));
        IsCheck = true;
        if (actie != "verstrek")
            return Page();
        if (!Gecontroleerd)
            return Show(new NotValid(nameof(Gecontroleerd), "Zet een vinkje als u de teksten hebt gecontroleerd."));
        // Who answers for an item and checked it here, tested it (besluit-pga:9): before it goes out.
        foreach (var line in Chosen.Where(c => c.TestsHere))
        {
            if (await quality.TestAsync(Actor, new ItemId(line.Id), "Gecontroleerd voor het verstrekken.", cancel) is { IsDone: false, Refusal: var untested })
                return Show(untested);
        }
        var made = await handovers.HandOverAsync(Actor, new SignalId(id), null, new NewHandover(Aan, Gegevens, null, []), cancel);
        if (!made.IsDone)
            return Show(made.Refusal);
        Done = $"{(made.Value.Items.Count == 1 ? "1 gegeven is" : $"{made.Value.Items.Count} gegevens zijn")} verstrekt aan {Receiver}.";
        return RedirectToPage("/Signalen/Overleg/Index", new { id });
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var table = await consultations.OpenAsync(Actor, new SignalId(id), withPlan: false, cancel);
        if (!table.IsDone)
            return Show(table.Refusal);
        var opened = Aan is null ? await desk.LookAsync(Actor, new SignalId(id), cancel) : await desk.OpenAsync(Actor, new SignalId(id), null, cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        Receivers = lines.Receivers(table.Value, opened.Value.Viewer);
        if (Receiver is null)
            return null;
        var preview = await handovers.PreviewAsync(Actor, new SignalId(id), Aan, null, cancel);
        if (!preview.IsDone)
            return Show(preview.Refusal);
        (Allowed, Refusals) = lines.Of(opened.Value, preview.Value);
        return null;
    }
}
