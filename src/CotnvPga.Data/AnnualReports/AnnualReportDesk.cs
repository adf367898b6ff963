using CotnvPga.Data.Cases;
using CotnvPga.Data.Tickets;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain;
using CotnvPga.Domain.AnnualReports;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.AnnualReports;

/// <summary>The public report of a consultation about a year (wet-pga:18): words of the parties, beside what was published of their area.</summary>
public sealed class AnnualReportDesk(ZaakContext db, CaseDoor door, TaskTickets tasks, UniformityDesk national)
{
    /// <summary>The task of writing it.</summary>
    public const string Make = "jaarverslag_maken";

    private static readonly string[] Ground = ["wet-pga:18"];

    /// <summary>The years that a report can be about: those that are over.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(UniformityDesk.FirstYear, Math.Max(0, door.Today.Year - UniformityDesk.FirstYear)).Reverse()];

    /// <summary>The report of a year as it stands, for who writes it; <see cref="NotAllowed"/> for anybody else.</summary>
    public Task<Result<AnnualReport>> OpenAsync(Actor actor, int year, CancellationToken cancel) => db.InTransactionAsync<AnnualReport>(async () =>
    {
        if (PlaceOf(actor) is not { } own)
            return new NotAllowed("Het jaarverslag is voor de coördinator van een gemeente.", Ground, []);
        if (!Years.Contains(year))
            return new NotKnown();
        await tasks.ShowAsync(actor, Make, cancel);
        return await ReadAsync(own, year, cancel);
    }, cancel);

    /// <summary>Adds a version.</summary>
    public Task<Result<int>> SaveAsync(Actor actor, int year, AnnualWords words, LocalDate? adoptedOn, CancellationToken cancel) => db.InTransactionAsync<int>(async () =>
    {
        if (PlaceOf(actor) is not { } own)
            return new NotAllowed("Het jaarverslag is voor de coördinator van een gemeente.", Ground, []);
        if (!Years.Contains(year))
            return new NotKnown();
        if (words.Errors(adoptedOn, year, door.Today) is { Count: > 0 } errors)
            return new NotValid(errors);
        await tasks.ShowAsync(actor, Make, cancel);
        var party = Codes.Code(tasks.Of(actor, Make).First(m => m.Municipality == own).Party);
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into landelijk.jaarverslag (gemeente, jaar, nummer, woorden, vastgesteld_op, partij, door) values ({own.Code}, {year}, 0, {Canonical.Write(words)}, {adoptedOn}, {party}, {actor.Account.Value})",
                cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return new NotNow("Dit verslag is vastgesteld. Een nieuwe versie heeft ook een dag van vaststellen.", ["vastgesteldOp"]);
        }
        return year;
    }, cancel);

    private async Task<AnnualReport> ReadAsync(Municipality own, int year, CancellationToken cancel)
    {
        var row = await db.Database.SqlQuery<AnnualRow>(
            $"select nummer, woorden, vastgesteld_op from landelijk.jaarverslag where gemeente = {own.Code} and jaar = {year} order by nummer desc limit 1").SingleOrDefaultAsync(cancel);
        var area = await db.Database.SqlQuery<string>($"select gebied as \"Value\" from telling.gebied where gemeente = {own.Code}").SingleOrDefaultAsync(cancel);
        return new AnnualReport(own, year, row is null ? null : Canonical.Read<AnnualWords>(row.Woorden), row?.Nummer ?? 0, row?.VastgesteldOp, area, await national.PublishedAsync(year, cancel));
    }

    private Municipality? PlaceOf(Actor actor) => tasks.Of(actor, Make).Select(m => m.Municipality).FirstOrDefault(m => m is not null);

    private sealed class AnnualRow
    {
        public int Nummer { get; init; }
        public string Woorden { get; init; } = "";
        public LocalDate? VastgesteldOp { get; init; }
    }
}

/// <summary>The public report of a consultation about a year.</summary>
/// <param name="Municipality">Which consultation.</param>
/// <param name="Year">The year.</param>
/// <param name="Words">What the parties wrote; null when nothing was.</param>
/// <param name="Version">Number of the version; 0 when there is none.</param>
/// <param name="AdoptedOn">The day on which the parties adopted it; null while it is a draft.</param>
/// <param name="Area">Code of its area; null when it has none.</param>
/// <param name="National">What was published of the year; null when nothing was.</param>
public sealed record AnnualReport(Municipality Municipality, int Year, AnnualWords? Words, int Version, LocalDate? AdoptedOn, string? Area, PublishedReport? National);
