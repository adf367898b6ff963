using CotnvPga.Data.Cases;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Recognition;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Recognition;

/// <summary>
/// Whether the person of a case is already known here. By what the viewer sees in this case, in what the viewer may see of the other:
/// the engine decides per class of cases and the database per item. For whoever may not see the matching item nothing is found, after the
/// same work.
/// </summary>
public sealed class RecognitionDesk(ZaakContext db, CaseDoor door, CaseReader reader, TicketSealer tickets, MaskStore masks, CaseEditions editions, KeyFolder keys)
{
    /// <summary>The other cases about the same person that this viewer may know by.</summary>
    public Task<Result<IReadOnlyList<KnownHere>>> FindAsync(Actor actor, SignalId id, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<KnownHere>>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, purpose, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var (visible, _) = await reader.ReadAsync(entered.Value, cancel);
        var known = visible.Select(i => PersonKey.Of(i.Field, i.Value)).OfType<PersonKey>().Distinct().ToLookup(k => k.Kind);

        // In each municipality in which this viewer may see something the same person has another hash.
        var where = await ShowClassesAsync(actor, entered.Value.Viewer.Purpose, cancel);
        byte[][] Tokens(string kind) => [.. known[kind].SelectMany(_ => where, (key, municipality) => Token(keys, key, municipality))];
        // A name counts with a year of birth beside it, here as well as there.
        var names = known.Contains(PersonKey.Year) ? Tokens(PersonKey.Surname) : [];
        var rows = await db.Database.SqlQuery<KnownRow>(
            $"select * from toegang.hier_bekend({Tokens(PersonKey.Number)}, {names}, {Tokens(PersonKey.Year)}, {id.Value})").ToListAsync(cancel);
        return rows.ConvertAll(r => new KnownHere(new SignalId(r.Id), r.Nummer, new Municipality(r.Gemeente), Codes.Known<Phase>(r.Fase), r.Zeker));
    }, cancel);

    /// <summary>The hash of a key under which the database recognises it.</summary>
    internal static byte[] Token(KeyFolder keys, PersonKey key, string municipality) => keys.RecogniseIn(municipality, keys.Recognise($"persoon/{key.Kind}", key.Text));

    /// <summary>Shows the database the person with, per class of cases, what the law lets be seen.</summary>
    /// <returns>The municipalities of those classes.</returns>
    private async Task<IReadOnlyList<string>> ShowClassesAsync(Actor actor, Purpose purpose, CancellationToken cancel)
    {
        var memberships = door.InForce(actor);
        var person = door.PersonTicket(actor, memberships);
        await tickets.ShowAsync(db, person, cancel);
        var classes = new List<ClassAccess>();
        foreach (var row in await db.Database.SqlQuery<ClassRow>($"select * from toegang.klassen()").ToListAsync(cancel))
        {
            var membership = memberships[row.Plaats];
            if (!door.PurposesOf(membership.Party).Contains(purpose))
                continue;
            var viewer = door.ViewerOf(actor, membership, row.Elders, row.Bits) with { Purpose = purpose };
            var view = door.View(viewer, Codes.Known<Phase>(row.Fase), Act.Raadplegen, editions.Of(row.Gemeente, row.Uitgave, door.Today));
            if (view.IsEmpty)
                continue;
            var (allowed, _) = await masks.HashesAsync(view, cancel);
            classes.Add(new ClassAccess(row.Plaats, row.Elders, row.Fase, row.Gemeente, row.Uitgave, row.Bits, Knows: false, (int)viewer.Party, allowed));
        }
        await tickets.ShowAsync(db, person with { Classes = classes }, cancel);
        return [.. classes.Select(c => c.Municipality).Distinct()];
    }

    private sealed class KnownRow
    {
        public Guid Id { get; init; }
        public string Nummer { get; init; } = "";
        public string Gemeente { get; init; } = "";
        public string Fase { get; init; } = "";
        public bool Zeker { get; init; }
    }
}

internal sealed class TekenRow
{
    public Guid GegevenId { get; init; }
    public Guid SignaalId { get; init; }
    public required string Soort { get; init; }
    public required byte[] Teken { get; init; }

    /// <summary>Whether the hash is one of the municipality of the case.</summary>
    public bool PerGemeente { get; init; } = true;
}
