using CotnvPga.Data.Attachments;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;

namespace CotnvPga.Data.Quality;

/// <summary>What stands beside an item that was disclosed.</summary>
public sealed class ItemMarksOf(SignalLifecycle lifecycle)
{
    /// <summary>Who answers for an item: its supplier where that can act here, else whoever recorded it.</summary>
    internal string HolderOf(string supplier, string recordedFor) =>
        lifecycle.Act("gegeven_corrigeren").Parties.Contains(supplier) ? supplier : recordedFor;

    /// <summary>The marks of an item. Needs the key that came with the line in the log.</summary>
    internal ItemMarks Of(ItemRow item, CaseKey key) => new()
    {
        Holder = HolderOf(item.Verstrekker, item.VastgelegdNamens),
        Version = item.Versie,
        CorrectedAt = item.GecorrigeerdOp,
        TestedBy = item.GetoetstNamens,
        TestedAt = item.GetoetstOp,
        OpenProposals = item.Voorstellen,
        OpenMessages = item.Terugmeldingen,
        Origin = item.Herkomst is { } origin ? Canonical.Read<Origin>(key.Read(origin, $"herkomst/{item.Id}")) : null,
        FirstSupplier = item.EersteVerstrekker,
        SecretUnder = ItemFlags.SecretUnder(item.Vlaggen),
        Attachments = item.Bijlagen is { } documents
            ? [.. Canonical.Read<List<AttachedDocument>>(documents).Select(d => AttachmentWords.Read(key, d.Id, d.Kenmerken).ToLine(d.Id, d.Namens, d.Op))]
            : [],
    };
}
