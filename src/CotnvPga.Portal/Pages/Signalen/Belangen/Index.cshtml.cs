using CotnvPga.Data.Interests;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Belangen;

/// <summary>Who does not work on a case because of an interest of its own. 404 for who does not keep that list.</summary>
[KeepsTyped]
public sealed class IndexModel(CaseDesk desk, InterestDesk interests, CasePages pages, TablePages tables, Words words) : FormPage<InterestInput>
{
    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<InterestRow> Rows { get; private set; } = [];

    /// <summary>Who may be put on the list.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; } =
    [
        new(InterestKind.Uitgesloten.Code(), "Deze persoon werkt niet mee", "De zaak bestaat dan niet voor deze persoon: niet in de lijst, niet via een adres, voor geen enkele partij."),
        new(InterestKind.Alleen.Code(), "Alleen deze persoon werkt mee", "Van deze partij heeft dan niemand anders een plaats in de zaak. Voeg daarna wie nog meer mee mag werken toe, ook uzelf."),
    ];

    public string Explanation => tables.Act("uitsluiten").Explanation;

    public string Articles => tables.Act("uitsluiten").Articles;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        if (!ModelState.IsValid)
            return BadForm();
        var added = await interests.AddAsync(Actor, new SignalId(id), Input.ToInterest(), cancel);
        if (!added.IsDone)
            return Show(added.Refusal);
        Done = "Het staat op de lijst. Het geldt vanaf nu.";
        // Who kept itself out has no place here any more.
        return (await desk.LookAsync(Actor, new SignalId(id), cancel)).IsDone
            ? RedirectToPage("/Signalen/Belangen/Index", new { id })
            : RedirectToPage("/Werkvoorraad/Index");
    }

    public async Task<IActionResult> OnPostEindeAsync(Guid id, Guid regel, CancellationToken cancel)
    {
        var ended = await interests.EndAsync(Actor, new SignalId(id), regel, cancel);
        if (!ended.IsDone)
            return await LoadAsync(id, cancel) ?? Show(ended.Refusal);
        Done = "De regel is beëindigd. De persoon heeft weer de plaats die bij zijn werk hoort.";
        return RedirectToPage("/Signalen/Belangen/Index", new { id });
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        if (!opened.Value.KeepsInterests)
            return NotFound();
        Case = pages.Of(opened.Value);
        var list = await interests.ReadAsync(Actor, new SignalId(id), cancel);
        if (!list.IsDone)
            return Show(list.Refusal);
        Rows = [.. list.Value.Lines.Reverse().Select(Row)];
        People = [.. list.Value.Candidates.Select(c => new Choice($"{c.Account}/{c.Party.Code()}", c.Name, Group: words.Party(c.Party.Code()))).DistinctBy(c => c.Value)];
        return null;
    }

    private InterestRow Row(InterestLine line) => new(
        line.Id,
        line.Name,
        words.Party(line.Party),
        line.Kind == InterestKind.Alleen ? "Werkt als enige mee" : "Werkt niet mee",
        words.Party(line.By),
        line.Reason,
        line.AskAt,
        line.At.ToMomentText(),
        line.Until?.ToMomentText());
}
