using System.Security.Cryptography;
using CotnvPga.Data.Quality;
using CotnvPga.Domain;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Attachments;

/// <summary>
/// Documents that belong to an item: added by who answers for the item, seen by who sees the item, encrypted under the key of the case
/// and destroyed with it.
/// </summary>
public sealed class AttachmentDesk(ZaakContext db, ItemDoor door, IVirusScanner scanner, IClock clock)
{
    /// <summary>Most documents with one item.</summary>
    public const int MostPerItem = 10;

    /// <summary>Adds a document.</summary>
    public Task<Result<AttachmentLine>> AddAsync(Actor actor, ItemId id, NewAttachment sent, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ChangeAsync<Attachment, AttachmentLine>(actor, id, "bijlage_toevoegen", holds: true, sent.Read(), async (entry, opened, document) =>
        {
            if (opened.Item.Marks.Attachments.Count >= MostPerItem)
                return new NotNow($"Bij dit gegeven staan al {MostPerItem} bijlagen.", ["ruimte"]);
            if (!await scanner.IsCleanAsync(document.Content, cancel))
                return new NotValid("inhoud", "In dit document is schadelijke software gevonden. Het is niet bewaard.");
            var row = Guid.NewGuid();
            var words = new AttachmentWords(document.Name, document.Kind, document.Content.Length, Convert.ToHexStringLower(SHA256.HashData(document.Content.Span)), scanner.Name);
            var now = clock.GetCurrentInstant();
            db.Bijlagen.Add(new BijlageRow
            {
                Id = row,
                SignaalId = entry.State.Id.Value,
                GegevenId = id.Value,
                Kenmerken = words.Seal(opened.Key, row),
                Inhoud = opened.Key.Seal(document.Content.Span, $"bijlage/{row}"),
                Namens = entry.Viewer.Party.Code(),
                Door = actor.Account.Value,
                Op = now,
            });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return words.ToLine(row, entry.Viewer.Party.Code(), now);
        }, cancel), cancel);

    /// <summary>Gives a document to who sees its item; one line in the log.</summary>
    public Task<Result<StoredAttachment>> DownloadAsync(Actor actor, ItemId id, Guid document, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ReadAsync<StoredAttachment>(actor, id, purpose, async (entry, opened) =>
        {
            if (await db.Bijlagen.AsNoTracking().SingleOrDefaultAsync(b => b.Id == document && b.GegevenId == id.Value, cancel) is not { } row)
                return new NotKnown();
            var words = AttachmentWords.Read(opened.Key, row.Id, row.Kenmerken);
            return new StoredAttachment(entry.State.Id, words.Naam, AttachmentKind.MediaTypeOf(words.Soort), opened.Key.Open(row.Inhoud, $"bijlage/{row.Id}"));
        }, cancel), cancel);
}

/// <summary>A document with its bytes.</summary>
public sealed record StoredAttachment(SignalId Signal, string Name, string MediaType, byte[] Content);
