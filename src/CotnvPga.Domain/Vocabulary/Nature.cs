namespace CotnvPga.Domain.Vocabulary;

/// <summary>The special nature that an item also has (wet-pga:8). Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Nature
{
    /// <summary>None.</summary>
    Geen,

    /// <summary>Ras of etnische afkomst</summary>
    Ras,

    /// <summary>Politieke overtuiging</summary>
    Politiek,

    /// <summary>Religieuze of levensbeschouwelijke overtuiging</summary>
    Religie,

    /// <summary>Gezondheid</summary>
    Gezondheid,

    /// <summary>Van strafrechtelijke aard</summary>
    Strafrechtelijk,

    /// <summary>Seksueel gedrag of gerichtheid</summary>
    Seksueel,

    /// <summary>Lidmaatschap van een vakbond</summary>
    Vakbond,

    /// <summary>Genetische gegevens</summary>
    Genetisch,

    /// <summary>Biometrische gegevens ter identificatie</summary>
    Biometrisch,
}
