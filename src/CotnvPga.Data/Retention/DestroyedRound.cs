using CotnvPga.Data.Clockwork;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Tickets;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Retention;

/// <summary>
/// Keeps the list of destroyed cases outside the database, and lets nothing on it come back: a database that was put back from a backup of before
/// has such a case whole, and here it is destroyed again (wet-pga:9).
/// </summary>
public sealed class DestroyedRound(JobDatabase jobs, KeyFolder keys, TicketSealer tickets)
{
    // Whoever destroys holds the row until its transaction ends, which is later than the moment that it writes down.
    private static readonly Duration Overlap = Duration.FromDays(1);
    private static readonly Instant Ever = Instant.FromUtc(2000, 1, 1, 0, 0);

    private Instant _since = Ever;

    /// <summary>Writes down what was destroyed, and destroys again what should not be there.</summary>
    /// <returns>How many cases were destroyed again.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = jobs.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ShowAsync(db, cancel);
        var listed = keys.Destroyed.All().ToArray();
        var again = listed.Length == 0 ? 0 : await db.Database.SqlQuery<int>($"select toegang.opnieuw_vernietigen({listed}) as \"Value\"").SingleAsync(cancel);
        await ShowAsync(db, cancel);
        var rows = await db.Database.SqlQuery<GoneRow>($"select * from toegang.vernietigd_sinds({_since})").ToListAsync(cancel);
        await transaction.CommitAsync(cancel);
        keys.Destroyed.Add(rows.Select(r => r.Id));
        if (rows.Count > 0)
            _since = rows[^1].Op - Overlap;
        return again;
    }

    private Task ShowAsync(ZaakContext db, CancellationToken cancel) => tickets.ShowAsync(db, new Ticket { Kind = "klok", Until = tickets.Until }, cancel);

    private sealed class GoneRow
    {
        public Guid Id { get; init; }
        public Instant Op { get; init; }
    }
}
