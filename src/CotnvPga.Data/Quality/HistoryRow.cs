using NodaTime;

namespace CotnvPga.Data.Quality;

/// <summary>All that happened to an item, as <c>toegang.verloop</c> gives it (JSON). Values and words are ciphertext here.</summary>
internal sealed class HistoryRow
{
    public string Versies { get; init; } = "";
    public string Toetsen { get; init; } = "";
    public string Voorstellen { get; init; } = "";
    public string Terugmeldingen { get; init; } = "";
}

internal sealed record EarlierRow(Guid Id, int Nummer, byte[] Waarde, byte[] Reden, string Namens, Instant Op);

internal sealed record TestRow(Guid Id, int Versie, byte[] Inhoud, string Namens, Instant Op);

internal sealed record ProposalRow(
    Guid Id, byte[] Waarde, byte[] Reden, string Namens, Instant Op, string? Besluit = null, byte[]? BesluitReden = null, Instant? BeslotenOp = null);

internal sealed record MessageRow(Guid Id, string Partij, string Soort, Instant Op, string? Aan = null, Instant? GelezenOp = null);
