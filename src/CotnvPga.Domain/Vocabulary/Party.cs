namespace CotnvPga.Domain.Vocabulary;

/// <summary>Who looks, receives or records. Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Party
{
    /// <summary>Burgemeester van de gemeente van verblijf</summary>
    Burgemeester,

    /// <summary>College van B en W van de gemeente van verblijf</summary>
    College,

    /// <summary>Burgemeester van een andere gemeente (gevolgen of relaties)</summary>
    BurgemeesterElders,

    /// <summary>College van B en W van die andere gemeente</summary>
    CollegeElders,

    /// <summary>Politie</summary>
    Politie,

    /// <summary>Openbaar ministerie</summary>
    Om,

    /// <summary>Reclasseringsinstelling</summary>
    Reclassering,

    /// <summary>Raad voor de kinderbescherming</summary>
    Rvdk,

    /// <summary>Derde die incidenteel deelneemt</summary>
    Derde,

    /// <summary>Lokaal adviseur van de NCTV</summary>
    Nctv,

    /// <summary>Deelnemers van een casusoverleg van een andere gemeente</summary>
    CasusoverlegElders,

    /// <summary>Coördinerend functionaris voor gegevensbescherming</summary>
    Fg,

    /// <summary>Rechtmatigheidsadviescommissie</summary>
    Rac,

    /// <summary>Privacy-auditor</summary>
    Auditor,

    /// <summary>Technisch beheer</summary>
    Beheer,

    /// <summary>Landelijke uniformiteitsrapportage</summary>
    Landelijk,
}
