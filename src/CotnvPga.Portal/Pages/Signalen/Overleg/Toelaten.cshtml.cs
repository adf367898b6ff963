using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Stap;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>Lets somebody in for one meeting: proposes it, or agrees to the proposal on the table. 404 for who does not decide on it.</summary>
[KeepsTyped]
public sealed class ToelatenModel(CaseDesk desk, StepDesk steps, Admissions admissions, CasePages pages, TablePages tables, ProposalWords words)
    : FormPage<AdmissionInput>
{
    private const string Admit = "toelaten";
    private NewAdmission? _proposed;

    public CasePage Case { get; private set; } = null!;

    /// <summary>The proposal on the table; null when there is none.</summary>
    public ProposalModel? Proposal { get; private set; }

    public IReadOnlyList<Choice> Guests => tables.Guests;

    public string Explanation => tables.Act(Admit).Explanation;

    public string Articles => tables.Act(Admit).Articles;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, string? actie, string? voorstel, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        var agrees = actie == "instemmen";
        if (agrees && (Proposal is null || Proposal.Fingerprint != voorstel))
            return Show(new NotNow("Het voorstel is intussen veranderd. Lees het nieuwe voorstel.", []));
        // What 'a concrete event' is, the law leaves open: who applies it says why it counts here (wet-cotnv:2.2.b).
        if (!agrees && !Input.ConcreteGebeurtenis.IsEmpty && string.IsNullOrWhiteSpace(Input.ConcreteGebeurtenis.Reden))
            ModelState.AddModelError("Input.ConcreteGebeurtenis.Reden", "Schrijf waarom deze gebeurtenis voor deze zaak telt.");
        if (!ModelState.IsValid)
            return BadForm();
        var admitted = await admissions.AdmitAsync(Actor, new SignalId(id), agrees ? _proposed! : Input.ToAdmission(), cancel);
        if (!admitted.IsDone)
            return Show(admitted.Refusal);
        Done = admitted.Value.WaitingFor.Count == 0
            ? "De gast is toegelaten, alleen voor dit overleg."
            : $"Uw partij stemde in. Nu wacht het op {string.Join(" en ", admitted.Value.WaitingFor.Select(tables.Party))}.";
        return RedirectToPage("/Signalen/Overleg/Index", new { id });
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        if (!opened.Value.SitsAtConsultation || !tables.MayAdmit(opened.Value.Viewer))
            return NotFound();
        Case = pages.Of(opened.Value);
        if (await steps.ProposalAsync(Actor, new SignalId(id), Admit, cancel) is { IsDone: true, Value: var proposal })
            (Proposal, _proposed) = (words.OfAdmission(proposal), AdmissionInput.Again(Canonical.Read<Admission>(proposal.Words)));
        return null;
    }
}
