using NodaTime;

namespace CotnvPga.Data.Cases;

// The rows of schema zaak as EF Core writes and reads them. Values and words are ciphertext here.

internal sealed class GegevenRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string Veld { get; init; }
    public required string Categorie { get; init; }
    public required string Bijzonder { get; init; }
    public required string Verstrekker { get; init; }
    public short Cel { get; init; }
    public int Noodzaak { get; init; }
    public int NoodzaakBijzonder { get; init; }
    public short Vlaggen { get; init; }
    public required byte[] Waarde { get; init; }
    public required string VastgelegdNamens { get; init; }
    public Guid? VastgelegdDoor { get; init; }
    public Instant VastgelegdOp { get; init; }
}

internal sealed class NoodzaakRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public string? Partij { get; init; }
    public byte[]? Motivering { get; init; }
    public byte[]? Bijzonder { get; init; }
    public Guid? Door { get; init; }
    public required string Namens { get; init; }
    public Instant Op { get; init; }
}

internal sealed class ZorgvuldigheidRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public required string Soort { get; init; }
    public required byte[] Inhoud { get; init; }
    public required string Namens { get; init; }
    public Guid? Door { get; init; }
    public Instant Op { get; init; }
}

internal sealed class HerkomstRow
{
    public Guid GegevenId { get; init; }
    public Guid SignaalId { get; init; }
    public required byte[] Inhoud { get; init; }
}

internal sealed class GrondslagRow
{
    public Guid GegevenId { get; init; }
    public Guid SignaalId { get; init; }
    public required string Wet { get; init; }
    public required string Artikel { get; init; }
    public required string InstemmingVan { get; init; }
    public LocalDate Op { get; init; }
    public Guid? Door { get; init; }
    public Instant VastgelegdOp { get; init; }
}

internal sealed class OmstandigheidRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public string? Partij { get; init; }
    public string? Gemeente { get; init; }
    public required string Code { get; init; }
    public required string Bron { get; init; }
    public Guid? BronId { get; init; }
    public Instant Sinds { get; init; }
    public Instant? Tot { get; set; }
}

internal sealed class WegingRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public int Ronde { get; init; }
    public required string Partij { get; init; }
    public required string Oordeel { get; init; }
    public required byte[] Inhoud { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}

internal sealed class VoorstelRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string Soort { get; init; }
    public required byte[] WoordenHash { get; init; }
    public required byte[] Inhoud { get; init; }
    public string Stand { get; set; } = "open";
    public Instant Op { get; init; }
}

internal sealed class InstemmingRow
{
    public Guid VoorstelId { get; init; }
    public Guid SignaalId { get; init; }
    public required string Partij { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}

internal sealed class StapRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string Stap { get; init; }
    public required string Van { get; init; }
    public required string Naar { get; init; }
    public string? Partij { get; init; }
    public Guid? Door { get; init; }
    public Guid? Vervangt { get; init; }
    public Guid? VoorstelId { get; init; }
    public string[] Feiten { get; init; } = [];
    public string? Uitkomst { get; init; }
    public byte[]? Toelichting { get; init; }
    public Instant Op { get; init; }
    public bool? BinnenTermijn { get; init; }
}

internal sealed class HandelingRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string Soort { get; init; }
    public string? Partij { get; init; }
    public string? Gemeente { get; init; }
    public required byte[] Inhoud { get; init; }
    public required string Namens { get; init; }
    public Guid? Door { get; init; }
    public Instant Op { get; init; }
    public Instant? Tot { get; set; }
}

internal sealed class AfwijkingRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid VoorstelId { get; init; }
    public required string Artikel { get; init; }
    public string? Termijn { get; init; }
    public LocalDate? Tot { get; init; }
    public required string Fase { get; init; }
    public required byte[] Inhoud { get; init; }
    public required string Namens { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}

internal sealed class BelangRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string Stap { get; init; }
    public required string Soort { get; init; }
    public Guid Account { get; init; }
    public required string Partij { get; init; }
    public required byte[] Inhoud { get; init; }
    public required string Namens { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
    public Instant? Tot { get; set; }
    public Guid? BeeindigdDoor { get; set; }
}

internal sealed class WerkoverdrachtRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string Partij { get; init; }
    public Guid Van { get; init; }
    public Guid Naar { get; init; }
    public byte[]? Inhoud { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}

/// <summary>A record without its words: enough to say what waits.</summary>
internal class StukKop
{
    public Guid Id { get; init; }
    public required string Soort { get; init; }
    public Guid? Bij { get; init; }
    public Guid? Vervangt { get; init; }
    public required string Namens { get; init; }
    public string[] Aan { get; init; } = [];
    public LocalDate? Uiterlijk { get; init; }
}

internal sealed class StukRow : StukKop
{
    public Guid SignaalId { get; init; }
    public Guid? VoorstelId { get; init; }
    public string? Gemeente { get; init; }
    public Guid Door { get; init; }
    public required string Fase { get; init; }
    public required byte[] Inhoud { get; init; }
    public string? Uitkomst { get; init; }
    public Instant Op { get; init; }
}

internal sealed class OverdrachtRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public required string VanNummer { get; init; }
    public required string VanGemeente { get; init; }
    public int Aantal { get; init; }
    public byte[]? Inhoud { get; init; }
    public Instant Op { get; init; }
    public Instant? OvergenomenOp { get; init; }
    public int? OvergenomenAantal { get; init; }
}

internal sealed class StukGegevenRow
{
    public Guid StukId { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
}

internal sealed class HerhalingRow
{
    public Guid Account { get; init; }
    public required string Pad { get; init; }
    public required string Sleutel { get; init; }
    public required byte[] InhoudHash { get; init; }
    public int? Status { get; set; }
    public byte[]? Antwoord { get; set; }
    public string? Locatie { get; set; }
    public Instant Op { get; init; }
}
