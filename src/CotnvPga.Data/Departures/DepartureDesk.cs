using CotnvPga.Data.Cases;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Departures;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Departures;

/// <summary>
/// Departing from a clause in one case, with a motivation (<c>pas toe of leg uit</c>): by the three with the same words, logged and counted.
/// A hard clause cannot be departed from.
/// </summary>
public sealed class DepartureDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, IClock clock)
{
    /// <summary>The act in the process data.</summary>
    public const string Act = "afwijken";

    private readonly Proposals _proposals = new(db, clock);

    /// <summary>Proposes or agrees to a departure; the third equal post takes effect.</summary>
    public Task<Result<DepartureView>> DepartAsync(Actor actor, SignalId id, NewDeparture sent, CancellationToken cancel) => db.InTransactionAsync<DepartureView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var step = lifecycle.Act(Act);
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        var read = sent.Read(door.EditionOf(entry), entry.State.Phase.Code(), door.Today);
        if (!read.IsDone)
            return read.Refusal;
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow(step.Explanation, ["fase"]);

        await door.ShowForProcessAsync(entry, cancel);
        using var key = await reader.WorkKeyAsync(id, step.Code, [read.Value.Artikel, .. step.Grounds], cancel);
        var words = Canonical.Write(read.Value);
        var agreement = await _proposals.PostAsync(entry, step, words, key, cancel);
        if (agreement.WaitingFor.Count > 0)
            return new DepartureView(null, agreement.WaitingFor);
        var departure = Guid.NewGuid();
        db.Afwijkingen.Add(new AfwijkingRow
        {
            Id = departure,
            SignaalId = id.Value,
            VoorstelId = agreement.Proposal,
            Artikel = read.Value.Artikel,
            Termijn = read.Value.Termijn,
            Tot = read.Value.Tot,
            Fase = entry.State.Phase.Code(),
            Inhoud = key.Seal(words, $"afwijking/{departure}"),
            Namens = entry.Viewer.Party.Code(),
            Door = actor.Account.Value,
            Op = clock.GetCurrentInstant(),
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return new DepartureView(departure, []);
    }, cancel);

    /// <summary>The departures in a case, oldest first, for who works on it; with the motivation for who sits at the table.</summary>
    public Task<Result<IReadOnlyList<DecidedDeparture>>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        await door.ShowForProcessAsync(entry, cancel);
        var rows = door.WorksOn(entry) ? await db.Afwijkingen.AsNoTracking().OrderBy(a => a.Op).ToListAsync(cancel) : [];
        if (rows.Count == 0)
            return Result.Done<IReadOnlyList<DecidedDeparture>>([]);
        if (!door.MayTakePart(entry) || CaseDoor.Refusal(entry.Viewer) is not null)
            return Result.Done<IReadOnlyList<DecidedDeparture>>([.. rows.Select(r => Decided(r, null))]);
        using var key = await reader.WorkKeyAsync(id, "afwijkingen lezen", lifecycle.Act(Act).Grounds, cancel);
        return Result.Done<IReadOnlyList<DecidedDeparture>>([.. rows.Select(r => Decided(r, Canonical.Read<Departure>(key.Read(r.Inhoud, $"afwijking/{r.Id}")).Motivering))]);
    }, cancel);

    private static DecidedDeparture Decided(AfwijkingRow row, string? motivation) => new(row.Id, row.Artikel, row.Termijn, row.Tot, row.Fase, row.Op, motivation);
}

/// <summary>What came of a departure: its id, or whom it still waits for.</summary>
public sealed record DepartureView(Guid? Id, IReadOnlyList<string> WaitingFor);
