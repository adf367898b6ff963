using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>What the party that registered a case is told when it is not submitted: the outcome, nothing else (wet-pga:5.6).</summary>
public sealed class Outcomes(ZaakContext db, CaseDoor door)
{
    /// <summary>How many are given at most.</summary>
    public const int Most = 100;

    /// <summary>The outcomes told to the person's parties, newest first; at most <see cref="Most"/>.</summary>
    public Task<Result<IReadOnlyList<ToldOutcome>>> ToldAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        var told = await db.Database.SqlQuery<ToldOutcome>($"select nummer, gemeente, partij, uitkomst, op from zaak.mededeling order by op desc, nummer limit {Most}").ToListAsync(cancel);
        return Result.Done<IReadOnlyList<ToldOutcome>>(told);
    }, cancel);
}

/// <summary>One outcome that was told.</summary>
public sealed class ToldOutcome
{
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Partij { get; init; } = "";
    public string Uitkomst { get; init; } = "";
    public LocalDate Op { get; init; }
}
