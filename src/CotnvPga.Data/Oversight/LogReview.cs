using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Oversight;

/// <summary>
/// The log of a person: everybody sees the own lines; who reviews sees those of another for one of the purposes of wet-pga:14.2, with a reason
/// and until a day, and what asks for a look.
/// </summary>
public sealed class LogReview(ZaakContext db, CompiledConvenant convenant, CaseDoor door, TaskTickets tasks, IColleagues colleagues, DateTimeZone zone)
{
    /// <summary>The task of reviewing the log.</summary>
    public const string Task = "logboek_toetsen";

    /// <summary>The list of purposes.</summary>
    public const string Purposes = "logboek_doel";

    /// <summary>The list of what can be said of a flag.</summary>
    public const string Verdicts = "vlag_oordeel";

    /// <summary>Lines on a page.</summary>
    public const int PageSize = 100;

    /// <summary>The name of an account that is not there any more.</summary>
    public const string Gone = "Iemand die hier niet meer werkt";

    private const int DaysBack = 30;
    private const int MostDays = 92;
    private const int Longest = 4000;

    private static readonly string[] Ground = ["wet-pga:14.2"];

    /// <summary>What the person itself did, newest first.</summary>
    public Task<Result<IReadOnlyList<UserLogLine>>> OwnAsync(Actor actor, long? before, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<UserLogLine>>(async () =>
    {
        await tasks.ShowAsync(actor, "eigen_logboek", cancel);
        return Result.Done<IReadOnlyList<UserLogLine>>(await db.Database.SqlQuery<UserLogLine>($"select id, op, null::uuid as zaak, null::text as nummer, categorie, partij, handeling, doel, regel, grondslagen from toegang.eigen_logboek({before}, {PageSize})").ToListAsync(cancel));
    }, cancel);

    /// <summary>Whether this person reviews the log.</summary>
    public bool Reviews(Actor actor) => tasks.Has(actor, Task);

    /// <summary>Flags of the last days, looks that were taken, and whom one can look at; <see cref="NotKnown"/> for who does not review.</summary>
    public Task<Result<LogReviewView>> OpenAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<LogReviewView>(async () =>
    {
        if (!Reviews(actor))
            return new NotKnown();
        await tasks.ShowAsync(actor, Task, cancel);
        var flags = await FlagsAsync(cancel);
        var judged = await JudgedAsync(cancel);
        var looks = await db.Database.SqlQuery<LogLook>($"select id, van, gemeente, doel, reden, tot, partij, door, op from toezicht.loginzage order by op desc limit {PageSize}").ToListAsync(cancel);
        var people = await colleagues.InAsync(tasks.Of(actor, Task).Select(m => m.Municipality).OfType<Municipality>(), cancel);
        var known = await colleagues.NamesAsync([.. flags.Select(f => f.Account).Concat(looks.SelectMany(l => new[] { l.Van, l.Door })).Distinct().Select(a => new AccountId(a))], cancel);
        return new LogReviewView(
            [.. flags.Select(f => new LogFlag(f.Vlag, f.Account, f.Dag, f.Gemeente, f.Aantal, VerdictOn(f, judged)))
                .OrderBy(f => f.Verdict is not null).ThenByDescending(f => f.Day).ThenBy(f => f.Rule, StringComparer.Ordinal)],
            looks, [.. people.DistinctBy(p => p.Account).Where(p => p.Account != actor.Account)], known);
    }, cancel);

    /// <summary>How many flags of the last days nobody said anything of; 0 for who does not review.</summary>
    public async Task<int> OpenFlagsAsync(Actor actor, CancellationToken cancel) => !Reviews(actor) ? 0 : (await db.InTransactionAsync<int>(async () =>
    {
        await tasks.ShowAsync(actor, Task, cancel);
        var (flags, judged) = (await FlagsAsync(cancel), await JudgedAsync(cancel));
        return flags.Count(f => VerdictOn(f, judged) is null);
    }, cancel)).Value;

    /// <summary>Opens a look at the lines of one person.</summary>
    public Task<Result<Guid>> LookAsync(Actor actor, NewLogLook sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (!Reviews(actor))
            return new NotKnown();
        var errors = new List<FieldError>();
        if (sent.Of is not { } of || of == actor.Account.Value)
            errors.Add(new FieldError("van", "Kies een ander dan uzelf."));
        if (sent.Purpose is null || convenant.Process.Reasons[Purposes].All(r => r.Code != sent.Purpose))
            errors.Add(new FieldError("doel", $"Kies waarvoor: {string.Join(", ", convenant.Process.Reasons[Purposes].Select(r => r.Code))}."));
        Text(sent.Reason, "reden", "Schrijf waarom.", errors);
        if (sent.Until is not { } until || until < door.Today || until > door.Today.PlusDays(MostDays))
            errors.Add(new FieldError("tot", $"Kies een dag van vandaag tot {MostDays} dagen verder (jjjj-mm-dd)."));
        if (errors.Count > 0)
            return new NotValid(errors);
        await tasks.ShowAsync(actor, Task, cancel);
        if (await ForAsync(actor, sent.Of!.Value, cancel) is not { } membership)
            return new NotValid("van", "Kies iemand die in uw gemeente werkt.");
        var id = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync(
            $"insert into toezicht.loginzage (id, van, gemeente, doel, reden, tot, partij, door) values ({id}, {sent.Of}, {membership.Municipality?.Code}, {sent.Purpose}, {sent.Reason!.Trim()}, {sent.Until}, {Domain.Vocabulary.Codes.Code(membership.Party)}, {actor.Account.Value})",
            cancel);
        return id;
    }, cancel);

    /// <summary>The membership for which the person may look at somebody: that of the municipality where that one works, or was flagged; null when there is none.</summary>
    private async Task<Membership?> ForAsync(Actor actor, Guid of, CancellationToken cancel)
    {
        var flags = await FlagsAsync(cancel);
        foreach (var membership in tasks.Of(actor, Task))
        {
            if (membership.Municipality is not { } own || flags.Exists(f => f.Account == of && f.Gemeente == own.Code) || (await colleagues.InAsync(own, cancel)).Any(c => c.Account.Value == of))
                return membership;
        }
        return null;
    }

    /// <summary>The lines of the person that a look is at; <see cref="NotKnown"/> when it is another's look or it is over.</summary>
    public Task<Result<UserLog>> OfAsync(Actor actor, Guid look, long? before, CancellationToken cancel) => db.InTransactionAsync<UserLog>(async () =>
    {
        if (!Reviews(actor))
            return new NotKnown();
        await tasks.ShowAsync(actor, Task, cancel);
        if (await db.Database.SqlQuery<LogLook>($"select id, van, gemeente, doel, reden, tot, partij, door, op from toezicht.loginzage where id = {look}").SingleOrDefaultAsync(cancel) is not { } found
            || found.Door != actor.Account.Value || found.Tot < door.Today)
        {
            return new NotKnown();
        }
        var lines = await db.Database.SqlQuery<UserLogLine>($"select * from toegang.logboek_van({look}, {before}, {PageSize})").ToListAsync(cancel);
        var names = await colleagues.NamesAsync([new AccountId(found.Van)], cancel);
        return new UserLog(found, names.GetValueOrDefault(new AccountId(found.Van)) ?? Gone, lines);
    }, cancel);

    /// <summary>Says what came of a flag, once.</summary>
    public Task<Result<bool>> JudgeAsync(Actor actor, NewFlagVerdict sent, CancellationToken cancel) => db.InTransactionAsync<bool>(async () =>
    {
        if (!Reviews(actor))
            return new NotKnown();
        await tasks.ShowAsync(actor, Task, cancel);
        var errors = new List<FieldError>();
        if (sent.Verdict is null || convenant.Process.Reasons[Verdicts].All(r => r.Code != sent.Verdict))
            errors.Add(new FieldError("oordeel", $"Kies een oordeel: {string.Join(", ", convenant.Process.Reasons[Verdicts].Select(r => r.Code))}."));
        Text(sent.Reason, "toelichting", "Schrijf wat u nakeek.", errors);
        if (!(await FlagsAsync(cancel)).Exists(f => f.Vlag == sent.Rule && f.Account == sent.Account && f.Dag == sent.Day && f.Gemeente == sent.Municipality))
            errors.Add(new FieldError("vlag", "Deze vlag is er niet."));
        if (errors.Count > 0)
            return new NotValid(errors);
        if (sent.Account == actor.Account.Value)
            return new NotNow("Over uzelf oordeelt een ander.", ["iemand_anders"]);
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into toezicht.vlag_oordeel (vlag, account, dag, gemeente, oordeel, toelichting, partij, door) values ({sent.Rule}, {sent.Account}, {sent.Day}, {sent.Municipality}, {sent.Verdict}, {sent.Reason!.Trim()}, {Domain.Vocabulary.Codes.Code(tasks.Of(actor, Task)[0].Party)}, {actor.Account.Value})",
                cancel);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new NotNow("Over deze vlag is al geoordeeld.", ["vlag"]);
        }
    }, cancel);

    private Task<List<FlagRow>> FlagsAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<FlagRow>($"select vlag, account, dag, gemeente, aantal from toegang.logvlaggen({door.Today.PlusDays(-DaysBack).AtStartOfDayInZone(zone).ToInstant()})").ToListAsync(cancel);

    private Task<List<FlagVerdict>> JudgedAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<FlagVerdict>($"select vlag, account, dag, gemeente, oordeel, toelichting, op from toezicht.vlag_oordeel where dag >= {door.Today.PlusDays(-DaysBack)}").ToListAsync(cancel);

    private static FlagVerdict? VerdictOn(FlagRow flag, List<FlagVerdict> judged) =>
        judged.Find(j => j.Vlag == flag.Vlag && j.Account == flag.Account && j.Dag == flag.Dag && j.Gemeente == flag.Gemeente);

    private static void Text(string? text, string field, string empty, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, empty));
        else if (text.Length > Longest)
            errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
    }
}
