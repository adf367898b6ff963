using System.Reflection;
using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Uniformity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data.Uniformity;

/// <summary>
/// The national tables (wet-pga:18): one person asks for a release, a machine audits it, two people of different organisations look at what is
/// left, and then it is published as it was frozen, once a year.
/// </summary>
public sealed class UniformityDesk(ZaakContext db, CompiledConvenant convenant, CaseDoor door, TaskTickets tasks)
{
    /// <summary>The task of asking for a release.</summary>
    public const string Request = "rapport_aanvragen";

    /// <summary>The task of looking at it.</summary>
    public const string Check = "rapport_controleren";

    /// <summary>The task of seeing the counts of one's own municipality.</summary>
    public const string Mirror = "spiegel_zien";

    /// <summary>The first year there is something to count of: the law began on 1 July 2025.</summary>
    public const int FirstYear = 2025;

    private const int LongestWords = 4000;

    /// <summary>The report of a year; null when none was published.</summary>
    public async Task<PublishedReport?> PublishedAsync(int year, CancellationToken cancel) =>
        await db.Database.SqlQuery<FrozenRow>($"select inhoud, vingerafdruk from landelijk.uitgave where jaar = {year} and vrijgegeven_op is not null").SingleOrDefaultAsync(cancel) is { } frozen
            ? Canonical.Read<PublishedReport>(frozen.Inhoud) with { Kenmerk = frozen.Vingerafdruk }
            : null;

    /// <summary>The years of which a report was published, the newest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"select jaar as \"Value\" from landelijk.uitgave where vrijgegeven_op is not null order by jaar desc").ToListAsync(cancel);

    /// <summary>Whether this person asks for releases or looks at them.</summary>
    public bool WorksOnReleases(Actor actor) => tasks.Has(actor, Request) || tasks.Has(actor, Check);

    /// <summary>Whether this person can ask for a release.</summary>
    public bool MayRequest(Actor actor) => tasks.Has(actor, Request);

    /// <summary>All releases that were asked for, the newest first; <see cref="NotAllowed"/> for who does not work on them.</summary>
    public Task<Result<IReadOnlyList<Release>>> ReleasesAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<Release>>(async () =>
    {
        if (!WorksOnReleases(actor))
            return new NotAllowed("Uitgaven zijn voor wie ze aanvraagt en voor wie ze controleert.", ["wet-pga:18"], []);
        await tasks.ShowAsync(actor, TaskOf(actor), cancel);
        var checks = (await db.Database.SqlQuery<ReleaseCheck>($"select uitgave_id, partij, akkoord, toelichting, op from landelijk.controle order by op").ToListAsync(cancel)).ToLookup(c => c.UitgaveId);
        var rows = await db.Database.SqlQuery<ReleaseRow>($"select id, jaar, inhoud, vingerafdruk, regels, programma, partij, door, op, vrijgegeven_op, afgewezen_op from landelijk.uitgave order by op desc").ToListAsync(cancel);
        return Result.Done<IReadOnlyList<Release>>([.. rows.Select(r => r.ToRelease([.. checks[r.Id]], MayCheck(actor, r, [.. checks[r.Id]])))]);
    }, cancel);

    /// <summary>Counts a year that is over, audits it and freezes what is left.</summary>
    public Task<Result<Guid>> RequestAsync(Actor actor, int? year, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (!tasks.Has(actor, Request))
            return new NotAllowed("Een uitgave aanvragen is aan wie landelijk rapporteert.", ["wet-pga:18"], []);
        if (year is not { } asked || asked < FirstYear || asked >= door.Today.Year)
            return new NotValid("jaar", $"Kies een jaar dat voorbij is, vanaf {FirstYear}.");
        await tasks.ShowAsync(actor, Request, cancel);
        if (await db.Database.SqlQuery<bool>($"select exists (select from landelijk.uitgave where jaar = {asked} and afgewezen_op is null) as \"Value\"").SingleAsync(cancel))
            return new NotNow("Van dit jaar is er al een uitgave. Een jaar wordt één keer gepubliceerd.", ["uitgave"]);
        var counted = await CountAsync(asked, cancel);
        if (ReleaseAudit.Contradictions(counted) is { Count: > 0 } wrong)
            return new NotNow($"De tellers van {asked} spreken elkaar tegen. Zo kan de machine niet nagaan wat eruit is af te leiden. Laat het beheer ze nakijken.", wrong);
        var report = PublishedReport.Of(asked, convenant.Process.Report, ReleaseAudit.Run(counted));
        var id = Guid.NewGuid();
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into landelijk.uitgave (id, jaar, inhoud, vingerafdruk, regels, programma, partij, door) values ({id}, {asked}, {Canonical.Write(report)}, {report.Fingerprint()}, {convenant.Hash}, {Program}, {PartyOf(actor, Request)}, {actor.Account.Value})",
                cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new NotNow("Van dit jaar is er al een uitgave. Een jaar wordt één keer gepubliceerd.", ["uitgave"]);
        }
        return id;
    }, cancel);

    /// <summary>Agrees with a release or refuses it. The second one of another organisation publishes it.</summary>
    public Task<Result<Guid>> CheckAsync(Actor actor, Guid release, bool? agreed, string? words, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (!tasks.Has(actor, Check))
            return new NotAllowed("Een uitgave controleren is aan een andere organisatie dan wie haar aanvroeg.", ["wet-pga:18"], []);
        var errors = new List<FieldError>();
        if (agreed is null)
            errors.Add(new FieldError("akkoord", "Zeg of u akkoord bent."));
        if (string.IsNullOrWhiteSpace(words) || words.Length > LongestWords)
            errors.Add(new FieldError("toelichting", $"Schrijf in ten hoogste {LongestWords} tekens wat u hebt nagekeken."));
        if (errors.Count > 0)
            return new NotValid(errors);
        await tasks.ShowAsync(actor, Check, cancel);
        try
        {
            var party = PartyOf(actor, Check);
            await db.Database.ExecuteSqlAsync(
                $"insert into landelijk.controle (uitgave_id, partij, door, akkoord, toelichting) values ({release}, {party}, {actor.Account.Value}, {agreed!.Value}, {words!.Trim()})", cancel);
            return release;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation)
        {
            return new NotNow("Deze uitgave wacht niet op uw controle. Bekijk haar opnieuw.", ["uitgave"]);
        }
    }, cancel);

    /// <summary>The exact counts of the person's own municipality in the tables of the catalogue, beside what was published of its area.</summary>
    public Task<Result<MunicipalMirror>> MirrorAsync(Actor actor, int year, CancellationToken cancel) => db.InTransactionAsync<MunicipalMirror>(async () =>
    {
        if (tasks.Of(actor, Mirror).Select(m => m.Municipality).FirstOrDefault(m => m is not null) is not { } own)
            return new NotAllowed("De spiegel is voor de coördinator van een gemeente.", ["wet-pga:18"], []);
        await tasks.ShowAsync(actor, Mirror, cancel);
        var rows = await db.Database.SqlQuery<OwnCount>($"select soort, uitkomst, aantal from toegang.eigen_tellingen({own.Code}, {year})").ToListAsync(cancel);
        var area = await db.Database.SqlQuery<string>($"select gebied as \"Value\" from telling.gebied where gemeente = {own.Code}").SingleOrDefaultAsync(cancel);
        var tables = convenant.Process.Report.Tables.Select(table => new MirrorTable(
            table.Code, [.. table.Columns.Select((_, j) => rows.Where(r => table.ColumnOf(r.Soort, r.Uitkomst)?.Column == j).Sum(r => r.Aantal))]));
        return new MunicipalMirror(own, area, year, [.. tables], await PublishedAsync(year, cancel));
    }, cancel);

    private async Task<IReadOnlyList<CountedTable>> CountAsync(int year, CancellationToken cancel)
    {
        var counters = await db.Database.SqlQuery<CounterRow>($"select gemeente, gebied, soort, uitkomst, aantal from toegang.tellingen({year})").ToListAsync(cancel);
        return NationalCounts.Tables(convenant.Process.Report, counters.Select(c => new Counter(c.Gemeente, c.Gebied, c.Soort, c.Uitkomst, c.Aantal)));
    }

    private bool MayCheck(Actor actor, ReleaseRow row, IReadOnlyList<ReleaseCheck> checks) =>
        row.VrijgegevenOp is null && row.AfgewezenOp is null && row.Door != actor.Account.Value && tasks.Has(actor, Check)
        && PartyOf(actor, Check) is var party && party != row.Partij && checks.All(c => c.Partij != party);

    private string TaskOf(Actor actor) => tasks.Has(actor, Request) ? Request : Check;

    private string PartyOf(Actor actor, string task) => Domain.Vocabulary.Codes.Code(tasks.Of(actor, task)[0].Party);

    private static string Program { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
