using CotnvPga.Convenant.Process;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Notifications;

/// <summary>
/// What happened in cases and has not been told yet. Whom it concerns is asked per person, through the same door as the screen: who
/// cannot know of the case is told nothing, also not that there was something.
/// </summary>
public sealed class CaseEvents(ZaakContext db, TicketSealer tickets, CaseDesk cases, SignalLifecycle lifecycle)
{
    /// <summary>What happened, the oldest first.</summary>
    public async Task<IReadOnlyList<CaseEvent>> WaitingAsync(int most, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await tickets.ShowAsync(db, new Ticket { Kind = "klok", Until = tickets.Until }, cancel);
        var rows = await db.Database.SqlQuery<EventRow>($"select * from toegang.gebeurtenissen({most})").ToListAsync(cancel);
        return [.. rows.Select(r => new CaseEvent(r.Id, new SignalId(r.SignaalId), r.Soort, r.Door is { } by ? new AccountId(by) : null, [.. r.Gemeenten.Select(g => new Municipality(g))]))];
    }

    /// <summary>The notifications that this person should get of it: none for who did it, and none for who cannot know of the case.</summary>
    public async Task<IReadOnlyList<NotificationDefinition>> ForAsync(Actor actor, CaseEvent happened, CancellationToken cancel)
    {
        var told = lifecycle.Process.Notifications.Where(n => n.When.Contains(happened.Kind)).ToList();
        if (told.Count == 0 || actor.Account == happened.By)
            return [];
        var looked = await cases.LookAsync(actor, happened.Case, cancel);
        return looked.IsDone ? [.. told.Where(n => n.To.Any(to => Concerns(to, looked.Value)))] : [];
    }

    /// <summary>Everybody was told: it is forgotten.</summary>
    public async Task DoneAsync(CaseEvent happened, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await tickets.ShowAsync(db, new Ticket { Kind = "klok", Until = tickets.Until }, cancel);
        await db.Database.ExecuteSqlAsync($"select toegang.gebeurtenis_klaar({happened.Id})", cancel);
        await transaction.CommitAsync(cancel);
    }

    private static bool Concerns(string to, CaseView view) => to switch
    {
        "aan_zet" => view.Steps.Count > 0,
        "aan_tafel" => view.Viewer.Circumstances.Contains(Circumstance.Betrokken) && view.WorksOn,
        "gevraagde" => view.Viewer.Circumstances.Contains(Circumstance.Geraadpleegd),
        "wie_instemt" => view.Steps.Any(s => s.WaitingFor.Count > 0 && !s.AgreedBySelf),
        _ => false,
    };

    private sealed class EventRow
    {
        public Guid Id { get; init; }
        public Guid SignaalId { get; init; }
        public string Soort { get; init; } = "";
        public Guid? Door { get; init; }
        public string[] Gemeenten { get; init; } = [];
    }
}

/// <summary>Something that happened in a case.</summary>
/// <param name="Id">Its id, so that nobody is told twice.</param>
/// <param name="Case">The case.</param>
/// <param name="Kind">What: a step, a proposal, a judgement, a report.</param>
/// <param name="By">Who did it; null for nobody, or the process.</param>
/// <param name="Municipalities">Where people may have to be told.</param>
public sealed record CaseEvent(Guid Id, SignalId Case, string Kind, AccountId? By, IReadOnlyList<Municipality> Municipalities);
