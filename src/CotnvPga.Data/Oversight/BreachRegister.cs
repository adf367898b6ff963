using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Oversight;

/// <summary>The register of breaches of a municipality (besluit-pga:5). Who keeps and who reads it is data: the tasks of a membership.</summary>
public sealed class BreachRegister(ZaakContext db, CompiledConvenant convenant, CaseDoor door, CaseEditions editions, TicketSealer tickets, IClock clock)
{
    /// <summary>The task of keeping the register.</summary>
    public const string Keep = "datalek_bijhouden";

    /// <summary>The task of reading it.</summary>
    public const string ReadTask = "datalek_lezen";

    /// <summary>The number of hours within which a breach is reported.</summary>
    public const string Term = "datalek_melden";

    /// <summary>The municipalities for which this person has a task.</summary>
    public IReadOnlyList<Municipality> PlacesOf(Actor actor, string task) =>
        [.. WithTask(actor, task).Select(m => m.Municipality!.Value).Distinct()];

    /// <summary>The breaches that this person may read, newest first.</summary>
    public Task<Result<IReadOnlyList<Breach>>> ReadAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<Breach>>(async () =>
    {
        if (PlacesOf(actor, ReadTask).Count + PlacesOf(actor, Keep).Count == 0)
            return new NotAllowed("Het register van datalekken is voor wie het bijhoudt en voor de functionaris voor gegevensbescherming.", ["besluit-pga:5"], []);
        await ShowAsync(actor, ReadTask, cancel);
        var lines = await db.Database.SqlQuery<LineRow>($"select datalek_id, soort, tekst, op from toezicht.datalek_regel order by op").ToListAsync(cancel);
        var rows = await db.Database.SqlQuery<BreachRow>($"select * from toezicht.datalek order by ontdekt_op desc").ToListAsync(cancel);
        return Result.Done<IReadOnlyList<Breach>>([.. rows.Select(r => new Breach(
            r.Id, r.Gemeente, r.Nummer, r.Soort, r.OntdektOp, r.MeldenVoor, r.Omschrijving, r.Gevolgen, r.AantalMensen,
            [.. lines.Where(l => l.DatalekId == r.Id).Select(l => new BreachLine(l.Soort, l.Tekst, l.Op))]))]);
    }, cancel);

    /// <summary>Adds a breach.</summary>
    public Task<Result<Guid>> AddAsync(Actor actor, NewBreach sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var places = PlacesOf(actor, Keep);
        if (places.Count == 0)
            return new NotAllowed("Alleen wie het register bijhoudt, legt een datalek vast.", ["besluit-pga:5"], []);
        var municipality = sent.Municipality ?? places[0].Code;
        List<FieldError> errors = [.. sent.Errors(convenant.Process, clock.GetCurrentInstant())];
        if (places.All(p => p.Code != municipality))
            errors.Insert(0, new FieldError("gemeente", $"Kies uw gemeente: {string.Join(", ", places.Select(p => p.Code))}."));
        if (errors.Count > 0)
            return new NotValid(errors);
        await ShowAsync(actor, Keep, cancel);
        var id = Guid.NewGuid();
        var until = sent.DiscoveredAt!.Value + Duration.FromHours(editions.Now(municipality, door.Today).Terms[Term].Value);
        await db.Database.ExecuteSqlAsync(
            $"insert into toezicht.datalek (id, gemeente, nummer, soort, ontdekt_op, omschrijving, gevolgen, aantal_mensen, melden_voor, door) values ({id}, {municipality}, 0, {sent.Kind}, {sent.DiscoveredAt.Value}, {sent.Description}, {sent.Consequences}, {sent.People}, {until}, {actor.Account.Value})",
            cancel);
        return id;
    }, cancel);

    /// <summary>Adds what was done about a breach.</summary>
    public Task<Result<Guid>> AddLineAsync(Actor actor, Guid breach, NewBreachLine sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (PlacesOf(actor, Keep).Count == 0)
            return new NotAllowed("Alleen wie het register bijhoudt, vult het aan.", ["besluit-pga:5"], []);
        await ShowAsync(actor, Keep, cancel);
        var where = await db.Database.SqlQuery<string>($"select gemeente as \"Value\" from toezicht.datalek where id = {breach}").SingleOrDefaultAsync(cancel);
        if (where is null)
            return new NotKnown();
        if (sent.Errors(convenant.Process) is { Count: > 0 } errors)
            return new NotValid(errors);
        var id = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync(
            $"insert into toezicht.datalek_regel (id, datalek_id, gemeente, soort, tekst, door) values ({id}, {breach}, {where}, {sent.Kind}, {sent.Text}, {actor.Account.Value})", cancel);
        return id;
    }, cancel);

    private IEnumerable<Membership> WithTask(Actor actor, string task) => door.InForce(actor).Where(m =>
        m.Municipality is not null && m.IsAuthorised(door.Today)
        && convenant.Process.Memberships[m.Party.Code()].Gives(task, m.Role));

    /// <summary>Shows the database the municipalities for which this person has the task; who keeps the register reads it too.</summary>
    private Task ShowAsync(Actor actor, string task, CancellationToken cancel)
    {
        var memberships = task == Keep ? WithTask(actor, Keep) : WithTask(actor, ReadTask).Concat(WithTask(actor, Keep));
        return tickets.ShowAsync(db, door.PersonTicket(actor, [.. memberships.DistinctBy(m => (m.Party, m.Municipality))]) with { Kind = task }, cancel);
    }

    private sealed class BreachRow
    {
        public Guid Id { get; init; }
        public string Gemeente { get; init; } = "";
        public int Nummer { get; init; }
        public string Soort { get; init; } = "";
        public Instant OntdektOp { get; init; }
        public string Omschrijving { get; init; } = "";
        public string Gevolgen { get; init; } = "";
        public int? AantalMensen { get; init; }
        public Instant MeldenVoor { get; init; }
    }

    private sealed class LineRow
    {
        public Guid DatalekId { get; init; }
        public string Soort { get; init; } = "";
        public string Tekst { get; init; } = "";
        public Instant Op { get; init; }
    }
}
