using NodaTime;

namespace CotnvPga.Data.Quality;

// The rows of quality as EF Core writes and reads them. Values and words are ciphertext here.

internal sealed class VersieRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public int Nummer { get; init; }
    public required byte[] Waarde { get; init; }
    public required byte[] Reden { get; init; }
    public required string Namens { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}

internal sealed class KwaliteitstoetsRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public int Versie { get; init; }
    public required byte[] Inhoud { get; init; }
    public required string Namens { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}

internal sealed class WijzigingsvoorstelRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public required byte[] Waarde { get; init; }
    public required byte[] Reden { get; init; }
    public required string Namens { get; init; }
    public string? Gemeente { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
    public string? Besluit { get; init; }
    public byte[]? BesluitReden { get; init; }
    public Instant? BeslotenOp { get; init; }
}

internal sealed class TerugmeldingRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public required string Partij { get; init; }
    public required string Soort { get; init; }
    public string? Aan { get; init; }
    public Instant Op { get; init; }
    public Instant? GelezenOp { get; init; }
}
