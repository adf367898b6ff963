using CotnvPga.Data.Plan;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Steps;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Irreversible;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>Takes a step of the process, proposes a joint one, or agrees to it. The form follows from what the step asks.</summary>
[IrreversibleSteps]
[KeepsTyped]
public sealed class IndexModel(CaseDesk desk, StepDesk steps, RecordDesk records, CasePages pages, RecordPages layout, StepForms forms) : FormPage<StepInput>
{
    private StepWords? _proposed;
    private RecordsView? _records;

    public CasePage Case { get; private set; } = null!;

    public StepView Step { get; private set; } = null!;

    /// <summary>The proposal on the table; null when there is none.</summary>
    public ProposalModel? Proposal { get; private set; }

    /// <summary>Whether the form has a field for an explanation: when the step asks for one, or has no other field for words.</summary>
    public bool AsksExplanation => Step.NeedsExplanation || Form.Parts.All(Needs.OnlyChooses);

    public StepForm Form => forms.For(Step.Code, Input, Case, PlanRecordsToChoose);

    private IReadOnlyList<Choice> PlanRecordsToChoose =>
        _records is null ? [] : layout.Standing(_records, PlanRecords.Goal, PlanRecords.Protective, PlanRecords.Intervention);

    public async Task<IActionResult> OnGetAsync(Guid id, string stap, CancellationToken cancel)
    {
        if (await LoadAsync(id, stap, cancel) is { } refused)
            return refused;
        forms.Fill(Step.Code, Input, PlanRecordsToChoose);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string stap, string? actie, string? voorstel, CancellationToken cancel)
    {
        if (await LoadAsync(id, stap, cancel) is { } refused)
            return refused;
        if (StepForms.Extend(actie, Input))
            return AsTyped();
        if (actie == "instemmen" && (Proposal is null || Proposal.Fingerprint != voorstel))
            return Show(new NotNow("Het voorstel is intussen veranderd. Lees het nieuwe voorstel.", []));
        if (!ModelState.IsValid)
            return BadForm();
        var words = actie == "instemmen" ? _proposed! : Input.ToWords();
        var taken = await steps.TakeAsync(Actor, new SignalId(id), stap, words, cancel);
        if (!taken.IsDone)
            return Show(taken.Refusal);
        Done = forms.Outcome(Step, taken.Value);
        // A step can end what this person knows of the case: then there is no case to go back to.
        return await desk.LookAsync(Actor, new SignalId(id), cancel) is { IsDone: true }
            ? RedirectToPage("/Signalen/Zaak/Index", new { id })
            : RedirectToPage("/Werkvoorraad/Index");
    }

    // A service counts only the participants that were ticked; the form shows all.
    protected override string FieldName(string field) => base.FieldName(forms.InForm(field, Input));

    private async Task<IActionResult?> LoadAsync(Guid id, string stap, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        if (Case.Steps.FirstOrDefault(s => s.Code == stap) is not { } step)
            return NotFound();
        Step = step;
        if (forms.AgreesPlan(stap) && await records.ReadAsync(Actor, new SignalId(id), cancel) is { IsDone: true, Value: var read })
            _records = read;
        if (step.HasProposal && await steps.ProposalAsync(Actor, new SignalId(id), stap, cancel) is { IsDone: true, Value: var proposal })
            (Proposal, _proposed) = (forms.Proposal(proposal, _records), Canonical.Read<StepWords>(proposal.Words));
        return null;
    }
}
