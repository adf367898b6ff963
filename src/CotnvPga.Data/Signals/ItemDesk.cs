using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>What changes about an item after it was recorded: its necessity and the supplier's shielding. Its value never changes.</summary>
public sealed class ItemDesk(ZaakContext db, CompiledConvenant convenant, CaseDoor door, CaseReader reader, ItemRecorder recorder, IClock clock)
{
    private static readonly string[] Ground = ["wet-pga:4"];

    /// <summary>Records or withdraws why an item is needed. For the supplier and for each of the three.</summary>
    public Task<Result<ItemId>> SetNecessityAsync(Actor actor, ItemId id, string? necessity, string? special, IReadOnlyList<PartyNecessity> perParty, CancellationToken cancel) =>
        ChangeAsync(actor, id, (viewer, item) => recorder.Three.Contains(viewer.Party.Code()) || IsSupplier(viewer, item),
            "Alleen de verstrekker en de drie partijen van de weging leggen vast waarom een gegeven nodig is.",
            async (entry, item) =>
            {
                var errors = new List<FieldError>();
                var necessities = perParty.Select((p, i) => Read(p, i, errors)).OfType<Necessity>().ToList();
                if (necessity is null && special is null && perParty.Count == 0)
                    errors.Add(new FieldError("noodzaak", "Schrijf waarom het gegeven nodig is, of stuur een lege tekst om dat in te trekken."));
                if (necessity?.Length > 4000 || special?.Length > 4000)
                    errors.Add(new FieldError("noodzaak", "Dit is te lang. Gebruik ten hoogste 4000 tekens."));
                if (errors.Count > 0)
                    return new NotValid(errors);
                if (necessity is not null || special is not null)
                    necessities.Insert(0, new Necessity(null, necessity, special));

                var supplier = Codes.Known<Supplier>(item.Verstrekker);
                var flags = necessities.Aggregate(item.Flags, (all, n) => all.With(n, supplier, recorder.Three));
                using var key = await reader.WorkKeyAsync(entry.State.Id, "noodzaak", Ground, cancel);
                await UpdateAsync(id, flags, "noodzaak", cancel);
                foreach (var one in necessities)
                    db.Noodzaken.Add(ItemRecorder.NecessityRow(entry, id, key, one, clock.GetCurrentInstant()));
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
                return id;
            }, cancel);

    /// <summary>Holds an item back for weighty reasons, or lets it go again (wet-pga:4, 7.2). For the supplier only.</summary>
    public Task<Result<ItemId>> ShieldAsync(Actor actor, ItemId id, bool? shielded, string? reason, CancellationToken cancel) =>
        ChangeAsync(actor, id, IsSupplier, "Alleen de verstrekker houdt een gegeven achter.",
            async (entry, item) =>
            {
                var errors = new List<FieldError>();
                if (shielded is null)
                    errors.Add(new FieldError("zwaarwegendeRedenen", "Zeg ja (true) of nee (false)."));
                if (string.IsNullOrWhiteSpace(reason) || reason.Length > 4000)
                    errors.Add(new FieldError("reden", "Schrijf in ten hoogste 4000 tekens waarom."));
                if (errors.Count > 0)
                    return new NotValid(errors);
                using var key = await reader.WorkKeyAsync(entry.State.Id, "afscherming", Ground, cancel);
                await UpdateAsync(id, item.Flags.Shielded(shielded!.Value), shielded.Value ? "afgeschermd" : "afscherming opgeheven", cancel);
                var act = Guid.NewGuid();
                db.Handelingen.Add(new HandelingRow
                {
                    Id = act,
                    SignaalId = entry.State.Id.Value,
                    Soort = "afscherming",
                    Inhoud = key.Seal(Canonical.Write(new { gegeven = id.Value, zwaarwegendeRedenen = shielded, reden = reason }), $"handeling/{act}"),
                    Namens = entry.Viewer.Party.Code(),
                    Door = actor.Account.Value,
                    Op = clock.GetCurrentInstant(),
                });
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
                return id;
            }, cancel);

    /// <summary>
    /// A second person of the supplier looked at an item that asks for extra care: about a minor, from an informant, or of wpg:9 or 10.
    /// </summary>
    public Task<Result<ItemId>> LookAgainAsync(Actor actor, ItemId id, string? finding, CancellationToken cancel) =>
        ChangeAsync(actor, id, IsSupplier, "Alleen iemand van de verstrekker kijkt een tweede keer mee.",
            async (entry, item) =>
            {
                if (string.IsNullOrWhiteSpace(finding) || finding.Length > 4000)
                    return new NotValid("toelichting", "Schrijf in ten hoogste 4000 tekens wat u hebt nagekeken.");
                if (item.VastgelegdDoor == actor.Account.Value)
                    return new NotAllowed("U hebt dit gegeven zelf vastgelegd. Vraag een collega om mee te kijken.", Ground, []);
                if ((item.Vlaggen & ItemFlags.ExtraCareBit) == 0)
                    return new NotNow("Dit gegeven vraagt geen tweede blik.", ["extra_zorgvuldig"]);
                using var key = await reader.WorkKeyAsync(entry.State.Id, "tweede blik", Ground, cancel);
                await UpdateAsync(id, item.Flags.LookedAtTwice(), "tweede blik", cancel);
                db.Zorgvuldigheid.Add(ItemRecorder.CareRow(entry, id, key, "tweede_blik", finding, clock.GetCurrentInstant()));
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
                return id;
            }, cancel);

    /// <summary>The person's place in the case of an item that the person supplied, sees or could see.</summary>
    public Task<Result<CaseEntry>> EnterAsync(Actor actor, ItemId id, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync<CaseEntry>(async () =>
    {
        if (await FindAsync(actor, id, cancel) is not { } item)
            return new NotKnown();
        var entered = await door.EnterAsync(actor, new SignalId(item.SignaalId), purpose, forChange: false, cancel);
        if (entered.Refusal is NotKnown)
            return entered;
        // A refused purpose may only be told to who knows of the item.
        var known = entered.IsDone ? entered : await door.EnterAsync(actor, new SignalId(item.SignaalId), null, forChange: false, cancel);
        return known.IsDone && (IsSupplier(known.Value.Viewer, item) || await SeesOrCouldAsync(known.Value, id, cancel)) ? entered : new NotKnown();
    }, cancel);

    private Task<Result<ItemId>> ChangeAsync(
        Actor actor, ItemId id, Func<Viewer, ItemStandRow, bool> may, string refusal, Func<CaseEntry, ItemStandRow, Task<Result<ItemId>>> change, CancellationToken cancel) =>
        db.InTransactionAsync(async () =>
        {
            var item = await FindAsync(actor, id, cancel);
            if (item is null)
                return new NotKnown();
            var entered = await door.EnterAsync(actor, new SignalId(item.SignaalId), null, forChange: true, cancel);
            if (!entered.IsDone)
                return entered.Refusal;
            var entry = entered.Value;
            if (!IsSupplier(entry.Viewer, item) && !await SeesOrCouldAsync(entry, id, cancel))
                return new NotKnown();
            if (!may(entry.Viewer, item))
                return new NotAllowed(refusal, Ground, []);
            if (CaseDoor.Refusal(entry.Viewer) is { } lapsed)
                return lapsed;
            await door.ShowForProcessAsync(entry, cancel);
            return await change(entry, item);
        }, cancel);

    private async Task<ItemStandRow?> FindAsync(Actor actor, ItemId id, CancellationToken cancel)
    {
        // Any ticket of the person will do to find the case; the door then decides whether the person may know of it.
        await door.ShowPersonAsync(actor, cancel);
        return await db.Database.SqlQuery<ItemStandRow>($"select * from toegang.gegeven_stand({id.Value})").SingleOrDefaultAsync(cancel);
    }

    private async Task<bool> SeesOrCouldAsync(CaseEntry entry, ItemId id, CancellationToken cancel)
    {
        return (await reader.BriefAsync(entry, cancel)).Items.Any(b => b.Id == id.Value);
    }

    private async Task UpdateAsync(ItemId id, ItemFlags flags, string what, CancellationToken cancel) => await db.Database.ExecuteSqlAsync(
        $"select toegang.gegeven_bijwerken({id.Value}, {flags.Necessity}, {flags.SpecialNecessity}, {(short)flags.Fixed}, {what})", cancel);

    private static bool IsSupplier(Viewer viewer, ItemStandRow item) => item.Verstrekker == viewer.Party.Code();

    private Necessity? Read(PartyNecessity sent, int index, List<FieldError> errors)
    {
        var party = Codes.Parse<Party>(sent.Party);
        if (party is null)
            errors.Add(new FieldError($"noodzaakPerPartij[{index}].partij", $"Kies een partij: {string.Join(", ", convenant.CodesOf("partij"))}."));
        if (sent.Necessity?.Length > 4000 || sent.SpecialNecessity?.Length > 4000)
            errors.Add(new FieldError($"noodzaakPerPartij[{index}].noodzaak", "Dit is te lang. Gebruik ten hoogste 4000 tekens."));
        return party is null ? null : new Necessity(party, sent.Necessity, sent.SpecialNecessity);
    }
}

/// <summary>What decides who may change something about an item.</summary>
internal sealed class ItemStandRow
{
    public Guid SignaalId { get; init; }
    public string Veld { get; init; } = "";
    public string Categorie { get; init; } = "";
    public string Bijzonder { get; init; } = "";
    public string Verstrekker { get; init; } = "";
    public int Noodzaak { get; init; }
    public int NoodzaakBijzonder { get; init; }
    public int Vlaggen { get; init; }
    public Guid? VastgelegdDoor { get; init; }

    public ItemFlags Flags => new(Noodzaak, NoodzaakBijzonder, Vlaggen);
}
