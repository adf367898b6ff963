using CotnvPga.Convenant.Process;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Plan;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Steps;

/// <summary>Taking steps. The lifecycle says whether, the database's trigger says it again, and only then the phase changes.</summary>
public sealed class StepDesk(
    ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, WeighingDesk weighing, StepEffects effects, PlanRecords plans, RecordDesk records, Terms terms, IClock clock)
{
    private readonly Proposals _proposals = new(db, clock);

    /// <summary>Takes a step, or agrees to one that several must take.</summary>
    public Task<Result<StepOutcomeView>> TakeAsync(Actor actor, SignalId id, string? code, StepWords words, CancellationToken cancel) => db.InTransactionAsync<StepOutcomeView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (lifecycle.Step(code) is not { } step || step.Manner == StepManner.Proces)
            return new NotValid("stap", $"Kies een stap: {string.Join(", ", lifecycle.Process.Steps.Where(s => s.Manner != StepManner.Proces).Select(s => s.Code))}.");
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        if (effects.Errors(step, words, entry) is { Count: > 0 } errors)
            return new NotValid(errors);
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow($"De stap '{step.Label}' kan niet in de fase {entry.State.Phase.Code()}.", ["fase"]);

        await door.ShowForProcessAsync(entry, cancel);
        if (await effects.ElsewhereErrorsAsync(words, cancel) is { Count: > 0 } elsewhere)
            return new NotValid(elsewhere);
        IReadOnlyList<string> planned = [];
        if (words.Stukken is { Count: > 0 } named)
        {
            if (await plans.KindsAsync(named, cancel) is not { } kinds)
                return new NotValid("stukken", "Een van deze stukken is er niet, is vervangen, of hoort niet in een plan.");
            planned = kinds;
        }
        var process = await ProcessStanding.ReadAsync(door, entry, cancel);
        var facts = await FactsAsync(entry, process, words, planned, cancel);
        if (SignalLifecycle.Missing(step, facts) is { Count: > 0 } missing)
            return new NotNow($"De stap '{step.Label}' kan nog niet. {step.Explanation}", missing);
        using var key = await reader.WorkKeyAsync(id, step.Code, step.Grounds, cancel);
        if (words.Stukken is { Count: > 0 } chosen && string.IsNullOrWhiteSpace(words.Toelichting) && await plans.ClashesAsync(chosen, key, cancel) is { Count: > 0 } clashes)
            return new NotValid("toelichting", PlanRecords.Tell(clashes));
        Guid? proposal = null;
        if (step.Manner is StepManner.Samen or StepManner.TweePersonen)
        {
            var agreement = await _proposals.PostAsync(entry, step, Canonical.Write(words), key, cancel);
            if (agreement.WaitingFor.Count > 0)
                return new StepOutcomeView(step.Code, entry.State.Phase, agreement.WaitingFor);
            proposal = agreement.Proposal;
        }
        return await FireAsync(entry, step, words, process, facts, key, proposal, cancel);
    }, cancel);

    private async Task<Result<StepOutcomeView>> FireAsync(
        CaseEntry entry, StepDefinition step, StepWords words, ProcessStanding process, HashSet<string> facts, CaseKey key, Guid? proposal, CancellationToken cancel)
    {
        var target = lifecycle.Fire(step, entry.State.Phase, facts)
            ?? throw new InvalidOperationException($"The lifecycle refused {step.Code} after its facts were found.");
        var id = Guid.NewGuid();
        var row = new StapRow
        {
            Id = id,
            SignaalId = entry.State.Id.Value,
            Stap = step.Code,
            Van = entry.State.Phase.Code(),
            Naar = target.Code(),
            Partij = entry.Viewer.Party.Code(),
            Door = entry.Viewer.Actor.Account.Value,
            Vervangt = entry.Viewer.Membership.DeputyFor?.Value,
            VoorstelId = proposal,
            Feiten = [.. facts.Where(CaseFacts.OfWordsOnly.Contains).Order(StringComparer.Ordinal)],
            Uitkomst = StepEffects.CountedOutcome(step, words),
            Toelichting = key.Seal(Canonical.Write(words), $"stap/{id}"),
            Op = clock.GetCurrentInstant(),
            BinnenTermijn = WithinTerm(entry, step, target, process),
        };
        try
        {
            db.Stappen.Add(row);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure })
        {
            return new NotNow("De zaak is intussen veranderd. Bekijk haar opnieuw.", ["fase"]);
        }
        db.ChangeTracker.Clear();
        if (target != Phase.Vernietigd)
        {
            var there = entry with { State = entry.State with { Phase = target } };
            var given = await effects.GiveAsync(there, step, words, row.Id, cancel);
            foreach (var kind in lifecycle.Process.Records.Where(r => r.Via == step.Code))
            {
                if (await records.MakeAlongAsync(there, kind.Code, Guid.NewGuid(), new NewRecord(null, null, new Dictionary<string, IReadOnlyList<string>>()), cancel) is { IsDone: false } refused)
                    throw new InvalidOperationException($"The step {step.Code} was taken and its record {kind.Code} was refused: {refused.Refusal}");
            }
            await effects.EndAsync(step, given, cancel);
        }
        return new StepOutcomeView(step.Code, target, []);
    }

    /// <summary>Whether a step that ends a phase, or has a term of its own, is taken within the terms that run; null for another step.</summary>
    private bool? WithinTerm(CaseEntry entry, StepDefinition step, Phase target, ProcessStanding process)
    {
        if (target == entry.State.Phase && !door.EditionOf(entry).Terms.ContainsKey(step.Code))
            return null;
        var running = terms.Of(entry.State, process.Moved);
        return running.Count == 0 ? null : running.All(t => door.Today <= t.On);
    }

    /// <summary>The facts of the case and of the words. Needs a ticket for the process.</summary>
    private async Task<HashSet<string>> FactsAsync(CaseEntry entry, ProcessStanding process, StepWords words, IReadOnlyList<string> planned, CancellationToken cancel)
    {
        var objection = words.Gegevens is { Count: > 0 } along
            && await db.Database.SqlQuery<int>($"select toegang.bezwaren({along.ToArray()}) as \"Value\"").SingleAsync(cancel) > 0;
        var goal = await db.Database.SqlQuery<bool>($"select toegang.heeft_veld('doel_leefgebied') as \"Value\"").SingleAsync(cancel);
        var facts = weighing.Facts(entry, weighing.Standing(entry.State, process));
        facts.UnionWith(CaseFacts.OfWords(words, lifecycle.Process, goal || planned.Contains(PlanRecords.Goal), objection, planned.Contains(PlanRecords.Intervention)));
        return facts;
    }

    /// <summary>What a proposal that was made is for: the process data had it then, and has it still.</summary>
    private StepDefinition Known(string code) => lifecycle.Find(code) ?? throw new InvalidOperationException($"The process has no '{code}' any more.");

    /// <summary>What this viewer's party may do next, what each step still lacks, and which proposals wait.</summary>
    internal IReadOnlyList<OfferedStep> Offer(CaseEntry entry, ProcessStanding standing)
    {
        var offered = lifecycle.Offered(entry.State.Phase, entry.Viewer.Party, entry.Viewer.CircumstanceCodes).ToList();
        if (offered.Count == 0)
            return [];
        var facts = weighing.Facts(entry, weighing.Standing(entry.State, standing));
        facts.UnionWith(CaseFacts.OfWordsOnly);
        return [.. offered.Select(step =>
        {
            var posts = standing.Proposals.FirstOrDefault(p => p.Soort == step.Code)?.Posten;
            return new OfferedStep(step.Code, step.Label, step.Explanation, step.Manner, SignalLifecycle.Missing(step, facts),
                posts is null ? [] : Proposals.WaitingFor(step, posts, entry.Viewer.Party.Code()), posts is not null && Proposals.AgreedBySelf(step, posts, entry.Viewer), step.Grounds);
        })];
    }

    /// <summary>The words of the open proposal for a step, so that the others can post the same. Refused when there is none.</summary>
    public Task<Result<ProposalView>> ProposalAsync(Actor actor, SignalId id, string code, CancellationToken cancel) => db.InTransactionAsync<ProposalView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        if (lifecycle.Find(code) is not { } step)
            return new NotKnown();
        if (CaseDoor.Refusal(step, entered.Value.Viewer) is { } refusal)
            return refusal;
        await door.ShowForProcessAsync(entered.Value, cancel);
        var open = (await _proposals.OpenAsync(entered.Value.Viewer, Known, cancel)).FirstOrDefault(p => p.Step == code);
        if (open is null)
            return new NotNow("Er is geen open voorstel.", ["voorstel"]);
        using var key = await reader.WorkKeyAsync(id, "voorstel lezen", step.Grounds, cancel);
        return new ProposalView(open.Step, key.Read(open.Words, $"voorstel/{open.Id}"), open.Agreed, open.WaitingFor, open.AgreedBySelf);
    }, cancel);
}

/// <summary>What came of a step: the phase now, and whom it waits for when it has not taken effect.</summary>
public sealed record StepOutcomeView(string Step, Phase Phase, IReadOnlyList<string> WaitingFor);

/// <summary>An open proposal, for the parties that must agree.</summary>
/// <param name="Step">Step or act.</param>
/// <param name="Words">The words in their fixed form (JSON).</param>
/// <param name="Agreed">Parties that agreed.</param>
/// <param name="WaitingFor">Parties it waits for.</param>
/// <param name="AgreedBySelf">Whether the viewer's party (or person) agreed.</param>
public sealed record ProposalView(string Step, string Words, IReadOnlyList<string> Agreed, IReadOnlyList<string> WaitingFor, bool AgreedBySelf);
