using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Recognition;
using CotnvPga.Domain;
using CotnvPga.Domain.Recognition;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>Records items in a case: the engine decides each (action <c>vastleggen</c>), the database tests it again; all or nothing.</summary>
public sealed class ItemRecorder(ZaakContext db, CompiledConvenant convenant, CaseDoor door, KeyFolder keys, IClock clock)
{
    /// <summary>The three: for whom a standard necessity counts.</summary>
    internal IReadOnlySet<string> Three => convenant.GroupOf("partij", "drie");

    /// <summary>The engine's refusal of the first item that may not be recorded, or of recording anything at all; null when all may.</summary>
    internal NotAllowed? Refusal(CaseEntry entry, IReadOnlyList<Item> items) => Refusal(door.View(entry, Act.Vastleggen), entry.Viewer, items);

    private NotAllowed? Refusal(ViewTable view, Viewer viewer, IReadOnlyList<Item> items)
    {
        if (view.IsEmpty && items.Count == 0)
            return new NotAllowed("Uw partij legt in deze fase niets vast.");
        foreach (var item in items)
        {
            var flags = ItemFlags.Of(item, Three).For(viewer.Party);
            if (!view.Allows(view.CellOf(item.Category.Code(), item.Nature.Code(), item.Supplier.Code()), flags))
            {
                var answer = view.Explain(item.Category.Code(), item.Nature.Code(), item.Supplier.Code(), flags);
                return new NotAllowed($"{convenant.Fields[item.Field].Label}: {answer.Explanation}", answer.Grounds, answer.Missing);
            }
        }
        return null;
    }

    /// <summary>Adds the items. The ticket for recording must be shown, and the engine must have said yes.</summary>
    internal async Task<IReadOnlyList<ItemId>> AddAsync(CaseEntry entry, ViewTable view, CaseKey key, IReadOnlyList<Item> items, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        Guid? by = entry.Viewer.Actor.IsNobody ? null : entry.Viewer.Actor.Account.Value;
        var ids = new List<ItemId>(items.Count);
        foreach (var item in items)
        {
            var id = ItemId.New();
            ids.Add(id);
            var flags = ItemFlags.Of(item, Three);
            db.Gegevens.Add(new GegevenRow
            {
                Id = id.Value,
                SignaalId = entry.State.Id.Value,
                Veld = item.Field,
                Categorie = item.Category.Code(),
                Bijzonder = item.Nature.Code(),
                Verstrekker = item.Supplier.Code(),
                Cel = (short)view.CellOf(item.Category.Code(), item.Nature.Code(), item.Supplier.Code()),
                Noodzaak = flags.Necessity,
                NoodzaakBijzonder = flags.SpecialNecessity,
                Vlaggen = (short)flags.Fixed,
                Waarde = key.Seal(item.Value, $"gegeven/{id}"),
                VastgelegdNamens = entry.Viewer.Party.Code(),
                VastgelegdDoor = by,
                VastgelegdOp = now,
            });
            foreach (var necessity in item.Necessities)
                db.Noodzaken.Add(NecessityRow(entry, id, key, necessity, now));
            if (item.Gate is { } gate)
            {
                db.Grondslagen.Add(new GrondslagRow
                {
                    GegevenId = id.Value,
                    SignaalId = entry.State.Id.Value,
                    Wet = gate.Law,
                    Artikel = gate.Article,
                    InstemmingVan = gate.ConsentBy,
                    Op = gate.On,
                    Door = by,
                    VastgelegdOp = now,
                });
            }
        }
        foreach (var (item, id) in items.Zip(ids))
        {
            if (item.Origin is { } origin)
                db.Herkomsten.Add(new HerkomstRow { GegevenId = id.Value, SignaalId = entry.State.Id.Value, Inhoud = key.Seal(Canonical.Write(origin), $"herkomst/{id}") });
            if (PersonKey.Of(item.Field, item.Value) is { } person)
                db.Persoonstekens.Add(new TekenRow { GegevenId = id.Value, SignaalId = entry.State.Id.Value, Soort = person.Kind, Teken = RecognitionDesk.Token(keys, person, entry.State.Municipality.Code) });
            if (item.ExtraCare is { } care)
                db.Zorgvuldigheid.Add(CareRow(entry, id, key, "extra_zorg", care, now));
            if (item.CareGround is { } ground)
                db.Zorgvuldigheid.Add(CareRow(entry, id, key, "zorggrond", Canonical.Write(ground), now));
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return ids;
    }

    internal static ZorgvuldigheidRow CareRow(CaseEntry entry, ItemId item, CaseKey key, string kind, string words, Instant now)
    {
        var id = Guid.NewGuid();
        return new ZorgvuldigheidRow
        {
            Id = id,
            SignaalId = entry.State.Id.Value,
            GegevenId = item.Value,
            Soort = kind,
            Inhoud = key.Seal(words, $"zorgvuldigheid/{id}"),
            Namens = entry.Viewer.Party.Code(),
            Door = entry.Viewer.Actor.IsNobody ? null : entry.Viewer.Actor.Account.Value,
            Op = now,
        };
    }

    internal static NoodzaakRow NecessityRow(CaseEntry entry, ItemId item, CaseKey key, Necessity necessity, Instant now)
    {
        var id = Guid.NewGuid();
        return new NoodzaakRow
        {
            Id = id,
            SignaalId = entry.State.Id.Value,
            GegevenId = item.Value,
            Partij = necessity.Party?.Code(),
            Motivering = necessity.Ordinary is { } ordinary ? key.Seal(ordinary, $"noodzaak/{id}") : null,
            Bijzonder = necessity.Special is { } special ? key.Seal(special, $"noodzaak/{id}/bijzonder") : null,
            Door = entry.Viewer.Actor.IsNobody ? null : entry.Viewer.Actor.Account.Value,
            Namens = entry.Viewer.Party.Code(),
            Op = now,
        };
    }

    /// <summary>Records items in a case that the viewer is in.</summary>
    internal async Task<Result<IReadOnlyList<ItemId>>> RecordAsync(CaseEntry entry, IReadOnlyList<Item> items, Func<Task<CaseKey>> openKey, CancellationToken cancel)
    {
        var view = door.View(entry, Act.Vastleggen);
        if (Refusal(view, entry.Viewer, items) is { } refusal)
            return refusal;
        await door.ShowAsync(entry, Act.Vastleggen, view, cancel);
        using var key = await openKey();
        return Result.Done(await AddAsync(entry, view, key, items, cancel));
    }
}
