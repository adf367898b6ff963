using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data.Consultation;

/// <summary>
/// What may be said aloud or put on a screen at the table: an item only when the law lets every party present receive it (engine action
/// <c>ontvangen</c>). What one of them may not hear, is told to who would say it, before that.
/// </summary>
public sealed class TableSight(CaseDoor door, CaseReader reader, Receivers receivers, ConsultationDesk consultations, MaskStore masks, TicketSealer tickets)
{
    /// <summary>For every item that this person sees: which of the parties present may not hear it. Reads no value and hands nothing over.</summary>
    /// <param name="actor">Who would say it.</param>
    /// <param name="id">The case.</param>
    /// <param name="present">Codes of the parties present; null for who is in the attendance of today, or else everybody who has a seat now.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Result<TableWarnings>> WarnAsync(Actor actor, SignalId id, IReadOnlyList<string>? present, CancellationToken cancel) => door.Context.InTransactionAsync<TableWarnings>(async () =>
    {
        var sat = await SitAsync(actor, id, present, withPlan: true, cancel);
        if (!sat.IsDone)
            return sat.Refusal;
        var (entry, table, parties) = sat.Value;
        var answers = await AnswersAsync(entry, parties, cancel);
        return new TableWarnings(table, parties, [.. answers.Select(a => new TableWarning(a.Item.Id, [.. a.Of.Where(o => !o.Answer.Decision)
            .Select(o => new TableRefusal(o.Receiver.Viewer.Party.Code(), o.Answer.Explanation, o.Answer.Grounds))]))]);
    }, cancel);

    /// <summary>What all present may see, with its values: a line in the log for this person, and one for every other party present.</summary>
    public Task<Result<TableScreen>> ShowAsync(Actor actor, SignalId id, IReadOnlyList<string>? present, CancellationToken cancel) => door.Context.InTransactionAsync<TableScreen>(async () =>
    {
        var sat = await SitAsync(actor, id, present, withPlan: false, cancel);
        if (!sat.IsDone)
            return sat.Refusal;
        var (entry, table, parties) = sat.Value;
        if (CaseDoor.Refusal(entry.Viewer) is { } lapsed)
            return lapsed;
        var answers = await AnswersAsync(entry, parties, cancel);
        var shared = answers.Where(a => a.Of.All(o => o.Answer.Decision)).ToList();
        if (shared.Count == 0)
            return new TableScreen(table, parties, []);
        var ids = shared.Select(a => a.Item.Id).ToHashSet();
        var items = await reader.ReadSomeAsync(entry, (item, _) => ids.Contains(item), cancel);
        await TellAsync(entry, shared, cancel);
        return new TableScreen(table, parties, items);
    }, cancel);

    /// <summary>Who sits here, and who is present. The giver's own party needs no permission to hear what it says itself.</summary>
    private async Task<Result<(CaseEntry Entry, TableView Table, IReadOnlyList<PresentParty> Parties)>> SitAsync(Actor actor, SignalId id, IReadOnlyList<string>? present, bool withPlan, CancellationToken cancel)
    {
        var opened = await consultations.OpenAsync(actor, id, withPlan, cancel);
        if (!opened.IsDone)
            return opened.Refusal;
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var seated = opened.Value.Present;
        var here = present ?? opened.Value.PresentToday;
        if (present?.FirstOrDefault(p => seated.All(s => s.Party != p)) is not null)
            return new NotValid("aanwezig", $"Kies wie aanwezig is: {string.Join(", ", seated.Select(s => s.Party))}.");
        return (entered.Value, opened.Value, [.. seated.Where(s => here is null || here.Contains(s.Party)).Where(s => s.Party != entered.Value.Viewer.Party.Code())]);
    }

    private async Task<List<(BriefRow Item, List<(CaseEntry Receiver, int Flags, Answer Answer)> Of)>> AnswersAsync(CaseEntry entry, IReadOnlyList<PresentParty> parties, CancellationToken cancel)
    {
        var seen = (await reader.BriefAsync(entry, cancel)).Items.FindAll(b => b.Zichtbaar);
        if (seen.Count == 0)
            return [];
        var (here, flags) = await receivers.AtTableAsync(entry, parties, [.. seen.Select(s => s.Id)], cancel);
        var views = here.Select(r => (Receiver: r, View: door.View(r, Act.Ontvangen))).ToList();
        return seen.ConvertAll(item => (item, views.ConvertAll(v =>
        {
            var own = flags[item.Id].For(v.Receiver.Viewer.Party);
            return (v.Receiver, own, v.View.Explain(item.Categorie, item.Bijzonder, item.Verstrekker, own));
        })));
    }

    /// <summary>Writes for every party present that it received these items; the database tests each again with that party's own mask. One round trip.</summary>
    private async Task TellAsync(CaseEntry entry, List<(BriefRow Item, List<(CaseEntry Receiver, int Flags, Answer Answer)> Of)> shared, CancellationToken cancel)
    {
        var count = shared[0].Of.Count;
        if (count == 0)
            return;
        var sql = new System.Text.StringBuilder();
        var values = new List<NpgsqlParameter> { new("welke", shared.Select(s => s.Item.Id).ToArray()), new("geen", Array.Empty<Guid>()) };
        for (var i = 0; i < count; i++)
        {
            var receiver = shared[0].Of[i].Receiver;
            var (allowed, promised) = await masks.HashesAsync(door.View(receiver, Act.Ontvangen), cancel);
            var (words, seal) = tickets.Seal(door.HandoverTicket(entry, receiver, allowed, promised));
            var grounds = CaseReader.Grounds(door.Question(receiver, Act.Ontvangen), shared.Select(s => (s.Item.Id, s.Of[i].Flags, s.Of[i].Answer)));
            sql.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"select set_config('pga.kaartje', @kaart{i}, true), set_config('pga.zegel', @zegel{i}, true); select toegang.verstrek(@welke, @geen, @gronden{i}::jsonb); ");
            values.AddRange([new($"kaart{i}", words), new($"zegel{i}", seal), new($"gronden{i}", grounds)]);
        }
        await door.Context.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
    }
}

/// <summary>What may not be said to everybody at the table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Present">The other parties present.</param>
/// <param name="Items">Every item that the viewer sees.</param>
public sealed record TableWarnings(TableView Table, IReadOnlyList<PresentParty> Present, IReadOnlyList<TableWarning> Items);

/// <summary>One item: who of those present may not hear it; empty when all may.</summary>
public sealed record TableWarning(Guid Item, IReadOnlyList<TableRefusal> NotWith);

/// <summary>A party that may not hear an item, and why.</summary>
public sealed record TableRefusal(string Party, string Explanation, IReadOnlyList<string> Grounds);

/// <summary>What everybody at the table may see.</summary>
/// <param name="Table">The table.</param>
/// <param name="Present">The other parties present.</param>
/// <param name="Items">The items, as the viewer reads them. How many are held back is not told: everybody looks at this screen.</param>
public sealed record TableScreen(TableView Table, IReadOnlyList<PresentParty> Present, IReadOnlyList<VisibleItem> Items);
