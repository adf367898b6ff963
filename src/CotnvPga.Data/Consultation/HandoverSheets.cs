using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Consultation;

/// <summary>
/// The sheet that goes with a hand-over: exactly which items, under which articles. For the party that made it, while it sits at the table;
/// printing it again reads the items again, so that is logged again.
/// </summary>
public sealed class HandoverSheets(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader)
{
    /// <summary>The log has its own clock; a hand-over is written right after its lines.</summary>
    private static readonly Duration Slack = Duration.FromSeconds(30);

    /// <summary>The sheet of one hand-over.</summary>
    public Task<Result<HandoverSheet>> ReadAsync(Actor actor, SignalId id, Guid handover, CancellationToken cancel) => db.InTransactionAsync<HandoverSheet>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (!door.SitsAtConsultation(entry))
            return new NotKnown();
        await door.ShowForProcessAsync(entry, cancel);
        var party = entry.Viewer.Party.Code();
        var row = await db.Handelingen.AsNoTracking().SingleOrDefaultAsync(h => h.Id == handover && h.Soort == "verstrekking" && h.Namens == party, cancel);
        if (row is null)
            return new NotKnown();
        if (CaseDoor.Refusal(entry.Viewer) is { } lapsed)
            return lapsed;
        NewHandover words;
        using (var key = await reader.WorkKeyAsync(id, "verstrekking lezen", lifecycle.Act("verstrekken").Grounds, cancel))
            words = Canonical.Read<NewHandover>(key.Read(row.Inhoud, $"handeling/{row.Id}"));
        var logged = await db.Database.SqlQuery<HandedRow>($"select gegeven_id, aan, grondslagen, op from toegang.logboek(false) where handeling = 'ontvangen' and gegeven_id is not null").ToListAsync(cancel);
        var items = await reader.ReadSomeAsync(entry, (item, _) => words.Items.Contains(item), cancel);
        return new HandoverSheet(row.Partij!, row.Gemeente, row.Namens, row.Op, [.. words.Items.Select(item => new HandedItem(
            items.FirstOrDefault(i => i.Id.Value == item),
            logged.Where(l => l.GegevenId == item && l.Aan == row.Partij && l.Op <= row.Op + Slack).MaxBy(l => l.Op)?.Grondslagen ?? [],
            words.OwnLaw.FirstOrDefault(o => o.Item == item)?.Law))]);
    }, cancel);
}

/// <summary>A hand-over with what went along.</summary>
/// <param name="To">Who received.</param>
/// <param name="Municipality">Its municipality, when that is another one.</param>
/// <param name="By">Who handed over.</param>
/// <param name="At">When.</param>
/// <param name="Items">What went along.</param>
public sealed record HandoverSheet(string To, string? Municipality, string By, Instant At, IReadOnlyList<HandedItem> Items);

/// <summary>One item that went along.</summary>
/// <param name="Item">The item; null when the giver does not see it any more.</param>
/// <param name="Grounds">The articles of that moment.</param>
/// <param name="OwnLaw">The supplier's own law, when it was stated.</param>
public sealed record HandedItem(VisibleItem? Item, IReadOnlyList<string> Grounds, string? OwnLaw);

internal sealed class HandedRow
{
    public Guid GegevenId { get; init; }
    public string? Aan { get; init; }
    public string[] Grondslagen { get; init; } = [];
    public Instant Op { get; init; }
}
