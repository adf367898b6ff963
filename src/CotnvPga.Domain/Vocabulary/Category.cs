namespace CotnvPga.Domain.Vocabulary;

/// <summary>What an item is (wet-pga:4). Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Category
{
    /// <summary>Identificerende en contactgegevens</summary>
    Identificatie,

    /// <summary>Burgerservicenummer</summary>
    Bsn,

    /// <summary>Omschrijving van signalen</summary>
    Signaal,

    /// <summary>Naam en contactgegevens van wie inbracht</summary>
    Inbrenger,

    /// <summary>Nodig voor het plan van aanpak</summary>
    Plan,

    /// <summary>Politiegegevens</summary>
    Politie,

    /// <summary>Justitiële, strafvorderlijke, tenuitvoerleggingsgegevens</summary>
    Justitie,

    /// <summary>Personen met wie betrokkene een sociale relatie heeft</summary>
    Relatie,
}
