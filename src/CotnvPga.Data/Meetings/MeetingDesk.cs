using CotnvPga.Data.Cases;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.Meetings;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Meetings;

/// <summary>The calendar of the weegploeg and the consultations of a municipality, with the numbers of the cases that stand on the agenda: only those that the person knows of.</summary>
public sealed class MeetingDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, TaskTickets tasks, Worklist worklist)
{
    /// <summary>The task of planning meetings.</summary>
    public const string Plan = "bijeenkomst_plannen";

    /// <summary>The task of chairing them.</summary>
    public const string Chair = "voorzitten";

    private const string PutOnAgenda = "agenderen";
    private const string Action = "overleg_actie";
    private const int MostCases = 500;
    private const int DaysBack = 30;

    /// <summary>The meetings of the person's municipalities, from a month ago, the first one first; and the cases that the person can put on an agenda.</summary>
    public Task<Result<MeetingCalendar>> ListAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<MeetingCalendar>(async () =>
    {
        var known = await worklist.PageAsync(actor, 0, MostCases, unread: false, cancel);
        if (!known.IsDone)
            return known.Refusal;
        var cases = known.Value.Lines.ToDictionary(l => l.State.Id.Value);
        await door.ShowPersonAsync(actor, cancel);
        var since = door.Today.PlusDays(-DaysBack);
        var meetings = await db.Database.SqlQuery<MeetingRow>($"select id, gemeente, soort, dag, van, tot, plaats, vervallen_op from agenda.bijeenkomst where dag >= {since}").ToListAsync(cancel);
        var points = meetings.Count == 0 ? [] : await db.Database.SqlQuery<PointRow>($"select * from toegang.agendapunten({cases.Keys.ToArray()})").ToListAsync(cancel);
        var act = lifecycle.Act(PutOnAgenda);
        return new MeetingCalendar(
            [.. meetings.OrderBy(m => m.Dag).ThenBy(m => m.Van).Select(m => new PlannedMeeting(
                m.ToMeeting(), [.. points.Where(p => p.BijeenkomstId == m.Id).Select(p => cases[p.SignaalId])], tasks.Has(actor, Plan, m.Gemeente), tasks.Has(actor, Chair, m.Gemeente)))],
            [.. known.Value.Lines.Where(l => act.From.Contains(l.State.Phase.Code()) && act.Parties.Contains(l.Party.Code())).Select(l => l.State)]);
    }, cancel);

    /// <summary>One meeting as its chair sees it: numbers, who is there, and actions by number. No item, and no words of anybody. <see cref="NotKnown"/> for who does not chair there.</summary>
    public Task<Result<ChairedMeeting>> ChairAsync(Actor actor, Guid meeting, CancellationToken cancel) => db.InTransactionAsync<ChairedMeeting>(async () =>
    {
        var listed = await ListAsync(actor, cancel);
        if (!listed.IsDone)
            return listed.Refusal;
        if (listed.Value.Meetings.FirstOrDefault(m => m.Meeting.Id == meeting) is not { MayChair: true } planned)
            return new NotKnown();
        var ids = planned.Cases.Select(c => c.State.Id.Value).ToArray();
        await door.ShowPersonAsync(actor, cancel);
        var present = (await db.Database.SqlQuery<PresenceRow>($"select * from toegang.aanwezigheid_vandaag({ids})").ToListAsync(cancel)).ToDictionary(p => p.SignaalId, p => p.Aan);
        var waiting = (await db.Database.SqlQuery<WaitingRecordRow>($"select * from toegang.wachtende_stukken({ids})").ToListAsync(cancel)).Where(w => w.Soort == Action).ToLookup(w => w.SignaalId);
        return new ChairedMeeting(planned.Meeting, [.. planned.Cases.Select(c => new ChairedCase(
            c.State, present.GetValueOrDefault(c.State.Id.Value) ?? [], [.. waiting[c.State.Id.Value].OrderBy(w => w.Uiterlijk).Select(w => new ChairedAction(w.Aan, w.Uiterlijk))]))]);
    }, cancel);

    /// <summary>Plans a meeting, or a row of them.</summary>
    public Task<Result<IReadOnlyList<Meeting>>> PlanAsync(Actor actor, NewMeeting sent, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        if (!tasks.Has(actor, Plan))
            return new NotAllowed("Bijeenkomsten plannen is niet aan u.");
        var read = sent.Read(where => tasks.Has(actor, Plan, where), door.Today);
        if (!read.IsDone)
            return read;
        await tasks.ShowAsync(actor, Plan, cancel);
        foreach (var m in read.Value)
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into agenda.bijeenkomst (id, gemeente, soort, dag, van, tot, plaats, door) values ({m.Id}, {m.Municipality}, {m.Kind}, {m.Day}, {m.From}, {m.Until}, {m.Place}, {actor.Account.Value})", cancel);
        }
        return read;
    }, cancel);

    /// <summary>Calls a meeting off.</summary>
    public Task<Result<Guid>> CancelAsync(Actor actor, Guid meeting, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (!tasks.Has(actor, Plan))
            return new NotAllowed("Bijeenkomsten plannen is niet aan u.");
        await tasks.ShowAsync(actor, Plan, cancel);
        return await db.Database.ExecuteSqlAsync($"update agenda.bijeenkomst set vervallen_op = clock_timestamp() where id = {meeting} and vervallen_op is null", cancel) == 1
            ? meeting
            : new NotNow("Deze bijeenkomst is er niet, of is al vervallen.", ["bijeenkomst"]);
    }, cancel);

    /// <summary>Puts a case on an agenda, or takes it off again.</summary>
    public Task<Result<Guid>> PutAsync(Actor actor, SignalId id, Guid? meeting, bool off, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var act = lifecycle.Act(PutOnAgenda);
        if (CaseDoor.Refusal(act, entry.Viewer) is { } refusal)
            return refusal;
        if (meeting is not { } chosen || chosen == Guid.Empty)
            return new NotValid("bijeenkomst", "Kies een bijeenkomst.");
        if (!act.From.Contains(entry.State.Phase.Code()))
            return new NotNow(act.Explanation, ["fase"]);
        await door.ShowForProcessAsync(entry, cancel);
        if (off)
        {
            return await db.Database.ExecuteSqlAsync($"delete from agenda.punt where bijeenkomst_id = {chosen} and signaal_id = {id.Value}", cancel) == 1
                ? chosen
                : new NotNow("Deze zaak staat niet op die agenda.", ["bijeenkomst"]);
        }
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into agenda.punt (id, bijeenkomst_id, signaal_id, namens, door) values ({Guid.NewGuid()}, {chosen}, {id.Value}, {entry.Viewer.Party.Code()}, {actor.Account.Value})", cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure)
        {
            return new NotNow("Deze zaak staat al op die agenda, of die bijeenkomst komt niet meer.", ["bijeenkomst"]);
        }
        return chosen;
    }, cancel);
}

/// <summary>The calendar of a person.</summary>
/// <param name="Meetings">The meetings.</param>
/// <param name="Cases">The cases that can be put on an agenda.</param>
public sealed record MeetingCalendar(IReadOnlyList<PlannedMeeting> Meetings, IReadOnlyList<SignalState> Cases);

/// <summary>A meeting with the cases on its agenda that the viewer knows of.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Cases">The cases.</param>
/// <param name="MayPlan">Whether the viewer plans meetings there.</param>
/// <param name="MayChair">Whether the viewer chairs there.</param>
public sealed record PlannedMeeting(Meeting Meeting, IReadOnlyList<WorklistLine> Cases, bool MayPlan, bool MayChair);

/// <summary>A meeting for its chair.</summary>
public sealed record ChairedMeeting(Meeting Meeting, IReadOnlyList<ChairedCase> Cases);

/// <summary>A case by number: which parties are there today, and which actions wait.</summary>
public sealed record ChairedCase(SignalState State, IReadOnlyList<string> Present, IReadOnlyList<ChairedAction> Actions);

/// <summary>An action by number: who does it and by when.</summary>
public sealed record ChairedAction(IReadOnlyList<string> By, LocalDate Due);
