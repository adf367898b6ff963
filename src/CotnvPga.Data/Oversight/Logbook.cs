using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Oversight;

/// <summary>
/// Who saw what in a case (wet-pga:14.2). Reviewers see every line, participants those of their own party; item, category and article
/// only while the reader may see that item, and never for the identity of a reporter.
/// </summary>
public sealed class Logbook(ZaakContext db, CaseDoor door, CaseReader reader, IColleagues colleagues)
{
    /// <summary>The log of a case, newest first.</summary>
    public Task<Result<IReadOnlyList<LogLine>>> ReadAsync(Actor actor, SignalId id, Purpose? purpose, CancellationToken cancel) => ReadAsync(actor, id, purpose, null, int.MaxValue, cancel);

    /// <summary>A part of the log of a case, newest first.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="id">The case.</param>
    /// <param name="purpose">What for; null for the default.</param>
    /// <param name="before">Only lines before this one; null for the newest.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Result<IReadOnlyList<LogLine>>> ReadAsync(Actor actor, SignalId id, Purpose? purpose, long? before, int most, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, purpose, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var visible = (await reader.BriefAsync(entry, cancel)).Items.Where(b => b.Zichtbaar && !IsReporter(b)).Select(b => b.Id).ToHashSet();
        var lines = await db.Database.SqlQuery<LogRow>($"select * from toegang.logboek_pagina({entry.Viewer.Purpose == Purpose.Toetsing}, {before}, {most})").ToListAsync(cancel);
        // Who stood in for a colleague is named with both names (modelconvenant:12.1); the lines are the own party's, or the reader reviews.
        var standIns = lines.Where(l => l.Vervangt is not null).SelectMany(l => new[] { l.Account, l.Vervangt }).OfType<Guid>().Distinct().Select(a => new AccountId(a)).ToList();
        var names = standIns.Count == 0 ? new Dictionary<AccountId, string>() : await colleagues.NamesAsync(standIns, cancel);
        return Result.Done<IReadOnlyList<LogLine>>([.. lines.Select(l => Line(l, visible) with { StandIn = StandIn.Of(l.Account, l.Vervangt, names) })]);
    }, cancel);

    private static bool IsReporter(BriefRow item) => item.Categorie == Category.Inbrenger.Code() && item.Verstrekker == Supplier.Melder.Code();

    private static LogLine Line(LogRow row, HashSet<Guid> visible)
    {
        var shown = row.GegevenId is { } item && visible.Contains(item);
        return new LogLine(
            row.Id, row.Verzoek, row.Op, row.Account, row.Partij, row.Gemeente, row.Aan, row.Handeling, row.Doel,
            shown ? row.GegevenId : null,
            shown ? row.Categorie : null,
            shown || row.GegevenId is null ? row.Grondslagen : [],
            row.GegevenId is null ? row.Regel : null);
    }
}

/// <summary>One line of the log, as far as the reader may see it.</summary>
public sealed record LogLine(
    long Number, string? Request, Instant At, Guid? Account, string Party, string? Municipality, string? To, string Act, string Purpose, Guid? Item, string? Category, IReadOnlyList<string> Grounds, string? What)
{
    /// <summary>Both names, when the person stood in for a colleague.</summary>
    public StandIn? StandIn { get; init; }
}

internal sealed class LogRow
{
    public long Id { get; init; }
    public string? Verzoek { get; init; }
    public Instant Op { get; init; }
    public Guid? GegevenId { get; init; }
    public string? Categorie { get; init; }
    public Guid? Account { get; init; }
    public Guid? Vervangt { get; init; }
    public string Partij { get; init; } = "";
    public string? Gemeente { get; init; }
    public string? Aan { get; init; }
    public string Handeling { get; init; } = "";
    public string Doel { get; init; } = "";
    public string Regel { get; init; } = "";
    public string[] Grondslagen { get; init; } = [];
}
