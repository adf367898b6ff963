using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Registrations;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Registrations;

/// <summary>Finds again what came with a file before. Of a case that the person may not know of it finds nothing.</summary>
public sealed class KnownRegistrations(ZaakContext db, CaseDoor door, CaseReader reader, KeyFolder keys)
{
    private static readonly Interval Ever = new(null, null);

    /// <summary>The cases with these numbers in which the person has a place; the door says afterwards which of them it knows.</summary>
    internal async Task<IReadOnlyDictionary<string, SignalId>> CasesAsync(Actor actor, string[] numbers, CancellationToken cancel)
    {
        if (numbers.Length == 0)
            return new Dictionary<string, SignalId>();
        await door.ShowPersonAsync(actor, cancel);
        var rows = await db.Database.SqlQuery<NumberRow>($"select nummer, id from toegang.zaken_met_nummer({numbers})").ToListAsync(cancel);
        return rows.ToDictionary(r => r.Nummer, r => new SignalId(r.Id), StringComparer.Ordinal);
    }

    /// <summary>The hash of a reference: of the party that brings it, in the municipality where it brings it.</summary>
    internal byte[] HashOf(Actor actor, string? municipality, string reference)
    {
        var memberships = door.InForce(actor).Where(m => m.Municipality is not null).ToList();
        var party = (memberships.Find(m => m.Municipality!.Value.Code == municipality) ?? memberships.FirstOrDefault())?.Party.Code();
        return keys.Recognise($"invoer/signaal/{party}/{municipality}", reference.ToUpperInvariant());
    }

    /// <summary>The case that this reference began, when the person knows of it; gone when the person began it and no longer does.</summary>
    internal async Task<(SignalId? Case, bool IsGone)> SignalAsync(Actor actor, byte[] hash, Purpose? purpose, CancellationToken cancel)
    {
        await door.ShowPersonAsync(actor, cancel);
        var rows = await db.Database.SqlQuery<BroughtRow>($"select id, zelf from toegang.invoer_zaken({hash})").ToListAsync(cancel);
        foreach (var row in rows)
        {
            if ((await door.EnterAsync(actor, new SignalId(row.Id), purpose, forChange: true, cancel)).IsDone)
                return (new SignalId(row.Id), false);
        }
        return (null, rows.Exists(r => r.Zelf));
    }

    /// <summary>What the own party has in a case; each value that is compared gets its line in the log.</summary>
    internal async Task<KnownItems> ReadAsync(CaseEntry entry, CancellationToken cancel)
    {
        var own = await reader.ReadOwnAsync(entry, Ever, cancel);
        await door.ShowForProcessAsync(entry, cancel);
        var noted = await db.Database.SqlQuery<byte[]>($"select herkenning as \"Value\" from zaak.invoer").ToListAsync(cancel);
        return new KnownItems(own, noted.Select(Convert.ToHexString).ToHashSet(), line => Convert.ToHexString(HashOf(entry.State.Id, line)));
    }

    /// <summary>Notes lines that were recorded just now; the ticket for recording is still shown.</summary>
    internal async Task NoteAsync(SignalId id, IReadOnlyList<SentRegistration> lines, byte[]? reference, CancellationToken cancel)
    {
        var hashes = lines.Select(l => HashOf(id, l)).Concat(reference is null ? [] : [reference]).DistinctBy(Convert.ToHexString).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into zaak.invoer (signaal_id, herkenning, namens, door)
            select {id.Value}, h, toegang.kaartje()->>'partij', (toegang.kaartje()->>'account')::uuid from unnest({hashes}) h
            on conflict do nothing
            """,
            cancel);
    }

    private byte[] HashOf(SignalId id, SentRegistration line) => keys.Recognise($"invoer/gegeven/{id.Value}", Canonical.Write(new[] { line.Item.Field ?? "", KnownItems.Plain(line.Item.Value), line.Item.Supplier ?? "" }));

    private sealed class NumberRow
    {
        public string Nummer { get; init; } = "";
        public Guid Id { get; init; }
    }

    private sealed class BroughtRow
    {
        public Guid Id { get; init; }
        public bool Zelf { get; init; }
    }
}
