namespace CotnvPga.Domain.Vocabulary;

/// <summary>What it is done for. Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Purpose
{
    /// <summary>Persoonsgerichte aanpak</summary>
    Persoonsgericht,

    /// <summary>Toetsing van de rechtmatigheid, audit</summary>
    Toetsing,

    /// <summary>Rechten van de betrokkene</summary>
    Rechten,

    /// <summary>Coördinatietaak van de minister</summary>
    Coordinatie,

    /// <summary>Onderhoud en ondersteuning van systemen</summary>
    Beheer,

    /// <summary>Verantwoording en uniformiteit</summary>
    Rapportage,

    /// <summary>Opsporing of een ander doel buiten de wet</summary>
    Opsporing,
}
