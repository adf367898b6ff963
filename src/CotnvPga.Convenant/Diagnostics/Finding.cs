namespace CotnvPga.Convenant.Diagnostics;

/// <summary>The kinds of finding about rule data.</summary>
public static class Finding
{
    public const string Yaml = "yaml";
    public const string DuplicateKey = "dubbele-sleutel";
    public const string UnknownKey = "onbekende-sleutel";
    public const string MissingKey = "ontbrekende-sleutel";
    public const string WrongKind = "verkeerde-soort";
    public const string EmptyValue = "lege-waarde";
    public const string UnknownCode = "onbekende-code";
    public const string DuplicateCode = "dubbele-code";
    public const string UnknownArticle = "onbekend-artikel";
    public const string ArticleNotInForce = "artikel-niet-in-werking";
    public const string BadDate = "verkeerde-datum";
    public const string BadNumber = "verkeerd-getal";
    public const string BadPeriod = "verkeerde-periode";
    public const string DateOutsidePeriods = "datum-geen-periode";
    public const string UnknownRule = "onbekende-regel";
    public const string DuplicateRule = "dubbele-regel";
    public const string RuleKind = "regel-past-niet";
    public const string ClosingCircumstance = "omstandigheid-sluit";
    public const string EmptyBox = "leeg-vak";
    public const string MissingFile = "ontbrekend-bestand";
    public const string DuplicateFile = "dubbel-bestand";
    public const string LayerDefault = "laag-slot";
    public const string TooMany = "te-veel";
    public const string Placeholder = "onbekend-invulwoord";
    public const string Choice = "verkeerde-keuze";
    public const string Trial = "proef-zonder-einde";
    public const string LayerOfAxis = "as-van-lagere-laag";
    public const string LocalOverlap = "convenant-overlapt";
}
