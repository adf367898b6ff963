using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Registers;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data.Exercise;

/// <summary>
/// The national weighing exercise: one organisation makes a round of fictional cases, two others look at it, every weegploeg weighs the same cases
/// in one of two versions, and sees itself beside the country. A sandbox: no real case can be reached from here.
/// </summary>
public sealed class ExerciseDesk(ZaakContext db, CompiledConvenant convenant, CaseDoor door, TaskTickets tasks, Municipalities municipalities)
{
    /// <summary>The task of making rounds.</summary>
    public const string Make = "oefening_maken";

    /// <summary>The task of looking at them.</summary>
    public const string Check = "oefening_controleren";

    /// <summary>The task of weighing.</summary>
    public const string Weigh = "oefening_doen";

    private const int LongestWords = 4000;
    private const int MostCases = 8;
    private const int MostReasons = 12;

    private static readonly string[] Ground = ["besluit-pga:17"];
    private static readonly NotNow Judged = new("Uw partij gaf al een oordeel, of vandaag wordt er niet gewogen.", ["oordeel"]);

    /// <summary>Whether this person has something to do with exercises.</summary>
    public bool TakesPart(Actor actor) => tasks.Has(actor, Make) || tasks.Has(actor, Check) || tasks.Has(actor, Weigh);

    /// <summary>The rounds that this person may see; <see cref="NotKnown"/> for who has no task in them.</summary>
    public Task<Result<ExerciseView>> OpenAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<ExerciseView>(async () =>
        await RoundsAsync(actor, cancel) is { } rounds ? new ExerciseView(rounds, tasks.Has(actor, Make), tasks.Has(actor, Weigh)) : new NotKnown(), cancel);

    /// <summary>Begins a round.</summary>
    public Task<Result<Guid>> BeginAsync(Actor actor, NewRound sent, CancellationToken cancel) => ActAsync(actor, Make, async () =>
    {
        if (sent.Errors(door.Today) is { Count: > 0 } errors)
            return new NotValid(errors);
        var id = Guid.NewGuid();
        // Who is in the draw is laid down with its seed: a municipality that joins later changes no version of another.
        var places = municipalities.All.Select(m => m.Code).Order(StringComparer.Ordinal).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"insert into oefening.ronde (id, jaar, helft, van, tot, zaad, gemeenten, partij, door) values ({id}, {sent.Year}, {sent.Half}, {sent.From}, {sent.To}, {SampleDraw.NewSeed()}, {places}, {PartyOf(actor, Make)}, {actor.Account.Value})", cancel);
        return id;
    }, new NotNow("Van deze helft van het jaar is er al een oefening.", ["oefening"]), cancel);

    /// <summary>Adds a fictional case to a round that nobody checked yet.</summary>
    public Task<Result<Guid>> AddCaseAsync(Actor actor, Guid round, NewExerciseCase sent, CancellationToken cancel) => ActAsync(actor, Make, async () =>
    {
        if (sent.Errors() is { Count: > 0 } errors)
            return new NotValid(errors);
        var there = await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from oefening.zaak where ronde_id = {round}").SingleAsync(cancel);
        if (there >= MostCases)
            return new NotNow($"Een oefening heeft ten hoogste {MostCases} zaken.", ["zaken"]);
        var id = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync(
            $"insert into oefening.zaak (id, ronde_id, volgorde, titel, kenmerk, tekst, versie_a, versie_b, door) values ({id}, {round}, {there + 1}, {sent.Title!.Trim()}, {sent.Trait}, {sent.Text!.Trim()}, {Canonical.Write(sent.A)}::jsonb, {Canonical.Write(sent.B)}::jsonb, {actor.Account.Value})", cancel);
        return id;
    }, new NotNow("Deze oefening is al bekeken, of bestaat niet. Er komt geen zaak meer bij.", ["oefening"]), cancel);

    /// <summary>Agrees with a round or refuses it; the second one of another organisation releases it.</summary>
    public Task<Result<Guid>> CheckAsync(Actor actor, Guid round, bool? agreed, string? words, CancellationToken cancel) => ActAsync(actor, Check, async () =>
    {
        var errors = new List<FieldError>();
        if (agreed is null)
            errors.Add(new FieldError("akkoord", "Zeg of u akkoord bent."));
        if (string.IsNullOrWhiteSpace(words) || words.Length > LongestWords)
            errors.Add(new FieldError("toelichting", $"Schrijf in ten hoogste {LongestWords} tekens wat u hebt nagekeken."));
        if (errors.Count > 0)
            return new NotValid(errors);
        await db.Database.ExecuteSqlAsync(
            $"insert into oefening.controle (ronde_id, partij, door, akkoord, toelichting) values ({round}, {PartyOf(actor, Check)}, {actor.Account.Value}, {agreed!.Value}, {words!.Trim()})", cancel);
        return round;
    }, new NotNow("Deze oefening wacht niet op uw controle.", ["oefening"]), cancel);

    /// <summary>A case as the person's weegploeg weighs it; <see cref="NotKnown"/> when it is not there, or not yet.</summary>
    public Task<Result<ExerciseToWeigh>> CaseAsync(Actor actor, Guid id, CancellationToken cancel) => db.InTransactionAsync<ExerciseToWeigh>(async () =>
    {
        if (!Seats(actor).Any() || await RoundsAsync(actor, cancel) is not { } rounds)
            return new NotKnown();
        await tasks.ShowAsync(actor, Weigh, cancel);
        var round = rounds.FirstOrDefault(r => r.Cases.Any(c => c.Id == id));
        if (round is not { Stage: RoundStage.Open or RoundStage.Gesloten })
            return new NotKnown();
        var found = round.Cases.Single(c => c.Id == id);
        var table = await TableAsync(actor, found, cancel);
        var given = table.Given.FindAll(g => g.Ploeg == table.Seat.Municipality);
        return new ExerciseToWeigh(round, id, found.Title, found.TextOf(table.Version), round.Stage == RoundStage.Open, [.. given.Select(Given)], table.Seat.Party, table.Waiting.Count == 0);
    }, cancel);

    /// <summary>Judges a case, once for each party of the weegploeg.</summary>
    public Task<Result<Guid>> JudgeAsync(Actor actor, Guid id, NewExerciseJudgement sent, CancellationToken cancel) => ActAsync(actor, Weigh, async () =>
    {
        var found = (await CasesAsync(cancel)).Find(c => c.Id == id);
        if (found is null || !Seats(actor).Any())
            return new NotKnown();
        var read = sent.Read(convenant.Process);
        if (!read.IsDone)
            return read.Refusal;
        var table = await TableAsync(actor, found.ToCase(), cancel);
        if (table.Waiting.Count == 0)
            return Judged;
        var judgement = Guid.NewGuid();
        foreach (var (at, seat) in table.Waiting.Index())
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into oefening.oordeel (id, zaak_id, gemeente, partij, door, versie, oordeel, inhoud) values ({(at == 0 ? judgement : Guid.NewGuid())}, {id}, {seat.Municipality}, {seat.Party}, {actor.Account.Value}, {table.Version.Code()}, {read.Value.Verdict.Code()}, {Canonical.Write(read.Value.Words)})", cancel);
        }
        return judgement;
    }, Judged, cancel);

    /// <summary>What came of a round that is over.</summary>
    public Task<Result<ExerciseOutcome>> OutcomeAsync(Actor actor, Guid round, CancellationToken cancel) => db.InTransactionAsync<ExerciseOutcome>(async () =>
    {
        if (await RoundsAsync(actor, cancel) is not { } rounds || rounds.FirstOrDefault(r => r.Id == round) is not { Stage: RoundStage.Gesloten } found)
            return new NotKnown();
        var rows = await db.Database.SqlQuery<JudgementRow>($"select zaak_id, ploeg, partij, versie, oordeel, inhoud, eigen from toegang.oefening_oordelen({round}) order by ploeg, partij").ToListAsync(cancel);
        return new ExerciseOutcome(found, [.. found.Cases.Select(c => Outcome(c, rows.FindAll(r => r.ZaakId == c.Id)))]);
    }, cancel);

    private CaseOutcome Outcome(ExerciseCase exercise, List<JudgementRow> rows)
    {
        var given = rows.Select(r => (r.Ploeg, Given: Given(r))).ToList();
        var figures = ExerciseFigures.Of(
            [.. convenant.Process.Criteria.Keys], given.Select(g => new ExerciseJudgement(g.Ploeg, g.Given.Party, g.Given.Version, g.Given.Verdict, g.Given.Words.Plays)));
        var others = given.Where(g => !g.Given.IsOwn).Select(g => g.Given);
        return new CaseOutcome(exercise, figures, [.. given.Where(g => g.Given.IsOwn).Select(g => g.Given)], figures.CanBeTold ? [.. others.Take(MostReasons)] : []);
    }

    private static GivenExercise Given(JudgementRow row) =>
        new(row.Partij, Codes.Known<CaseVersion>(row.Versie), Codes.Known<Verdict>(row.Oordeel), Canonical.Read<ExerciseWords>(row.Inhoud), row.Eigen);

    private async Task<IReadOnlyList<ExerciseRound>?> RoundsAsync(Actor actor, CancellationToken cancel)
    {
        // Who makes or checks sees what is not released; who weighs sees what is.
        if (new[] { Make, Check, Weigh }.FirstOrDefault(t => tasks.Has(actor, t)) is not { } task)
            return null;
        await tasks.ShowAsync(actor, task, cancel);
        var rounds = await db.Database.SqlQuery<RoundRow>($"select id, jaar, helft, van, tot, zaad, partij, door, vrijgegeven_op, afgewezen_op from oefening.ronde order by jaar desc, helft desc, op desc").ToListAsync(cancel);
        var cases = (await CasesAsync(cancel)).ToLookup(c => c.RondeId);
        var checks = task == Weigh ? [] : await db.Database.SqlQuery<RoundCheckRow>($"select ronde_id, partij, akkoord, toelichting, op from oefening.controle order by op").ToListAsync(cancel);
        var done = task == Weigh ? await db.Database.SqlQuery<DoneRow>($"select * from toegang.oefening_gedaan()").ToListAsync(cancel) : [];
        return [.. rounds.Select(r => Round(actor, r, [.. cases[r.Id].OrderBy(c => c.Volgorde).Select(c => c.ToCase())], checks.FindAll(c => c.RondeId == r.Id), done.Find(d => d.RondeId == r.Id)))];
    }

    private ExerciseRound Round(Actor actor, RoundRow row, IReadOnlyList<ExerciseCase> cases, List<RoundCheckRow> checks, DoneRow? done)
    {
        var waits = row.VrijgegevenOp is null && row.AfgewezenOp is null;
        return new ExerciseRound(
            row.Id, row.Jaar, row.Helft, row.Van, row.Tot, Stage(row), cases, [.. checks.Select(c => new RoundCheck(c.Partij, c.Akkoord, c.Toelichting, c.Op))],
            waits && cases.Count > 0 && row.Door != actor.Account.Value && tasks.Has(actor, Check) && PartyOf(actor, Check) is var party && party != row.Partij && !checks.Exists(c => c.Partij == party),
            waits && checks.Count == 0 && cases.Count < MostCases && tasks.Has(actor, Make),
            (int)(done?.Gedaan ?? 0), done is { } d && d.Gedaan == d.Zaken ? d.Laatst : null);
    }

    private RoundStage Stage(RoundRow row) => row switch
    {
        { AfgewezenOp: not null } => RoundStage.Afgewezen,
        { VrijgegevenOp: null } => RoundStage.InVoorbereiding,
        _ when door.Today < row.Van => RoundStage.Vrijgegeven,
        _ when door.Today <= row.Tot => RoundStage.Open,
        _ => RoundStage.Gesloten,
    };

    private Task<List<ExerciseCaseRow>> CasesAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<ExerciseCaseRow>($"select id, ronde_id, volgorde, titel, kenmerk, tekst, versie_a::text as versie_a, versie_b::text as versie_b from oefening.zaak").ToListAsync(cancel);

    private Task<Result<Guid>> ActAsync(Actor actor, string task, Func<Task<Result<Guid>>> act, NotNow otherwise, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (!tasks.Has(actor, task))
            return TakesPart(actor) ? new NotAllowed("Dit deel van de oefening is niet aan u.", Ground, []) : new NotKnown();
        await tasks.ShowAsync(actor, task, cancel);
        try
        {
            return await act();
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.ObjectNotInPrerequisiteState)
        {
            return otherwise;
        }
    }, cancel);

    /// <summary>
    /// Where this person weighs a case. Who sits in several weegploegen judges once: it counts for those that weigh the same version, and the other
    /// version is never shown, so that nobody can weigh the swap itself.
    /// </summary>
    private async Task<WeighingTable> TableAsync(Actor actor, ExerciseCase exercise, CancellationToken cancel)
    {
        var drawn = await db.Database.SqlQuery<DrawRow>($"select zaad, gemeenten from oefening.ronde where id = {exercise.Round}").SingleAsync(cancel);
        var versions = Seats(actor).Select(s => (Seat: s, Version: Allotment.VersionOf(drawn.Zaad, exercise.Id, drawn.Gemeenten ?? [.. municipalities.All.Select(m => m.Code)], s.Municipality))).ToList();
        var seats = versions.Where(s => s.Version == versions[0].Version && s.Seat.Party == versions[0].Seat.Party).Select(s => s.Seat).ToList();
        var places = seats.ConvertAll(s => s.Municipality).ToArray();
        var given = await db.Database.SqlQuery<JudgementRow>($"select zaak_id, gemeente as ploeg, partij, versie, oordeel, inhoud, true as eigen from oefening.oordeel where zaak_id = {exercise.Id} and gemeente = any ({places})").ToListAsync(cancel);
        var waiting = seats.FindAll(s => !given.Exists(g => g.Ploeg == s.Municipality && g.Partij == s.Party));
        return new WeighingTable(waiting.Count > 0 ? waiting[0] : seats[0], versions[0].Version, waiting, given);
    }

    private IEnumerable<WeighingSeat> Seats(Actor actor) =>
        tasks.Of(actor, Weigh).Where(m => m.Municipality is not null).Select(m => new WeighingSeat(m.Party.Code(), m.Municipality!.Value.Code)).Distinct();

    private string PartyOf(Actor actor, string task) => tasks.Of(actor, task)[0].Party.Code();

    private sealed record WeighingSeat(string Party, string Municipality);

    /// <summary>Where somebody weighs a case: the seat, its version, the seats that wait for this judgement, and what was given there.</summary>
    private sealed record WeighingTable(WeighingSeat Seat, CaseVersion Version, List<WeighingSeat> Waiting, List<JudgementRow> Given);
}
