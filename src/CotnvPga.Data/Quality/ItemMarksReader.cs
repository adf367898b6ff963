using CotnvPga.Data.Attachments;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Quality;

/// <summary>Reads what stands beside items that were disclosed: one question for all of them, one more when there are documents.</summary>
public sealed class ItemMarksReader(ZaakContext db, SignalLifecycle lifecycle)
{
    /// <summary>Who answers for an item: its supplier where that can act here, else whoever recorded it.</summary>
    internal string HolderOf(string supplier, string recordedFor) =>
        lifecycle.Act("gegeven_corrigeren").Parties.Contains(supplier) ? supplier : recordedFor;

    /// <summary>The marks of these items, by item. Needs the ticket for reading, and the key that came with the line in the log.</summary>
    internal async Task<IReadOnlyDictionary<Guid, ItemMarks>> ReadAsync(CaseKey key, IReadOnlyList<GegevenRow> items, CancellationToken cancel)
    {
        var marks = await db.Database.SqlQuery<KenmerkRow>($"select * from toegang.kenmerken()").ToDictionaryAsync(k => k.GegevenId, cancel);
        var documents = marks.Values.Any(k => k.Bijlagen > 0) ? await AttachmentsAsync(key, cancel) : [];
        return items.ToDictionary(i => i.Id, i => Of(i, marks[i.Id], key, documents.GetValueOrDefault(i.Id) ?? []));
    }

    private ItemMarks Of(GegevenRow item, KenmerkRow mark, CaseKey key, IReadOnlyList<AttachmentLine> documents) => new()
    {
        Holder = HolderOf(item.Verstrekker, item.VastgelegdNamens),
        Version = mark.Versie,
        CorrectedAt = mark.GecorrigeerdOp,
        TestedBy = mark.GetoetstNamens,
        TestedAt = mark.GetoetstOp,
        OpenProposals = mark.Voorstellen,
        OpenMessages = mark.Terugmeldingen,
        Origin = mark.Herkomst is { } origin ? Canonical.Read<Origin>(key.Read(origin, $"herkomst/{item.Id}")) : null,
        SecretUnder = ItemFlags.SecretUnder(item.Vlaggen),
        Attachments = documents,
    };

    private async Task<Dictionary<Guid, IReadOnlyList<AttachmentLine>>> AttachmentsAsync(CaseKey key, CancellationToken cancel)
    {
        var rows = await db.Bijlagen.AsNoTracking().OrderBy(b => b.Op).ThenBy(b => b.Id)
            .Select(b => new { b.Id, b.GegevenId, b.Kenmerken, b.Namens, b.Op }).ToListAsync(cancel);
        return rows.GroupBy(r => r.GegevenId).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<AttachmentLine>)[.. group.Select(r => AttachmentWords.Read(key, r.Id, r.Kenmerken).ToLine(r.Id, r.Namens, r.Op))]);
    }
}
