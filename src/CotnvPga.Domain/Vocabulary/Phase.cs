namespace CotnvPga.Domain.Vocabulary;

/// <summary>The phases of a case. Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Phase
{
    /// <summary>Iemand heeft iets gemeld bij politie, OM of burgemeester</summary>
    Melding,

    /// <summary>Een deelnemer meldt een casus aan; voorweging op kwaliteit</summary>
    Aanmelding,

    /// <summary>Integrale beoordeling door de drie partijen</summary>
    Weging,

    /// <summary>Verzamelen en bepalen wie deelneemt</summary>
    Verzameling,

    /// <summary>Gezamenlijke analyse en plan van aanpak</summary>
    Casusoverleg,

    /// <summary>Uitvoeren, evalueren, bijstellen</summary>
    Uitvoering,

    /// <summary>Na weging niet voorgelegd, wacht op vernietiging</summary>
    NietVoorgelegd,

    /// <summary>Afgesloten en afgeschermd</summary>
    Afgesloten,

    /// <summary>Vernietigd of geanonimiseerd</summary>
    Vernietigd,
}
