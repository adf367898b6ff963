using CotnvPga.Data.Cases;
using CotnvPga.Data.Coordination;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Plan;
using CotnvPga.Data.Records;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Consultation;

/// <summary>What lies on the table of a case consultation: who sits there, who was let in, what was handed over, the plan.</summary>
public sealed class ConsultationDesk(ZaakContext db, CaseDoor door, CaseReader reader, PlanReader plans, IClock clock, DateTimeZone zone)
{
    private const string Attendance = "overleg_aanwezigheid";
    private static readonly string[] Ground = ["wet-pga:6.1"];

    /// <summary>The table, for who may sit at it; <see cref="NotKnown"/> for everybody else and in every other phase.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="withPlan">Whether the plan is read as well.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Result<TableView>> OpenAsync(Actor actor, SignalId id, bool withPlan, CancellationToken cancel) => db.InTransactionAsync<TableView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (!door.SitsAtConsultation(entry))
            return new NotKnown();
        await door.ShowForProcessAsync(entry, cancel);
        var standing = await ProcessStanding.ReadAsync(door, entry, cancel);
        var acts = await db.Handelingen.AsNoTracking().Where(h => h.Soort == "toelating" || h.Soort == "verstrekking").OrderByDescending(h => h.Op).ToListAsync(cancel);
        var plan = withPlan && standing.HasPlan;
        var here = await PresentTodayAsync(entry, cancel);
        var asked = SeatRequests.On(door.Today, standing.AdviserSeats);
        if (acts.Count == 0 && !plan)
            return new TableView(standing.Seats, [], [], null) { PresentToday = here, AskedSeats = asked };

        using var key = await reader.WorkKeyAsync(id, "overleg lezen", Ground, cancel);
        return new TableView(standing.Seats, Guests(acts, key), Handovers(acts, key, entry.Viewer), plan ? await PlanOfAsync(entry, key, cancel) : null) { PresentToday = here, AskedSeats = asked };
    }, cancel);

    /// <summary>The parties in the attendance of today's meeting; null when none was recorded today.</summary>
    private async Task<IReadOnlyList<string>?> PresentTodayAsync(CaseEntry entry, CancellationToken cancel)
    {
        var begin = clock.GetCurrentInstant().InZone(zone).Date.AtStartOfDayInZone(zone).ToInstant();
        return (await CaseRecords.AllAsync(door, entry, cancel)).LastOrDefault(s => s.Soort == Attendance && s.Op >= begin)?.Aan;
    }

    private List<GuestSeat> Guests(List<HandelingRow> acts, CaseKey key)
    {
        var now = clock.GetCurrentInstant();
        return [.. acts.Where(a => a.Soort == "toelating" && a.Tot > now).Select(a => new GuestSeat(Canonical.Read<Admission>(key.Read(a.Inhoud, $"handeling/{a.Id}")), a.Op))];
    }

    private static List<HandoverLine> Handovers(List<HandelingRow> acts, CaseKey key, Viewer viewer) =>
        [.. acts.Where(a => a.Soort == "verstrekking").Select(a => new HandoverLine(
            a.Namens == viewer.Party.Code() ? a.Id : null, a.Partij!, a.Gemeente, a.Namens, Canonical.Read<NewHandover>(key.Read(a.Inhoud, $"handeling/{a.Id}")).Items.Count, a.Op))];

    private async Task<PlanView?> PlanOfAsync(CaseEntry entry, CaseKey key, CancellationToken cancel) =>
        (await plans.ReadAsync(entry, key, door.EditionOf(entry).Terms["stop_voorstel"], cancel)).Current is { } plan
            ? new PlanView(
                [.. plan.Parts.Goals.Select(g => g.Text)],
                [.. plan.Parts.Interventions.Select(i => new NewIntervention(i.What, i.Owner, i.Due))],
                plan.Reason, plan.At)
            : null;
}

/// <summary>The table of a consultation.</summary>
public sealed record TableView(IReadOnlyList<Seat> Seats, IReadOnlyList<GuestSeat> Guests, IReadOnlyList<HandoverLine> Handovers, PlanView? Plan)
{
    /// <summary>The parties in the attendance of today; null when none was recorded today.</summary>
    public IReadOnlyList<string>? PresentToday { get; init; }

    /// <summary>Seats for the adviser of the minister that this case asked for.</summary>
    public IReadOnlyList<AskedSeat> AskedSeats { get; init; } = [];

    /// <summary>Every party that can be present: those with a seat, and those let in for a meeting that is not over.</summary>
    public IReadOnlyList<PresentParty> Present =>
        [.. Seats.Select(s => new PresentParty(s.Party, s.Municipality)).Concat(Guests.Select(g => new PresentParty(g.Admission.Party.Code(), null))).Distinct()];
}

/// <summary>A party at the table.</summary>
/// <param name="Party">Code of the party.</param>
/// <param name="Municipality">Its municipality, when that is another one.</param>
/// <param name="Since">Since when it is involved (wet-pga:5.5).</param>
public sealed record Seat(string Party, string? Municipality, Instant Since);

/// <summary>Somebody who was let in for one meeting: no access to the case.</summary>
public sealed record GuestSeat(Admission Admission, Instant At);

/// <summary>A hand-over that was made: how many items, never which.</summary>
/// <param name="Sheet">The hand-over, for the party that made it; null for the others.</param>
/// <param name="To">Who received.</param>
/// <param name="Municipality">Its municipality, when that is another one.</param>
/// <param name="By">Who handed over.</param>
/// <param name="Count">How many items.</param>
/// <param name="At">When.</param>
public sealed record HandoverLine(Guid? Sheet, string To, string? Municipality, string By, int Count, Instant At);

/// <summary>The plan that was agreed last.</summary>
public sealed record PlanView(IReadOnlyList<string> Goals, IReadOnlyList<NewIntervention> Interventions, string? Explanation, Instant At);
