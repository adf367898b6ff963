using CotnvPga.Data.Cases;
using CotnvPga.Data.Interests;
using CotnvPga.Data.Records;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Transfer;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Signals;

/// <summary>Looking into one case.</summary>
public sealed class CaseDesk(
    ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, WeighingDesk weighing, StepDesk steps, RecordDesk records, InterestDesk interests, Terms terms)
{
    /// <summary>Everything in the case that this person may see now. Every value in it is one line in the disclosure log.</summary>
    public Task<Result<CaseView>> OpenAsync(Actor actor, SignalId id, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync<CaseView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, purpose, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        return await reader.SheetAsync(entry, PartsOf(entry), cancel) is { } sheet
            ? Compose(entry, sheet.Visible, sheet.Conditional, ProcessStanding.Of(sheet.Process), sheet.Judgements) with { Question = sheet.Question }
            : new NotKnown();
    }, cancel);

    /// <summary>Where the case stands and what can be done, without reading an item: nothing is disclosed, so nothing is logged.</summary>
    public Task<Result<CaseView>> LookAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<CaseView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        await door.ShowForProcessAsync(entered.Value, cancel);
        return Compose(entered.Value, [], [], await ProcessStanding.ReadAsync(door, entered.Value, cancel), []);
    }, cancel);

    /// <summary>The page of a case, from what was read of it.</summary>
    internal CaseView Compose(CaseEntry entry, IReadOnlyList<VisibleItem> visible, IReadOnlyList<ConditionalItem> conditional, ProcessStanding process, IReadOnlyList<GivenJudgement> judgements)
    {
        var standing = weighing.Standing(entry.State, process);
        var (waiting, hasRecords) = records.Glance(entry, process);
        return new CaseView(
            entry.State,
            entry.Viewer,
            visible,
            conditional,
            steps.Offer(entry, process),
            [.. terms.Of(entry.State, process.Moved), .. RecordTerms.Of(lifecycle, entry.State.Phase, entry.Viewer, waiting)],
            WeighsHere(entry) ? [.. weighing.Weighers.Order(StringComparer.Ordinal).Select(p => Standing(p, standing, entry.Viewer.Party.Code()))] : [],
            judgements)
        {
            Edition = door.EditionOf(entry),
            HasRecords = hasRecords,
            TransferWaits = lifecycle.Act(TransferDesk.Take).From.Contains(entry.State.Phase.Code()) && process.TransferWaits,
            Notices = [.. RecordTerms.OnTop(lifecycle, waiting)],
            WorksOn = door.WorksOn(entry),
            SitsAtConsultation = door.SitsAtConsultation(entry),
            KeepsInterests = interests.MayKeep(entry),
        };
    }

    /// <summary>The items that the person's own party supplied, each with a line in the log; none for who may not know of the case.</summary>
    public async Task<IReadOnlyList<VisibleItem>> OwnItemsAsync(Actor actor, SignalId id, CancellationToken cancel) =>
        await OpenAsync(actor, id, null, cancel) is { IsDone: true, Value: var view } ? [.. view.Items.Where(i => i.Supplier == view.Viewer.Party.Code())] : [];

    /// <summary>The person's place in the case, without reading an item.</summary>
    public Task<Result<CaseEntry>> EnterAsync(Actor actor, SignalId id, Purpose? purpose, CancellationToken cancel) =>
        db.InTransactionAsync(() => door.EnterAsync(actor, id, purpose, forChange: false, cancel), cancel);

    /// <summary>What this viewer's page opens beside the items: judgements for who weighs, the question for who was asked one.</summary>
    internal SheetParts PartsOf(CaseEntry entry)
    {
        var asked = entry.Viewer.Circumstances.Contains(Circumstance.Geraadpleegd);
        return new SheetParts(WeighsHere(entry) ? WeighingDesk.Ground : null, asked ? AskingSteps : null, asked ? StepHistory.Ground : null);
    }

    private string[] AskingSteps => [.. lifecycle.Process.Steps.Where(s => s.Grants.Contains(Circumstance.Geraadpleegd.Code())).Select(s => s.Code)];

    /// <summary>Whether the viewer sits at the table where judgements are given and read now: it may take part and it weighs.</summary>
    private bool WeighsHere(CaseEntry entry) =>
        weighing.Weighers.Contains(entry.Viewer.Party.Code())
        && lifecycle.Step("weging_vaststellen")!.From.Concat(lifecycle.Step("deelnemers_vaststellen")!.From).Contains(entry.State.Phase.Code())
        && door.MayTakePart(entry);

    private static JudgementStanding Standing(string party, IReadOnlyList<StandingRow> standing, string own) => new(party, standing.Any(s => s.Partij == party))
    {
        Changed = standing.Any(s => s.Partij == own) && standing.Any(s => s.Partij == party && s.Veranderd),
    };
}
