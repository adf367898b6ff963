using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Oversight;

/// <summary>How things stand where the coordinating data protection officer reviews (wet-pga:12.2): what waits and what is late, by kind. No case.</summary>
public sealed class OversightStand(ZaakContext db, TaskTickets tasks)
{
    /// <summary>The task of the coordinating officer.</summary>
    public const string Task = "fg_toetsen";

    /// <summary>Whether this person is one.</summary>
    public bool IsFor(Actor actor) => tasks.Has(actor, Task);

    /// <summary>What waits, by municipality and kind; <see cref="NotKnown"/> for others.</summary>
    public Task<Result<IReadOnlyList<WaitingKind>>> ReadAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<WaitingKind>>(async () =>
    {
        if (!IsFor(actor))
            return new NotKnown();
        await tasks.ShowAsync(actor, Task, cancel);
        return Result.Done<IReadOnlyList<WaitingKind>>(await db.Database.SqlQuery<WaitingKind>($"select gemeente, soort, open, te_laat from toegang.toezicht_stand() order by gemeente, soort").ToListAsync(cancel));
    }, cancel);
}

/// <summary>Records of one kind in one municipality that wait.</summary>
public sealed class WaitingKind
{
    /// <summary>Code of the municipality.</summary>
    public string Gemeente { get; init; } = "";

    /// <summary>Code of the kind.</summary>
    public string Soort { get; init; } = "";

    /// <summary>How many wait.</summary>
    public long Open { get; init; }

    /// <summary>How many of those are late.</summary>
    public long TeLaat { get; init; }
}
