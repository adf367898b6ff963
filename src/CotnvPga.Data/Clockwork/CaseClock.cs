using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Clockwork;

/// <summary>What the process does itself when its time has come: suspend an urgent weighing, destroy what is no longer needed.</summary>
public sealed class CaseClock(JobDatabase jobs, CompiledConvenant convenant, SignalLifecycle lifecycle, TicketSealer tickets, Terms terms, IClock clock)
{
    private static readonly string[] Retained = [Phase.NietVoorgelegd.Code(), Phase.Afgesloten.Code()];

    private readonly int _shortestNotSubmitted = Shortest(convenant, Phase.NietVoorgelegd);
    private readonly int _shortestClosed = Shortest(convenant, Phase.Afgesloten);

    /// <summary>Takes every step that is due, each in its own transaction; the trigger tests each again.</summary>
    /// <returns>How many were taken.</returns>
    /// <exception cref="AggregateException">Some could not be taken; the others were.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = jobs.Open();
        var taken = 0;
        var faults = new List<Exception>();
        foreach (var step in lifecycle.Process.Steps.Where(s => s.AlsoProcess is not null))
        {
            foreach (var due in await DueAsync(db, step.Code, cancel))
            {
                try
                {
                    if (await TakeAsync(db, step.Code, due, cancel))
                        taken++;
                }
                catch (Exception fault) when (fault is DbUpdateException or Npgsql.NpgsqlException)
                {
                    // One case that cannot go on must not keep the others from being destroyed in time.
                    db.ChangeTracker.Clear();
                    faults.Add(fault);
                }
            }
        }
        await db.Database.ExecuteSqlAsync($"select toegang.herhalingen_opruimen()", cancel);
        return faults.Count == 0 ? taken : throw new AggregateException($"{taken} steps were taken, {faults.Count} were not.", faults);
    }

    private async Task<List<DueRow>> DueAsync(ZaakContext db, string step, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await tickets.ShowAsync(db, new Ticket { Kind = "klok", Until = tickets.Until }, cancel);
        return await DueNowAsync(db, step, cancel);
    }

    /// <summary>The cases in which the step is due. Needs a ticket of the clock.</summary>
    private async Task<List<DueRow>> DueNowAsync(ZaakContext db, string step, CancellationToken cancel)
    {
        var found = await db.Database.SqlQuery<DueRow>($"select * from toegang.te_doen({step}, {_shortestNotSubmitted}, {_shortestClosed})").ToListAsync(cancel);
        return found.FindAll(due => !Retained.Contains(due.Fase) || terms.RetentionHasRun(due.Gemeente, due.Uitgave, due.Fase, due.Sinds));
    }

    private static int Shortest(CompiledConvenant convenant, Phase phase) =>
        convenant.Editions.SelectMany(e => e.Terms.Values).Where(t => t.Phase == phase.Code()).Min(t => t.Value);

    private async Task<bool> TakeAsync(ZaakContext db, string step, DueRow due, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await tickets.ShowAsync(db, new Ticket { Kind = "klok", Case = due.Id, Until = tickets.Until }, cancel);
        await db.Database.ExecuteSqlAsync($"select toegang.vergrendel({due.Id})", cancel);
        // Another node, or a person, may have been first.
        if ((await DueNowAsync(db, step, cancel)).TrueForAll(d => d.Id != due.Id))
            return false;
        var definition = lifecycle.Step(step)!;
        db.Stappen.Add(new StapRow
        {
            Id = Guid.NewGuid(),
            SignaalId = due.Id,
            Stap = step,
            Van = due.Fase,
            Naar = definition.Outcomes[0].Phase,
            Uitkomst = "termijn",
            Op = clock.GetCurrentInstant(),
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await transaction.CommitAsync(cancel);
        return true;
    }

    private sealed class DueRow
    {
        public Guid Id { get; init; }
        public string Fase { get; init; } = "";
        public string Gemeente { get; init; } = "";
        public string Uitgave { get; init; } = "";
        public Instant Sinds { get; init; }
    }
}
