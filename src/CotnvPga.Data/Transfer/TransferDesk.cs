using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Transfer;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Transfer;

/// <summary>
/// A transfer to another municipality (wet-pga:7): after the three decided, the mayor lays ready what the engine lets go along and nobody objects to.
/// There a new registration begins; its receiver takes over and does its own check, and every item keeps its first supplier.
/// </summary>
public sealed class TransferDesk(
    ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, Handovers handovers, SignalDesk signals, ItemRecorder recorder,
    Municipalities municipalities, KeyFolder keys, DateTimeZone zone)
{
    /// <summary>The act that sends.</summary>
    public const string Send = "overdracht_sturen";

    /// <summary>The act that takes over.</summary>
    public const string Take = "overdracht_overnemen";

    /// <summary>The party that gets what goes along.</summary>
    public static string Elsewhere { get; } = Party.CasusoverlegElders.Code();

    /// <summary>Lays ready what goes along: the items that were named, or all that may.</summary>
    /// <returns>How many items go along.</returns>
    public Task<Result<int>> SendAsync(Actor actor, SignalId id, string? municipality, IReadOnlyList<Guid>? chosen, string? reason, CancellationToken cancel) => db.InTransactionAsync<int>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var act = lifecycle.Act(Send);
        if (CaseDoor.Refusal(act, entry.Viewer) is { } refusal)
            return refusal;
        if (Errors(entry, municipality, reason) is { Count: > 0 } errors)
            return new NotValid(errors);
        if (!act.From.Contains(entry.State.Phase.Code()))
            return new NotNow(act.Explanation, ["fase"]);
        await door.ShowForProcessAsync(entry, cancel);
        if (!await db.Omstandigheden.AnyAsync(o => o.Partij == Elsewhere && o.Gemeente == municipality && o.Code == "gevolgen_elders" && o.Tot == null, cancel))
            return new NotNow("De drie hebben nog niet samen besloten om aan deze gemeente over te dragen.", ["overdragen"]);

        var along = await AlongAsync(actor, entry, municipality!, chosen, cancel);
        if (!along.IsDone)
            return along.Refusal;
        var handed = await handovers.HandOverAsync(actor, id, null, new NewHandover(Elsewhere, [.. along.Value.Select(i => i.Id.Value)], municipality, []), cancel);
        if (!handed.IsDone)
            return handed.Refusal;
        var parcel = new Parcel(reason!, [.. along.Value.Select(i => new ParcelItem(i.Field, i.Value, i.Nature, i.Supplier, i.RecordedAt.InZone(zone).Date))]);
        return await LayReadyAsync(actor, entry, municipality!, parcel, cancel);
    }, cancel);

    /// <summary>The transfers that wait in a new case, or were taken over there, newest first; none for who may not take over.</summary>
    public Task<Result<IReadOnlyList<WaitingTransfer>>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<WaitingTransfer>>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        await door.ShowForProcessAsync(entered.Value, cancel);
        return Result.Done<IReadOnlyList<WaitingTransfer>>(await db.Overdrachten.AsNoTracking().OrderByDescending(o => o.Op)
            .Select(o => new WaitingTransfer(o.Id, o.VanNummer, o.VanGemeente, o.Aantal, o.Op, o.OvergenomenOp, o.OvergenomenAantal)).ToListAsync(cancel));
    }, cancel);

    /// <summary>Takes over what waits: each item that may be recorded as coming from elsewhere, with its first supplier beside it.</summary>
    public Task<Result<TakenOver>> TakeOverAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<TakenOver>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var act = lifecycle.Act(Take);
        if (CaseDoor.Refusal(act, entry.Viewer) is { } refusal)
            return refusal;
        if (!act.From.Contains(entry.State.Phase.Code()))
            return new NotNow(act.Explanation, ["fase"]);
        await door.ShowForProcessAsync(entry, cancel);
        var waiting = await db.Overdrachten.AsNoTracking().Where(o => o.OvergenomenOp == null).OrderBy(o => o.Op).FirstOrDefaultAsync(cancel);
        if (waiting?.Inhoud is not { } sealedParcel)
            return new NotNow("Er ligt geen overdracht klaar.", ["overdracht"]);
        using var key = await reader.WorkKeyAsync(id, Take, act.Grounds, cancel);
        var parcel = Canonical.Read<Parcel>(key.Read(sealedParcel, $"overdracht/{waiting.Id}"));
        return await RecordAsync(actor, entry, waiting, parcel, cancel);
    }, cancel);

    private List<FieldError> Errors(CaseEntry entry, string? municipality, string? reason)
    {
        var errors = new List<FieldError>();
        if (municipality is null || !municipalities.Exists(municipality) || municipality == entry.State.Municipality.Code)
            errors.Add(new FieldError("gemeente", "Kies een andere gemeente die met het portaal werkt."));
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(new FieldError("toelichting", "Schrijf waarom de zaak wordt overgedragen."));
        else if (reason.Length > 4000)
            errors.Add(new FieldError("toelichting", "Dit is te lang. Gebruik ten hoogste 4000 tekens."));
        return errors;
    }

    /// <summary>The items that go along: seen by who sends, allowed by the engine for the consultation there, and without an objection of who supplied them.</summary>
    private async Task<Result<IReadOnlyList<VisibleItem>>> AlongAsync(Actor actor, CaseEntry entry, string municipality, IReadOnlyList<Guid>? chosen, CancellationToken cancel)
    {
        var preview = await handovers.PreviewAsync(actor, entry.State.Id, Elsewhere, municipality, cancel);
        if (!preview.IsDone)
            return preview.Refusal;
        var allowed = preview.Value.Where(a => a.Answer.Decision).Select(a => a.Item).ToHashSet();
        await door.ShowForProcessAsync(entry, cancel);
        foreach (var item in allowed.ToList())
        {
            if (await db.Database.SqlQuery<int>($"select toegang.bezwaren({new[] { item }}) as \"Value\"").SingleAsync(cancel) > 0)
                allowed.Remove(item);
        }
        if (chosen is not null && chosen.Any(i => !allowed.Contains(i)))
            return new NotNow("Niet alles wat u koos mag mee: de wet geeft het niet, of wie het inbracht houdt het tegen (artikel 7 lid 2 Wet PGA).", ["geen_bezwaar"]);
        var (visible, _) = await reader.ReadAsync(entry, cancel);
        List<VisibleItem> along = [.. visible.Where(i => allowed.Contains(i.Id.Value) && (chosen is null || chosen.Contains(i.Id.Value)))];
        return along.Count == 0 ? new NotNow("Er is niets dat mee mag.", ["gegevens"]) : Result.Done<IReadOnlyList<VisibleItem>>(along);
    }

    private async Task<Result<int>> LayReadyAsync(Actor actor, CaseEntry entry, string municipality, Parcel parcel, CancellationToken cancel)
    {
        var begun = await signals.BeginElsewhereAsync(actor, entry.Viewer.Membership, new Municipality(municipality), cancel);
        if (!begun.IsDone)
            return begun.Refusal;
        var (there, wrapped) = begun.Value;
        var transfer = Guid.NewGuid();
        byte[] sealedParcel;
        using (var key = CaseKey.Unwrap(there, wrapped, keys))
            sealedParcel = key.Seal(Canonical.Write(parcel), $"overdracht/{transfer}");
        await door.ShowForProcessAsync(entry, cancel);
        await db.Database.ExecuteSqlAsync($"select toegang.overdracht_klaarleggen({transfer}, {there.Value}, {sealedParcel}, {parcel.Items.Count})", cancel);
        return parcel.Items.Count;
    }

    private async Task<Result<TakenOver>> RecordAsync(Actor actor, CaseEntry entry, OverdrachtRow waiting, Parcel parcel, CancellationToken cancel)
    {
        var from = municipalities.NameOf(new Municipality(waiting.VanGemeente));
        var taken = new List<(NewItem Item, string Supplier)>();
        var left = new List<string>();
        foreach (var one in parcel.Items)
        {
            var sent = one.AsSent(from);
            var (items, errors) = new ItemIntake(convenant).ReadAll([sent], entry.Viewer.Party, door.Today);
            if (errors.Count > 0 || recorder.Refusal(entry, items) is not null)
                left.Add(one.Field);
            else
                taken.Add((sent, one.Supplier));
        }
        IReadOnlyList<ItemId> ids = [];
        if (taken.Count > 0)
        {
            var added = await signals.AddAsync(actor, entry.State.Id, null, [.. taken.Select(t => t.Item)], cancel);
            if (!added.IsDone)
                return added.Refusal;
            ids = added.Value;
        }
        await door.ShowForProcessAsync(entry, cancel);
        foreach (var (item, id) in taken.Zip(ids))
            await db.Database.ExecuteSqlAsync($"insert into zaak.eerste_verstrekker (gegeven_id, signaal_id, verstrekker, gemeente) values ({id.Value}, {entry.State.Id.Value}, {item.Supplier}, {waiting.VanGemeente})", cancel);
        await db.Database.ExecuteSqlAsync($"select toegang.overdracht_afronden({waiting.Id}, {ids.Count})", cancel);
        return new TakenOver([.. ids.Select(i => i.Value)], [.. left.Distinct()]);
    }
}
