using CotnvPga.Convenant.Process;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Stap;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>Lays down a record, proposes a joint one, or agrees to it. The form follows from the process data. 404 for who may not make it.</summary>
[KeepsTyped]
public sealed class MakenModel(CaseDesk desk, RecordDesk records, StepDesk steps, StepHistory history, ConsultationDesk consultations, CasePages pages, RecordPages layout, ProposalWords proposals)
    : FormPage<RecordInput>, IRecordForm
{
    private RecordWords? _proposed;
    private RecordsView _records = null!;

    public CasePage Case { get; private set; } = null!;

    public RecordDefinition Kind { get; private set; } = null!;

    /// <summary>What the viewer's party was asked, for a kind that answers a consultation; null when it was asked nothing.</summary>
    public string? Question { get; private set; }

    /// <summary>The proposal on the table; null when there is none.</summary>
    public ProposalModel? Proposal { get; private set; }

    public IReadOnlyList<RecordField> Fields => Kind.Fields;

    public string Articles => layout.Articles(Kind);

    public string WhoReads => layout.WhoReads(Kind);

    public IReadOnlyList<Choice> Choices(RecordField field) => layout.Choices(field, _records);

    public async Task<IActionResult> OnGetAsync(Guid id, string soort, Guid? bij, Guid? vervangt, CancellationToken cancel)
    {
        if (await LoadAsync(id, soort, cancel) is not { } loaded)
            return NotFound();
        (Input.Bij, Input.Vervangt) = (bij, vervangt);
        if (loaded.Records.FirstOrDefault(r => r.Id == vervangt && r.Kind == soort)?.Words is { } older)
            Input.BeginWith(Kind, older);
        else
            await BeginWithTableAsync(id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string soort, string? actie, string? voorstel, CancellationToken cancel)
    {
        if (await LoadAsync(id, soort, cancel) is null)
            return NotFound();
        if (Input.Extend(Kind, actie))
            return AsTyped();
        var agrees = actie == "instemmen";
        if (agrees && (Proposal is null || Proposal.Fingerprint != voorstel))
            return Show(new NotNow("Het voorstel is intussen veranderd. Lees het nieuwe voorstel.", []));
        if (!ModelState.IsValid)
            return BadForm();
        var sent = agrees ? new NewRecord(_proposed!.Bij, _proposed.Vervangt, _proposed.Velden) : Input.ToRecord(Kind);
        var made = await records.MakeAsync(Actor, new SignalId(id), soort, sent, cancel);
        if (!made.IsDone)
            return Show(made.Refusal);
        Done = made.Value.WaitingFor.Count == 0 ? $"{Kind.Label}: vastgelegd." : $"{Kind.Label}: {layout.WaitsFor(made.Value.WaitingFor)}";
        return RedirectToPage("/Signalen/Stukken/Index", new { id });
    }

    /// <summary>Rows about parties begin with who sits at the table.</summary>
    private async Task BeginWithTableAsync(Guid id, CancellationToken cancel)
    {
        if (Kind.Addressee is not { Rows: { Count: > 0 } parts } rows || await consultations.OpenAsync(Actor, new SignalId(id), withPlan: false, cancel) is not { IsDone: true, Value: var table })
            return;
        var party = parts.First(p => p.IsAddressee).Code;
        Input.BeginRows(rows, table.Present.Select(p => new Dictionary<string, string> { [party] = p.Party }));
    }

    protected override string FieldName(string field) => base.FieldName(RecordFieldNames.InForm(Kind.Fields, field));

    private async Task<RecordsView?> LoadAsync(Guid id, string soort, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return null;
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone || read.Value.Offered.FirstOrDefault(k => k.Code == soort) is not { } kind)
            return null;
        (Case, Kind, _records) = (pages.Of(opened.Value), kind, read.Value);
        if (kind.Fields.Any(f => f.Kind == RecordFieldKind.Gegevens))
            _records = _records with { OwnItems = await desk.OwnItemsAsync(Actor, new SignalId(id), cancel) };
        Input.Complete(kind);
        if (kind.Step.AnyOf.Contains(Circumstance.Geraadpleegd.Code()) && await history.ReadAsync(Actor, new SignalId(id), cancel) is { IsDone: true, Value: var taken })
            Question = taken.LastOrDefault(t => t.Words?.Vraag is not null && t.Words.Partij == read.Value.Party)?.Words?.Vraag;
        if (kind.Step.Manner != StepManner.Alleen && await steps.ProposalAsync(Actor, new SignalId(id), soort, cancel) is { IsDone: true, Value: var proposal })
            (Proposal, _proposed) = (proposals.OfRecord(proposal, _records), Canonical.Read<RecordWords>(proposal.Words));
        return read.Value;
    }
}
