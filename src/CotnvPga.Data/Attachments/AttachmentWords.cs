using CotnvPga.Data.Keys;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using NodaTime;

namespace CotnvPga.Data.Attachments;

/// <summary>What is kept of a document beside its bytes, sealed.</summary>
/// <param name="Naam">Its name.</param>
/// <param name="Soort">Its kind.</param>
/// <param name="Grootte">How many bytes.</param>
/// <param name="Sha256">Hash of the bytes, so that a reader can tell that it is the same document.</param>
/// <param name="Virusscan">Name of the engine that looked for malware; null when there was none.</param>
internal sealed record AttachmentWords(string Naam, string Soort, int Grootte, string Sha256, string? Virusscan)
{
    public static AttachmentWords Read(CaseKey key, Guid id, byte[] stored) => Canonical.Read<AttachmentWords>(key.Read(stored, $"bijlage/{id}/kenmerken"));

    public byte[] Seal(CaseKey key, Guid id) => key.Seal(Canonical.Write(this), $"bijlage/{id}/kenmerken");

    public AttachmentLine ToLine(Guid id, string addedFor, Instant at) => new(id, Naam, Soort, Grootte, addedFor, at);
}
