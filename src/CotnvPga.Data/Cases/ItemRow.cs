using System.ComponentModel.DataAnnotations.Schema;
using NodaTime;

namespace CotnvPga.Data.Cases;

/// <summary>An item with what stands beside it, as <c>toegang.gegevens_lezen</c> and <c>toegang.zaakblad</c> give it. The value and the words are ciphertext here.</summary>
internal sealed class ItemRow : IItemPlace
{
    public Guid Id { get; init; }

    /// <summary>Where its bit stands in the mask of who looks; only where that is asked.</summary>
    [NotMapped] public int Plaats { get; init; }
    public string Veld { get; init; } = "";
    public string Categorie { get; init; } = "";
    public string Bijzonder { get; init; } = "";
    public string Verstrekker { get; init; } = "";
    public short Vlaggen { get; init; }
    public byte[] Waarde { get; init; } = [];
    public string VastgelegdNamens { get; init; } = "";
    public Instant VastgelegdOp { get; init; }
    public int Versie { get; init; }
    public Instant? GecorrigeerdOp { get; init; }
    public string? GetoetstNamens { get; init; }
    public Instant? GetoetstOp { get; init; }
    public int Voorstellen { get; init; }
    public int Terugmeldingen { get; init; }
    public byte[]? Herkomst { get; init; }
    public string? EersteVerstrekker { get; init; }

    /// <summary>Its documents (JSON), oldest first; null when it has none.</summary>
    public string? Bijlagen { get; init; }
}

/// <summary>A document beside an item, without its content.</summary>
internal sealed record AttachedDocument(Guid Id, byte[] Kenmerken, string Namens, Instant Op);
