namespace CotnvPga.Domain.Vocabulary;

/// <summary>What is done with an item. Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Act
{
    /// <summary>Een gegeven in het systeem vastleggen</summary>
    Vastleggen,

    /// <summary>Een gegeven in het systeem inzien</summary>
    Raadplegen,

    /// <summary>Een gegeven buiten het systeem om verstrekt krijgen (voorgelezen, uittreksel)</summary>
    Ontvangen,

    /// <summary>Aan tafel zitten bij weging of casusoverleg (resource type `overleg`, geen categorie)</summary>
    Deelnemen,
}
