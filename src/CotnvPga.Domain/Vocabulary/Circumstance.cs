namespace CotnvPga.Domain.Vocabulary;

/// <summary>Yes/no facts that a decision can rest on. Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Circumstance
{
    /// <summary>De persoon is aangewezen, gescreend en geautoriseerd</summary>
    Geautoriseerd,

    /// <summary>Noodzaak is vastgelegd (dit gegeven, deze partij, een taak van haar)</summary>
    Noodzakelijk,

    /// <summary>Noodzaak van het bijzondere karakter is apart gemotiveerd</summary>
    NoodzakelijkBijzonder,

    /// <summary>De verstrekker houdt het gegeven om zwaarwegende redenen achter</summary>
    ZwaarwegendeRedenen,

    /// <summary>Deze partij ontving de melding of aanmelding</summary>
    Ontvanger,

    /// <summary>Deze partij meldde de casus aan</summary>
    Aanmelder,

    /// <summary>Deze deelnemer wordt door de drie partijen geraadpleegd</summary>
    Geraadpleegd,

    /// <summary>De drie partijen hebben deze deelnemer bij de casus betrokken</summary>
    Betrokken,

    /// <summary>Gevolgen of relevante relaties in die andere gemeente; voor een casusoverleg elders ook als nieuwe gemeente van verblijf</summary>
    GevolgenElders,

    /// <summary>De drie partijen hebben deze derde of adviseur toegelaten</summary>
    Toegelaten,

    /// <summary>Verstrekt op grond van de Wpg (16 of 18 in de weging; daarna 20.4, met instemming van het bevoegd gezag)</summary>
    GrondslagWpg,

    /// <summary>Verstrekt op grond van de Wjsg (39e, 39f in de weging; daarna 39fb, 8a, 51cb)</summary>
    GrondslagWjsg,

    /// <summary>Vastgelegd dat het nodig is voor de coördinatietaak</summary>
    TaakCotnv,

    /// <summary>Er is een concrete gebeurtenis die tot maatregelen leidt</summary>
    ConcreteGebeurtenis,

    /// <summary>Eigen wetgeving van de verstrekker voorziet in verstrekking</summary>
    AndereGrondslag,

    /// <summary>Een maatregel van de Twbmt speelt</summary>
    Twbmt,

    /// <summary>Er is een toetsing of audit geopend waarin dit nodig is</summary>
    ToetsingGeopend,

    /// <summary>Er loopt een verzoek of informatieplicht</summary>
    VerzoekBetrokkene,

    /// <summary>De verzoeker is zelf de persoon over wie het gegeven gaat</summary>
    VerzoekerIsRelatie,

    /// <summary>De persoon heeft de opleiding voor dit werk gevolgd, en die is nog geldig</summary>
    Opgeleid,

    /// <summary>Het doel van de deelname aan dit overleg is schriftelijk vastgelegd</summary>
    DoelSchriftelijk,

    /// <summary>Het gegeven gaat over een minderjarige, komt van een informant of valt onder artikel 9 of 10 Wpg</summary>
    ExtraZorgvuldig,

    /// <summary>Een tweede persoon van de verstrekker heeft meegekeken</summary>
    TweedeBlik,

    /// <summary>De zorgverlener heeft toestemming, een wettelijke plicht of een conflict van plichten vastgelegd</summary>
    Zorggrond,
}
