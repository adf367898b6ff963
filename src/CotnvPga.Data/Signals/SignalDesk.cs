using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>Registering signals and adding to them.</summary>
public sealed class SignalDesk(
    ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, ItemRecorder recorder,
    TicketSealer tickets, KeyFolder keys, IClock clock, Municipalities municipalities, CaseEditions editions)
{
    private const string CauseField = "aanleiding";

    /// <summary>Registers a signal (wet-pga:5.1, 5.2). The start in the process data says in which phase and who becomes what.</summary>
    public Task<Result<SignalState>> RegisterAsync(Actor actor, NewSignal sent, CancellationToken cancel) => RegisterAsync(actor, sent, null, cancel);

    /// <summary>The same for a purpose; null stands for the default of the membership.</summary>
    public Task<Result<SignalState>> RegisterAsync(Actor actor, NewSignal sent, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(sent.Municipality) || !municipalities.Exists(sent.Municipality))
            errors.Add(new FieldError("gemeente", $"Kies een gemeente: {string.Join(", ", municipalities.All.Select(m => m.Code))}."));
        var place = errors.Count == 0 ? PlaceIn(actor, new Municipality(sent.Municipality!)) : null;
        if (errors.Count == 0 && place is null)
            return new NotAllowed("U kunt in deze gemeente geen signaal vastleggen.");
        var start = place is { } known ? lifecycle.Process.Starts.FirstOrDefault(s => s.Parties.Contains(known.Party.Code())) : null;
        if (place is not null && start is null)
            return new NotAllowed("Uw partij legt geen signalen vast.");

        if (string.IsNullOrWhiteSpace(sent.Cause))
            errors.Add(new FieldError("aanleiding", "Schrijf wat de aanleiding is."));
        if (start is { Addressees.Count: > 0 } && (sent.Addressee is null || !start.Addressees.Contains(sent.Addressee)))
            errors.Add(new FieldError("aan", $"Kies aan wie u aanmeldt: {string.Join(", ", start.Addressees.Order(StringComparer.Ordinal))}."));
        var items = new ItemIntake(convenant).Read(sent.Items, place?.Party ?? default, door.Today);
        if (errors.Count > 0 || !items.IsDone)
            return new NotValid([.. errors, .. (items.Refusal as NotValid)?.Errors ?? []]);

        var all = items.Value.Prepend(Cause(sent.Cause!, place!.Value.Party, start!.AddresseeBecomes.Count == 0)).ToList();
        return await OpenAsync(actor, place.Value, start, new Municipality(sent.Municipality!), sent.Addressee, all, unread: false, cancel, purpose);
    }, cancel);

    /// <summary>Adds items to a case.</summary>
    public Task<Result<IReadOnlyList<ItemId>>> AddAsync(Actor actor, SignalId id, Purpose? purpose, IReadOnlyList<NewItem> sent, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entry = await door.EnterAsync(actor, id, purpose, forChange: true, cancel);
        if (!entry.IsDone)
            return entry.Refusal;
        var (items, errors) = new ItemIntake(convenant).ReadAll(sent, entry.Value.Viewer.Party, door.Today);
        // Whether this party may record comes before what is wrong with the words.
        if (recorder.Refusal(entry.Value, items) is { } refusal)
            return refusal;
        if (errors.Count > 0)
            return new NotValid(errors);
        if (items.Count == 0)
            return new NotValid("gegevens", "Voeg minstens één gegeven toe.");
        return await recorder.RecordAsync(entry.Value, items, () => reader.WorkKeyAsync(id, "vastleggen", ["wet-pga:14.2"], cancel), cancel);
    }, cancel);

    internal async Task<Result<SignalState>> OpenAsync(
        Actor actor, (Party Party, Membership Membership, bool Elsewhere) place, Convenant.Process.StartDefinition start, Municipality municipality,
        string? addressee, IReadOnlyList<Item> items, bool unread, CancellationToken cancel, Purpose? purpose = null)
    {
        var id = SignalId.New();
        var now = clock.GetCurrentInstant();
        var state = new SignalState(id, CaseNumber.New(), municipality, Codes.Known<Phase>(start.Phase), unread, 1, null, false, now, now, now, editions.Now(municipality.Code, door.Today).Key);
        var bits = start.Becomes.Select(Codes.Known<Circumstance>).Aggregate(0, (all, c) => all | (1 << (int)c));
        var viewer = door.ViewerOf(actor, place.Membership, place.Elsewhere, bits);
        var entry = new CaseEntry(state, viewer with { Purpose = purpose ?? viewer.Purpose });
        if (recorder.Refusal(entry, items) is { } refusal)
            return refusal;

        using var key = CaseKey.Create(id);
        var wrapped = key.Wrap(keys);
        await tickets.ShowAsync(db, unread ? PublicTicket() : door.PersonTicket(actor, [place.Membership]), cancel);
        await db.Database.ExecuteSqlAsync(
            $"select toegang.zaak_openen({id.Value}, {state.Number}, {municipality.Code}, {start.Phase}, {unread}, {wrapped.By}, {wrapped.Bytes}, {place.Party.Code()}, {addressee}, {convenant.Hash}, {state.OpenedUnder})",
            cancel);
        var recorded = await recorder.RecordAsync(entry, items, () => Task.FromResult(CaseKey.Unwrap(id, wrapped.Bytes, keys)), cancel);
        return recorded.IsDone ? state : recorded.Refusal;
    }

    /// <summary>
    /// Begins a registration in another municipality for a case that is transferred there (wet-pga:7.1): without an item, because what goes along
    /// is recorded there, by its receiver.
    /// </summary>
    internal async Task<Result<(SignalId Id, byte[] WrappedKey)>> BeginElsewhereAsync(Actor actor, Membership membership, Municipality municipality, CancellationToken cancel)
    {
        var there = lifecycle.Process.Memberships[membership.Party.Code()].Elsewhere;
        if (there is null || lifecycle.Process.Starts.FirstOrDefault(s => s.Parties.Contains(there)) is not { } start)
            return new NotAllowed("Uw partij kan in een andere gemeente niets aanmelden.");
        var id = SignalId.New();
        using var key = CaseKey.Create(id);
        var wrapped = key.Wrap(keys);
        await tickets.ShowAsync(db, door.PersonTicket(actor, [membership]), cancel);
        await db.Database.ExecuteSqlAsync(
            $"select toegang.zaak_openen({id.Value}, {CaseNumber.New()}, {municipality.Code}, {start.Phase}, {false}, {wrapped.By}, {wrapped.Bytes}, {there}, {membership.Party.Code()}, {convenant.Hash}, {editions.Now(municipality.Code, door.Today).Key})",
            cancel);
        return (id, wrapped.Bytes);
    }

    private Ticket PublicTicket() => new() { Kind = "publiek", Until = tickets.Until };

    /// <summary>For which party the person registers in a municipality: as its own, else as another municipality's.</summary>
    private (Party Party, Membership Membership, bool Elsewhere)? PlaceIn(Actor actor, Municipality municipality)
    {
        var memberships = door.InForce(actor).Where(m => m.Municipality is not null).ToList();
        if (memberships.FirstOrDefault(m => m.Municipality == municipality) is { } own)
            return (own.Party, own, false);
        foreach (var membership in memberships)
        {
            if (lifecycle.Process.Memberships[membership.Party.Code()].Elsewhere is { } elsewhere)
                return (Codes.Known<Party>(elsewhere), membership, true);
        }
        return null;
    }

    /// <summary>
    /// The cause of the signal is an item like any other. Where the case begins as a report, it comes from whoever reported
    /// (wet-pga:5.2), else from the party that registers.
    /// </summary>
    private Item Cause(string text, Party party, bool reported)
    {
        var field = convenant.Fields[CauseField];
        var supplier = reported ? Supplier.Melder : Codes.Known<Supplier>(party.Code());
        return new Item(field.Code, text.Trim(), Codes.Known<Category>(field.Category), Codes.Known<Nature>(field.Nature), supplier,
            [new Necessity(null, "Nodig om te beoordelen of de zaak bij het doel past.", null)], null);
    }
}
